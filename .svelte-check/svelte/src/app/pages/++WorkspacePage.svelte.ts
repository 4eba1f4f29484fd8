///<reference types="svelte" />
;
import Splitter from '../components/Splitter.svelte';
import Dock from '../dock/Dock.svelte';
import { initialSizes, layout, SIZE_LIMITS } from '../shell/layout.svelte';
import BottomSheet from '../shell/BottomSheet.svelte';
import ChartRegion from '../shell/ChartRegion.svelte';
import ReplayBar from '../replay/ReplayBar.svelte';
import ChartToolbar from '../shell/ChartToolbar.svelte';
import RightRegion from '../shell/RightRegion.svelte';
import VerdictStrip from '../shell/VerdictStrip.svelte';
import { workspace } from '../state/workspace.svelte';
function $$render() {

  
  
  
  
  
  
  
  
  
  

  const mode = $derived(layout.mode);
  const alone = $derived(layout.maximised);
;
async () => {


 { svelteHTML.createElement("h1", { "class":`sr-only`,});workspace.script?.name ?? 'Strategy';  workspace.dataset?.name ?? 'data'; }
 { svelteHTML.createElement("div", { "class":['workspace', mode],});
   { svelteHTML.createElement("div", { "class":`middle`,});
     { const $$_rablooTtrahC2C = __sveltets_2_ensureComponent(ChartToolbar); new $$_rablooTtrahC2C({ target: __sveltets_2_any(), props: {}});}
    if(workspace.replay.bar !== null){ { const $$_raByalpeR2C = __sveltets_2_ensureComponent(ReplayBar); new $$_raByalpeR2C({ target: __sveltets_2_any(), props: {}});}}
     { const $$_noigeRtrahC2C = __sveltets_2_ensureComponent(ChartRegion); new $$_noigeRtrahC2C({ target: __sveltets_2_any(), props: {}});}
    if(mode === 'phone'){
       { const $$_teehSmottoB2C = __sveltets_2_ensureComponent(BottomSheet); new $$_teehSmottoB2C({ target: __sveltets_2_any(), props: {}});}
    } else if (!alone){
       { const $$_pirtStcidreV2C = __sveltets_2_ensureComponent(VerdictStrip); new $$_pirtStcidreV2C({ target: __sveltets_2_any(), props: {  "stacked":mode === 'column',}});}
      if(workspace.dockOpen){
         { const $$_rettilpS2C = __sveltets_2_ensureComponent(Splitter); new $$_rettilpS2C({ target: __sveltets_2_any(), props: {               "size":layout.sizes.dock,"min":SIZE_LIMITS.dock.min,"max":SIZE_LIMITS.dock.max,"initial":initialSizes(layout.width).dock,"region":`below`,"label":`Height of the dock`,"onResize":(dock) => layout.resize({ dock }),}});}
         { svelteHTML.createElement("div", {  "class":`dock`,});__sveltets_2_ensureType(String, Number, `${layout.sizes.dock} `); { const $$_kcoD3C = __sveltets_2_ensureComponent(Dock); new $$_kcoD3C({ target: __sveltets_2_any(), props: {}});} }
      }
    }
   }
  if((mode === 'wide' || mode === 'rail') && !alone){ { const $$_noigeRthgiR1C = __sveltets_2_ensureComponent(RightRegion); new $$_noigeRthgiR1C({ target: __sveltets_2_any(), props: {}});}}
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const WorkspacePage__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type WorkspacePage__SvelteComponent_ = ReturnType<typeof WorkspacePage__SvelteComponent_>;
/*Ωignore_endΩ*/export default WorkspacePage__SvelteComponent_;