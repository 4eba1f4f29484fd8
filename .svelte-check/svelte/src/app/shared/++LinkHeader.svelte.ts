///<reference types="svelte" />
;
import CircleCheck from '@lucide/svelte/icons/circle-check';
import Copy from '@lucide/svelte/icons/copy';
import Database from '@lucide/svelte/icons/database';
import Equal from '@lucide/svelte/icons/equal';
import Eye from '@lucide/svelte/icons/eye';
import FileUp from '@lucide/svelte/icons/file-up';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Badge from '../components/Badge.svelte';
import Button from '../components/Button.svelte';
import { chooseFiles } from '../shell/choose-files';
import type { Workspace } from '../state/workspace';
import type { LinkStatus } from './link-status';
;

  interface Props {
    workspace: Workspace;
    status: LinkStatus;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  


  let { workspace, status }: Props = $props();

  const ICONS = {
    waiting: Eye,
    checking: Eye,
    stopped: TriangleAlert,
    identical: Equal,
    differs: TriangleAlert,
    data_not_here: Database,
  } as const;

  const Icon = $derived(ICONS[status.state]);
  const look = $derived(
    status.state === 'identical' ? 'accent' : status.state === 'differs' ? 'caution' : 'plain',
  );
  const bundled = $derived(workspace.opened?.shared.data.bundled ?? null);
;
async () => {


 { svelteHTML.createElement("section", {   "class":`card`,"aria-labelledby":`link-title`,});
   { svelteHTML.createElement("span", { "class":['icon', look],}); { const $$_nocI2C = __sveltets_2_ensureComponent(Icon); new $$_nocI2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
   { svelteHTML.createElement("div", {   "class":`words`,"role":`status`,});
     { svelteHTML.createElement("div", { "class":`title`,});
       { svelteHTML.createElement("h1", { "id":`link-title`,});status.title; }
       { const $$_egdaB3C = __sveltets_2_ensureComponent(Badge); new $$_egdaB3C({ target: __sveltets_2_any(), props: {  children:() => { return __sveltets_2_any(0); },look,"icon":look === 'accent' ? CircleCheck : Eye,}});status.badge; Badge}
     }
     { svelteHTML.createElement("p", {});status.sentence; }
   }
   { svelteHTML.createElement("div", { "class":`acts`,});
    if(status.state === 'checking'){
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"size":`page`,"onclick":() => workspace.stopLinkCheck(),}});  Button}
    }
    if(status.state === 'data_not_here'){
      if(bundled?.startsWith('synthetic')){
         { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"size":`page`,"onclick":() => workspace.addSynthetic(),}});    Button}
      }else{
         { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {       children:() => { return __sveltets_2_any(0); },"size":`page`,"icon":FileUp,"onclick":() => chooseFiles((files) => workspace.importFiles(files)),}});
            
         Button}
      }
    }
    if(status.state === 'identical' || status.state === 'differs'){
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"size":`page`,"onclick":() => workspace.viewLinkReport(),}});  Button}
    }
     { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {        children:() => { return __sveltets_2_any(0); },"look":`filled`,"size":`page`,"icon":Copy,"onclick":() => workspace.keepOpenedLink(),}});     Button}
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LinkHeader__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LinkHeader__SvelteComponent_ = ReturnType<typeof LinkHeader__SvelteComponent_>;
/*Ωignore_endΩ*/export default LinkHeader__SvelteComponent_;