///<reference types="svelte" />
;
import type RightPanelType from '../editor/RightPanel.svelte';
import { layout } from './layout.svelte';
function $$render() {

  
  

  let panel = $state<RightPanelType>();

  $effect(() => {
    const place = layout.revealed;
    if (!panel || !place) return;
    panel.reveal(place.from, place.to);
    layout.revealed = null;
  });
;
async () => {


    { try { const $$_value = await (import('../editor/RightPanel.svelte'));{ const { default: RightPanel } = $$_value; 
   { const $$_lenaPthgiR0C = __sveltets_2_ensureComponent(RightPanel); const $$_lenaPthgiR0 = new $$_lenaPthgiR0C({ target: __sveltets_2_any(), props: {    "onHighlight":(name) => (layout.highlight = name),}});panel = $$_lenaPthgiR0;}
}} catch($$_e) { 
   { svelteHTML.createElement("p", { "class":`failure`,});
                        
       
   }
}}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ScriptSide__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ScriptSide__SvelteComponent_ = ReturnType<typeof ScriptSide__SvelteComponent_>;
/*Ωignore_endΩ*/export default ScriptSide__SvelteComponent_;