///<reference types="svelte" />
;
import Check from '@lucide/svelte/icons/check';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import Eye from '@lucide/svelte/icons/eye';
import Link from '@lucide/svelte/icons/link';
import Menu from '@lucide/svelte/icons/menu';
import Moon from '@lucide/svelte/icons/moon';
import Sun from '@lucide/svelte/icons/sun';
import Undo from '@lucide/svelte/icons/undo-2';
import WifiOff from '@lucide/svelte/icons/wifi-off';
import Badge from '../components/Badge.svelte';
import Button from '../components/Button.svelte';
import { workspace } from '../state/workspace.svelte';
import CommandField from './CommandField.svelte';
import { layout, TOP_BAR_WIDTH } from './layout.svelte';
import LazyPart from './LazyPart.svelte';
import Mark from './Mark.svelte';
import PageTabs from './PageTabs.svelte';
import { shareReason } from './share-reason';
import { parameterWords } from './words';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  const loadReportActs = () => import('../pages/report/ReportActs.svelte');

  const page = $derived(workspace.page);
  const phone = $derived(layout.mode === 'phone');
  const words = $derived(parameterWords(workspace.view?.params ?? [], workspace.parameters));
  const instrument = $derived(workspace.dataset?.instrument.name ?? '');
  const title = $derived(
    page === 'start'
      ? 'Start'
      : page === 'help'
        ? 'Shortcuts and help'
        : page === 'shared'
          ? (workspace.opened?.view.name ?? 'Shared strategy')
          : (workspace.linkReport?.name ?? workspace.script?.name ?? 'Backtab'),
  );
  const detail = $derived(
    page === 'start'
      ? 'nothing leaves this device'
      : page === 'help'
        ? ''
        : page === 'shared' || workspace.linkReport
          ? 'opened from a link'
          : page === 'compare'
            ? 'runs side by side'
            : page === 'sweep'
              ? ['sweep', (workspace.view?.params ?? []).map((p) => p.name).join(' and ')]
                  .filter(Boolean)
                  .join(' of ')
              : phone
                ? [instrument, words].filter(Boolean).join(' · ')
                : words,
  );
  const drawer = $derived(layout.mode === 'column' && page !== 'report');
;
async () => {


 { svelteHTML.createElement("header", {  "class":`bar no-print`,...__sveltets_2_empty({"data-region":true}),});
   { svelteHTML.createElement("div", {    "class":`brand`,});__sveltets_2_ensureType(String, Number, layout.mode === 'wide' && page !== 'report' ? `${layout.sizes.left - 20}px` : null);
    if(drawer){
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {           "look":`plain`,"icon":Menu,"label":`Strategies and data`,"keys":`Ctrl+B`,"onclick":() => workspace.toggleLeft(),}});}
    }
     { svelteHTML.createElement("a", {    "href":`#/`,"aria-label":`Backtab, the workspace`,}); { const $$_kraM3C = __sveltets_2_ensureComponent(Mark); new $$_kraM3C({ target: __sveltets_2_any(), props: {}});}if(!phone){ { svelteHTML.createElement("strong", {});  }} }
   }
   { svelteHTML.createElement("div", { "class":['title', { phone }],});
     { svelteHTML.createElement("strong", {title,});title; }
     { svelteHTML.createElement("span", { "class":`muted`,});detail; }
   }
  if(page === 'workspace' || page === 'sweep'){
    if(!phone){
      if(workspace.saved){ { const $$_egdaB1C = __sveltets_2_ensureComponent(Badge); new $$_egdaB1C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"icon":Check,}});  Badge}}else{ { const $$_egdaB1C = __sveltets_2_ensureComponent(Badge); new $$_egdaB1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});  Badge}}
    }
  } else if (page === 'shared' && !phone){
     { const $$_egdaB1C = __sveltets_2_ensureComponent(Badge); new $$_egdaB1C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"icon":Eye,}});   Badge}
  }
  if(page === 'report' && layout.mode !== 'phone'){ { const $$_sbaTegaP1C = __sveltets_2_ensureComponent(PageTabs); new $$_sbaTegaP1C({ target: __sveltets_2_any(), props: {}});}}
   { svelteHTML.createElement("div", { "class":`middle`,});
    if(page !== 'report' && layout.width >= 860){ { const $$_dleiFdnammoC2C = __sveltets_2_ensureComponent(CommandField); new $$_dleiFdnammoC2C({ target: __sveltets_2_any(), props: {  "compact":false,}});}}
   }
  if(!workspace.online && !phone){
     { const $$_egdaB1C = __sveltets_2_ensureComponent(Badge); new $$_egdaB1C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"icon":WifiOff,}});  Badge}
  } else if (workspace.offlineReady && !phone){
     { const $$_egdaB1C = __sveltets_2_ensureComponent(Badge); new $$_egdaB1C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"icon":CircleCheck,}});  Badge}
  }
  if(page === 'report' || layout.width < 860){  { const $$_dleiFdnammoC1C = __sveltets_2_ensureComponent(CommandField); new $$_dleiFdnammoC1C({ target: __sveltets_2_any(), props: {"compact":true,}});}}
  if(!phone){
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {             "look":`plain`,"icon":Undo,"label":`Undo`,"keys":`Ctrl+Z`,"reason":workspace.canUndo ? null : 'Nothing to undo',"onclick":() => workspace.undo(),}});}
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {         "look":`plain`,"icon":workspace.theme === 'dark' ? Sun : Moon,"label":workspace.theme === 'dark' ? 'Switch to light theme' : 'Switch to dark theme',"onclick":() => workspace.setTheme(workspace.theme === 'dark' ? 'light' : 'dark'),}});}
  }
  if(page === 'report' && layout.width >= TOP_BAR_WIDTH){ { const $$_traPyzaL1C = __sveltets_2_ensureComponent(LazyPart); new $$_traPyzaL1C({ target: __sveltets_2_any(), props: {  "load":loadReportActs,}});}}
  if(page === 'workspace' || page === 'report' || page === 'sweep'){
    if(phone){
       { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {           "look":`plain`,"icon":Link,"label":`Share link`,"reason":shareReason(workspace),"onclick":() => workspace.share(),}});}
    }else{
       { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {       children:() => { return __sveltets_2_any(0); },"look":`filled`,"icon":Link,"reason":shareReason(workspace),"onclick":() => workspace.share(),}});
         
       Button}
    }
  }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const TopBar__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type TopBar__SvelteComponent_ = ReturnType<typeof TopBar__SvelteComponent_>;
/*Ωignore_endΩ*/export default TopBar__SvelteComponent_;