///<reference types="svelte" />
;
import ComputeControls from '../compute/ComputeControls.svelte';
import ComputeResults from '../compute/ComputeResults.svelte';
import DatasetChoice from '../compute/DatasetChoice.svelte';
import IndicatorChoice from '../compute/IndicatorChoice.svelte';
import Segmented from '../components/Segmented.svelte';
import DockTabs from '../dock/DockTabs.svelte';
import { layout } from '../shell/layout.svelte';
import { workspace } from '../state/workspace.svelte';
import type { DockTab } from '../state/workspace';
function $$render() {

  
  
  
  
  
  
  
  
  

  /** What a narrow page shows: there is room for one of the two. */
  let part = $state<'choice' | 'results'>(workspace.batch.book ? 'results' : 'choice');

  const sideBySide = $derived(layout.width > 1000);
  const parts = $derived(sideBySide ? (['choice', 'results'] as const) : [part]);

  $effect(() => {
    workspace.batch.choice.open();
  });
  $effect(() => {
    if (workspace.batch.running) part = 'results';
  });

  function openTab(tab: DockTab): void {
    if (tab === 'compute') return;
    workspace.showTab(tab);
    workspace.show('workspace');
  }
;
async () => {


 { svelteHTML.createElement("h1", { "class":`sr-only`,});  }
 { svelteHTML.createElement("div", { "class":`compute`,});
   { const $$_sbaTkcoD1C = __sveltets_2_ensureComponent(DockTabs); new $$_sbaTkcoD1C({ target: __sveltets_2_any(), props: {    "selected":`compute`,"onSelect":openTab,}});}
   { svelteHTML.createElement("div", {        "class":`panel`,"id":`dock-panel`,"role":`tabpanel`,"aria-labelledby":`dock-panel-tab-compute`,...__sveltets_2_empty({"data-region":true}),});
     { const $$_slortnoCetupmoC2C = __sveltets_2_ensureComponent(ComputeControls); new $$_slortnoCetupmoC2C({ target: __sveltets_2_any(), props: { parts,}});}
    if(!sideBySide){
       { svelteHTML.createElement("div", { "class":`parts`,});
         { const $$_detnemgeS3C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS3C({ target: __sveltets_2_any(), props: {         "label":`Part of the page`,"options":[
            { id: 'choice', label: 'Choice' },
            { id: 'results', label: 'Results' },
          ],"selected":part,"onSelect":(next) => (part = next),}});}
       }
    }
     { svelteHTML.createElement("div", { "class":['both', { sideBySide }],});
      if(parts.includes('choice')){
         { svelteHTML.createElement("div", {      "class":`choice`,"role":`region`,"aria-label":`What to compute`,...__sveltets_2_empty({"data-region":true}),});
           { const $$_eciohCtesataD4C = __sveltets_2_ensureComponent(DatasetChoice); new $$_eciohCtesataD4C({ target: __sveltets_2_any(), props: {}});}
           { const $$_eciohCrotacidnI4C = __sveltets_2_ensureComponent(IndicatorChoice); new $$_eciohCrotacidnI4C({ target: __sveltets_2_any(), props: {}});}
         }
      }
      if(parts.includes('results')){
         { svelteHTML.createElement("div", {      "class":`results`,"role":`region`,"aria-label":`Results`,...__sveltets_2_empty({"data-region":true}),...__sveltets_2_empty({"data-keys":true}),}); { const $$_stluseRetupmoC4C = __sveltets_2_ensureComponent(ComputeResults); new $$_stluseRetupmoC4C({ target: __sveltets_2_any(), props: {}});} }
      }
     }
   }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ComputePage__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ComputePage__SvelteComponent_ = ReturnType<typeof ComputePage__SvelteComponent_>;
/*Ωignore_endΩ*/export default ComputePage__SvelteComponent_;