///<reference types="svelte" />
;
import Splitter from '../components/Splitter.svelte';
import { workspace } from '../state/workspace.svelte';
import { initialSizes, layout, SIZE_LIMITS } from './layout.svelte';
import LeftPanel from './LeftPanel.svelte';
import LeftRail from './LeftRail.svelte';
function $$render() {

  
  
  
  
  

  const mode = $derived(layout.mode);
  const hidden = $derived(layout.maximised && workspace.page === 'workspace');

  function onkeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && mode !== 'wide') workspace.toggleLeft(false);
  }
;
async () => {


if(hidden){
  
} else if (mode === 'wide'){
  if(workspace.leftOpen){
     { svelteHTML.createElement("div", {  "class":`column`,});__sveltets_2_ensureType(String, Number, `${layout.sizes.left} `); { const $$_lenaPtfeL1C = __sveltets_2_ensureComponent(LeftPanel); new $$_lenaPtfeL1C({ target: __sveltets_2_any(), props: {}});} }
     { const $$_rettilpS0C = __sveltets_2_ensureComponent(Splitter); new $$_rettilpS0C({ target: __sveltets_2_any(), props: {               "size":layout.sizes.left,"min":SIZE_LIMITS.left.min,"max":SIZE_LIMITS.left.max,"initial":initialSizes(layout.width).left,"region":`left`,"label":`Width of the left panel`,"onResize":(left) => layout.resize({ left }),}});}
  }
}else{
  if(mode === 'rail'){ { const $$_liaRtfeL0C = __sveltets_2_ensureComponent(LeftRail); new $$_liaRtfeL0C({ target: __sveltets_2_any(), props: {}});}}
  if(workspace.leftOpen){
     { svelteHTML.createElement("button", {         "type":`button`,"class":`behind`,"aria-label":`Close the left panel`,"onclick":() => workspace.toggleLeft(false),}); }
    
     { svelteHTML.createElement("div", {  "class":['drawer', mode],onkeydown,}); { const $$_lenaPtfeL1C = __sveltets_2_ensureComponent(LeftPanel); new $$_lenaPtfeL1C({ target: __sveltets_2_any(), props: {}});} }
  }
}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LeftRegion__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LeftRegion__SvelteComponent_ = ReturnType<typeof LeftRegion__SvelteComponent_>;
/*Ωignore_endΩ*/export default LeftRegion__SvelteComponent_;