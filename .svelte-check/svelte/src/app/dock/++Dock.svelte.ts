///<reference types="svelte" />
;
import DockContent from './DockContent.svelte';
import DockTabs from './DockTabs.svelte';
function $$render() {

  
  
;
async () => {


 { svelteHTML.createElement("section", {    "class":`dock`,"aria-label":`About this run`,...__sveltets_2_empty({"data-region":true}),...__sveltets_2_empty({"data-keys":true}),});
   { const $$_sbaTkcoD1C = __sveltets_2_ensureComponent(DockTabs); new $$_sbaTkcoD1C({ target: __sveltets_2_any(), props: {}});}
   { svelteHTML.createElement("div", { "class":`content`,}); { const $$_tnetnoCkcoD2C = __sveltets_2_ensureComponent(DockContent); new $$_tnetnoCkcoD2C({ target: __sveltets_2_any(), props: {}});} }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: "", slots: {}, events: {} }}
const Dock__SvelteComponent_ = __sveltets_2_isomorphic_component(__sveltets_2_with_any_event($$render()));
/*Ωignore_startΩ*/type Dock__SvelteComponent_ = InstanceType<typeof Dock__SvelteComponent_>;
/*Ωignore_endΩ*/export default Dock__SvelteComponent_;