///<reference types="svelte" />
;
import Splitter from '../components/Splitter.svelte';
import { workspace } from '../state/workspace.svelte';
import { initialSizes, layout, SIZE_LIMITS } from './layout.svelte';
import ScriptSide from './ScriptSide.svelte';
function $$render() {

  
  
  
  

  const drawer = $derived(layout.mode === 'rail');
;
async () => {


if(workspace.rightOpen){
  if(!drawer){
     { const $$_rettilpS0C = __sveltets_2_ensureComponent(Splitter); new $$_rettilpS0C({ target: __sveltets_2_any(), props: {               "size":layout.sizes.right,"min":SIZE_LIMITS.right.min,"max":SIZE_LIMITS.right.max,"initial":initialSizes(layout.width).right,"region":`right`,"label":`Width of the script panel`,"onResize":(right) => layout.resize({ right }),}});}
  }
   { svelteHTML.createElement("aside", {       "class":{ drawer },"aria-label":`Script and parameters`,...__sveltets_2_empty({"data-region":true}),});__sveltets_2_ensureType(String, Number, drawer ? null : `${layout.sizes.right}px`);
     { const $$_ediStpircS1C = __sveltets_2_ensureComponent(ScriptSide); new $$_ediStpircS1C({ target: __sveltets_2_any(), props: {}});}
   }
}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RightRegion__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RightRegion__SvelteComponent_ = ReturnType<typeof RightRegion__SvelteComponent_>;
/*Ωignore_endΩ*/export default RightRegion__SvelteComponent_;