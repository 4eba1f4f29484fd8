///<reference types="svelte" />
;
import EmptyState from '../components/EmptyState.svelte';
import Banner from '../components/Banner.svelte';
import Splitter from '../components/Splitter.svelte';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import DockTabs from '../dock/DockTabs.svelte';
import { sweepReason } from '../dock/sweep-reason';
import { initialSizes, layout, SIZE_LIMITS } from '../shell/layout.svelte';
import { workspace } from '../state/workspace.svelte';
import type { DockTab } from '../state/workspace';
import SweepControls from './sweep/SweepControls.svelte';
import SweepResult from './sweep/SweepResult.svelte';
import { setup } from './sweep/sweep-setup.svelte';
import TrustPanel from './sweep/TrustPanel.svelte';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  

  let pointed = $state<number | null>(null);

  const sideBySide = $derived(layout.mode === 'wide' || layout.width > 1000);

  function openTab(tab: DockTab): void {
    if (tab === 'sweep') return;
    workspace.showTab(tab);
    workspace.show('workspace');
  }
;
async () => {


 { svelteHTML.createElement("h1", { "class":`sr-only`,});  workspace.script?.name ?? 'the strategy'; }
 { svelteHTML.createElement("div", { "class":['sweep', { sideBySide }],});
   { svelteHTML.createElement("div", {  "class":`middle`,...__sveltets_2_empty({"data-region":true}),...__sveltets_2_empty({"data-keys":true}),});
     { const $$_sbaTkcoD2C = __sveltets_2_ensureComponent(DockTabs); new $$_sbaTkcoD2C({ target: __sveltets_2_any(), props: {    "selected":`sweep`,"onSelect":openTab,}});}
     { svelteHTML.createElement("div", {       "class":`panel`,"id":`dock-panel`,"role":`tabpanel`,"aria-labelledby":`dock-panel-tab-sweep`,});
       { const $$_slortnoCpeewS3C = __sveltets_2_ensureComponent(SweepControls); new $$_slortnoCpeewS3C({ target: __sveltets_2_any(), props: {}});}
      if(workspace.sweepFailure){
         { const $$_rennaB3C = __sveltets_2_ensureComponent(Banner); new $$_rennaB3C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"level":`error`,"icon":TriangleAlert,"code":workspace.sweepFailure.code,}});
          workspace.sweepFailure.message;
          workspace.sweepFailure.remedy;
         Banner}
      }
      if(workspace.sweep){
          { const $$_tluseRpeewS3C = __sveltets_2_ensureComponent(SweepResult); const $$_tluseRpeewS3 = new $$_tluseRpeewS3C({ target: __sveltets_2_any(), props: {  "sweep":workspace.sweep,pointed,}});/*Ωignore_startΩ*/() => pointed = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_tluseRpeewS3.$$bindings = 'pointed';}
      } else if (workspace.sweepRunning){
         { const $$_etatSytpmE3C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE3C({ target: __sveltets_2_any(), props: {  children:() => { return __sveltets_2_any(0); },"title":`The sweep is running.`,}});           EmptyState}
      }else{
         { const $$_etatSytpmE3C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE3C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"title":`No sweep yet.`,"action":{
            label: setup.label,
            reason: sweepReason(workspace),
            run: () => setup.run(),
          },}});
                           
          
         EmptyState}
      }
     }
   }
  if(sideBySide){
     { const $$_rettilpS1C = __sveltets_2_ensureComponent(Splitter); new $$_rettilpS1C({ target: __sveltets_2_any(), props: {               "size":layout.sizes.right,"min":SIZE_LIMITS.right.min,"max":SIZE_LIMITS.right.max,"initial":initialSizes(layout.width).right,"region":`right`,"label":`Width of the verdict panel`,"onResize":(right) => layout.resize({ right }),}});}
  }
   { svelteHTML.createElement("aside", {     "aria-label":`Verdict on the sweep`,...__sveltets_2_empty({"data-region":true}),});__sveltets_2_ensureType(String, Number, sideBySide ? `${layout.sizes.right}px` : null);
     { const $$_lenaPtsurT2C = __sveltets_2_ensureComponent(TrustPanel); new $$_lenaPtsurT2C({ target: __sveltets_2_any(), props: {  "hovered":pointed,}});}
   }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SweepPage__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SweepPage__SvelteComponent_ = ReturnType<typeof SweepPage__SvelteComponent_>;
/*Ωignore_endΩ*/export default SweepPage__SvelteComponent_;