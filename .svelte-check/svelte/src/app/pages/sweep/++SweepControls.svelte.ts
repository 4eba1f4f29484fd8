///<reference types="svelte" />
;
import Play from '@lucide/svelte/icons/rotate-cw';
import X from '@lucide/svelte/icons/x';
import Button from '../../components/Button.svelte';
import { sweepReason } from '../../dock/sweep-reason';
import { formatInteger } from '../../format';
import { workspace } from '../../state/workspace.svelte';
import AxisField from './AxisField.svelte';
import BackendChoice from './BackendChoice.svelte';
import ExactBadge from './ExactBadge.svelte';
import { SWEEP_METRICS } from './sweep-metric';
import { setup } from './sweep-setup.svelte';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  

  const names = $derived((workspace.view?.params ?? []).map((param) => param.name));
  const task = $derived(
    workspace.tasks.findLast((entry) => entry.unit === 'settings' && entry.state === 'running'),
  );
;
async () => {


 { svelteHTML.createElement("div", {     "class":`controls`,"role":`toolbar`,"aria-label":`Sweep`,});
      for(let range of __sveltets_2_ensureArray(setup.ranges)){let i = 1;i;
    if(i > 0){ { svelteHTML.createElement("span", {   "class":`muted`,"aria-hidden":`true`,});  }}
     { const $$_dleiFsixA1C = __sveltets_2_ensureComponent(AxisField); new $$_dleiFsixA1C({ target: __sveltets_2_any(), props: {        range,"names":names.length > 2 ? names : [],"onChange":(next) => setup.change(i, next),"onChoose":(name) => setup.choose(i, name),}});}
  }
   { svelteHTML.createElement("label", { });
     { svelteHTML.createElement("select", {   "class":`input`,"bind:value":setup.metric,});/*Ωignore_startΩ*/() => setup.metric = __sveltets_2_any(null);/*Ωignore_endΩ*/
         for(let metric of __sveltets_2_ensureArray(SWEEP_METRICS)){metric.id; { svelteHTML.createElement("option", { "value":metric.id,});metric.label; }}
     }
   }
   { const $$_eciohCdnekcaB1C = __sveltets_2_ensureComponent(BackendChoice); new $$_eciohCdnekcaB1C({ target: __sveltets_2_any(), props: {}});}
   { svelteHTML.createElement("span", { "class":`space`,}); }
  if(workspace.sweepRunning){
     { svelteHTML.createElement("span", { "role":`status`,});
      task ? `${formatInteger(task.done)} of ${formatInteger(task.total)}` : 'Preparing';
     }
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"icon":X,"onclick":() => workspace.cancelSweep(),}});  Button}
  }else{
    if(workspace.sweep){ { const $$_egdaBtcaxE1C = __sveltets_2_ensureComponent(ExactBadge); new $$_egdaBtcaxE1C({ target: __sveltets_2_any(), props: {  "sweep":workspace.sweep,}});}}
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {       children:() => { return __sveltets_2_any(0); },"icon":Play,"keys":`Shift+Enter`,"reason":sweepReason(workspace),"onclick":() => setup.run(),}});
      workspace.sweep ? 'Run again' : setup.label;
     Button}
  }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SweepControls__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SweepControls__SvelteComponent_ = ReturnType<typeof SweepControls__SvelteComponent_>;
/*Ωignore_endΩ*/export default SweepControls__SvelteComponent_;