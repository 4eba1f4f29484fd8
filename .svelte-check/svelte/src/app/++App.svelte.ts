///<reference types="svelte" />
;
import { Tooltip } from 'bits-ui';
import JobTray from './components/JobTray.svelte';
import Toasts from './components/Toasts.svelte';
import { allCommands } from './keyboard/commands';
import { bindKeys } from './keyboard/bind';
import WorkspacePage from './pages/WorkspacePage.svelte';
import Announcer from './shell/Announcer.svelte';
import Banners from './shell/Banners.svelte';
import BottomBar from './shell/BottomBar.svelte';
import DropTarget from './shell/DropTarget.svelte';
import LazyPart from './shell/LazyPart.svelte';
import { layout } from './shell/layout.svelte';
import LeftRegion from './shell/LeftRegion.svelte';
import StatusBar from './shell/StatusBar.svelte';
import TopBar from './shell/TopBar.svelte';
import { workspace } from './state/workspace.svelte';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  const PAGES = {
    report: () => import('./pages/ReportPage.svelte'),
    compare: () => import('./pages/ComparePage.svelte'),
    sweep: () => import('./pages/SweepPage.svelte'),
    compute: () => import('./pages/ComputePage.svelte'),
    help: () => import('./pages/HelpPage.svelte'),
    start: () => import('./start/StartPage.svelte'),
    shared: () => import('./shared/SharedPage.svelte'),
  } as const;
  const loadPalette = () => import('./shell/Palette.svelte');
  const loadStudyDialogs = () => import('./studies/StudyDialogs.svelte');

  const page = $derived(workspace.page);
  const withLeft = $derived(['workspace', 'compare', 'sweep', 'compute', 'start'].includes(page));
  const phone = $derived(layout.mode === 'phone');
  const hash = $derived(workspace.answer?.outcome.result.hash);

  $effect(() => {
    document.documentElement.dataset['theme'] = workspace.theme;
  });
  $effect(() => {
    document.title = workspace.script ? `${workspace.script.name} · Backtab` : 'Backtab';
  });
  /** Once opened they stay, so that the focus can be given back. */
  let studiesOpened = $state(false);
  $effect(() => {
    if (workspace.studies.dialog) studiesOpened = true;
  });
  $effect(() => bindKeys(allCommands));
  $effect(() => {
    // Ahead of its first use; when this fails, opening it asks again and says so.
    if (workspace.answer) loadPalette().catch(() => undefined);
  });
;
async () => {


 { svelteHTML.createElement("svelte:head", {});
   { svelteHTML.createElement("meta", {    "name":`theme-color`,"content":workspace.theme === 'dark' ? '#0e1214' : '#efede6',});}
 }

 { const $$_redivorP_pitlooT0C = __sveltets_2_ensureComponent(Tooltip.Provider); new $$_redivorP_pitlooT0C({ target: __sveltets_2_any(), props: {  children:() => { return __sveltets_2_any(0); },"delayDuration":400,"disableHoverableContent":true,}});
   { svelteHTML.createElement("a", {       "class":`skip-link`,"href":`#main`,"onclick":(event) => {
      event.preventDefault();
      document.getElementById('main')?.focus();
    },});
       
   }
   { svelteHTML.createElement("div", { "class":['app', `page-${page}`],});
     { const $$_raBpoT2C = __sveltets_2_ensureComponent(TopBar); new $$_raBpoT2C({ target: __sveltets_2_any(), props: {}});}
     { svelteHTML.createElement("div", { "class":`banners no-print`,}); { const $$_srennaB3C = __sveltets_2_ensureComponent(Banners); new $$_srennaB3C({ target: __sveltets_2_any(), props: {}});} }
     { svelteHTML.createElement("div", { "class":`body`,});
      if(withLeft){ { const $$_noigeRtfeL3C = __sveltets_2_ensureComponent(LeftRegion); new $$_noigeRtfeL3C({ target: __sveltets_2_any(), props: {}});}}
       { svelteHTML.createElement("main", {   "id":`main`,"tabindex":-1,});
        if(page === 'workspace'){
           { const $$_egaPecapskroW4C = __sveltets_2_ensureComponent(WorkspacePage); new $$_egaPecapskroW4C({ target: __sveltets_2_any(), props: {}});}
        }else{
          page; { { const $$_traPyzaL4C = __sveltets_2_ensureComponent(LazyPart); new $$_traPyzaL4C({ target: __sveltets_2_any(), props: {  "load":PAGES[page],}});}}
        }
       }
     }
    if(phone){ { const $$_raBmottoB2C = __sveltets_2_ensureComponent(BottomBar); new $$_raBmottoB2C({ target: __sveltets_2_any(), props: {}});}}else{ { const $$_raBsutatS2C = __sveltets_2_ensureComponent(StatusBar); new $$_raBsutatS2C({ target: __sveltets_2_any(), props: {}});}}
   }
   { const $$_yarTboJ1C = __sveltets_2_ensureComponent(JobTray); new $$_yarTboJ1C({ target: __sveltets_2_any(), props: {    "tasks":workspace.tasks,"onClear":(id) => workspace.clearTask(id),}});}
   { const $$_stsaoT1C = __sveltets_2_ensureComponent(Toasts); new $$_stsaoT1C({ target: __sveltets_2_any(), props: {    "toasts":workspace.toasts,"onDismiss":(id) => workspace.dismissToast(id),}});}
   { const $$_tegraTporD1C = __sveltets_2_ensureComponent(DropTarget); new $$_tegraTporD1C({ target: __sveltets_2_any(), props: {}});}
   { const $$_recnuonnA1C = __sveltets_2_ensureComponent(Announcer); new $$_recnuonnA1C({ target: __sveltets_2_any(), props: {}});}
   { svelteHTML.createElement("data", {       "hidden":true,"value":hash,...__sveltets_2_empty({"data-testid":`result-hash`}),...__sveltets_2_empty({"data-hash":hash}),...__sveltets_2_empty({"data-fresh":workspace.fresh}),}); }
  if(workspace.paletteOpen){ { const $$_traPyzaL1C = __sveltets_2_ensureComponent(LazyPart); new $$_traPyzaL1C({ target: __sveltets_2_any(), props: {  "load":loadPalette,}});}}
  if(studiesOpened){ { const $$_traPyzaL1C = __sveltets_2_ensureComponent(LazyPart); new $$_traPyzaL1C({ target: __sveltets_2_any(), props: {  "load":loadStudyDialogs,}});}}
  if(workspace.shareText !== null){
       { const $$_value = await (import('./shared/ShareDialog.svelte'));{ const { default: ShareDialog } = $$_value; 
       { const $$_golaiDerahS1C = __sveltets_2_ensureComponent(ShareDialog); new $$_golaiDerahS1C({ target: __sveltets_2_any(), props: {    "link":workspace.shareText,"onClose":() => workspace.closeShare(),}});}
    }}
  }
 Tooltip.Provider}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const App__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type App__SvelteComponent_ = ReturnType<typeof App__SvelteComponent_>;
/*Ωignore_endΩ*/export default App__SvelteComponent_;