///<reference types="svelte" />
;
import Grid from '@lucide/svelte/icons/grid-3x3';
import Badge from '../components/Badge.svelte';
import Button from '../components/Button.svelte';
import Meter from '../components/Meter.svelte';
import { formatDuration, formatInteger } from '../format';
import { workspace } from '../state/workspace.svelte';
import { sweepReason } from './sweep-reason';
function $$render() {

  
  
  
  
  
  
  

  const sweep = $derived(workspace.sweep);
  const reason = $derived(sweepReason(workspace));
  const task = $derived(
    workspace.tasks.findLast((entry) => entry.unit === 'settings' && entry.state === 'running'),
  );
;
async () => {


 { svelteHTML.createElement("div", { "class":`sweep`,});
  if(workspace.sweepRunning){
     { svelteHTML.createElement("p", { "role":`status`,});
      task ? `${formatInteger(task.done)} of ${formatInteger(task.total)} settings` : 'Preparing';
     }
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"onclick":() => workspace.cancelSweep(),}});  Button}
  } else if (sweep){
     { svelteHTML.createElement("div", {});
      if(sweep.verdict){ { svelteHTML.createElement("p", { "class":`verdict`,});
           { const $$_reteM3C = __sveltets_2_ensureComponent(Meter); new $$_reteM3C({ target: __sveltets_2_any(), props: {  "value":sweep.verdict.meter,}});}  { svelteHTML.createElement("strong", {});sweep.verdict.words; }
         }
         { svelteHTML.createElement("p", {});sweep.verdict.sentence; }}
       { svelteHTML.createElement("p", { "class":`muted`,});
        formatInteger(sweep.run);  formatDuration(sweep.elapsedMs); sweep.backend;
       }
     }
    if(sweep.agreement){ { const $$_egdaB1C = __sveltets_2_ensureComponent(Badge); new $$_egdaB1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});    Badge}}else{ { const $$_egdaB1C = __sveltets_2_ensureComponent(Badge); new $$_egdaB1C({ target: __sveltets_2_any(), props: {  children:() => { return __sveltets_2_any(0); },"look":`accent`,}});formatInteger(sweep.run);   Badge}}
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"icon":Grid,"onclick":() => workspace.show('sweep'),}});    Button}
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"look":`plain`,reason,"onclick":() => workspace.startSweep(),}});  Button}
  }else{
     { svelteHTML.createElement("p", {});
                       
      
     }
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"icon":Grid,reason,"onclick":() => {
        workspace.show('sweep');
        workspace.startSweep();
      },}});
       (workspace.view?.params ?? []).map((param) => param.name).join(' and ') || 'parameters';
     Button}
  }
  if(workspace.sweepFailure){ { svelteHTML.createElement("p", { "class":`bad`,});
      workspace.sweepFailure.message;
      workspace.sweepFailure.remedy;
     }}
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SweepTab__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SweepTab__SvelteComponent_ = ReturnType<typeof SweepTab__SvelteComponent_>;
/*Ωignore_endΩ*/export default SweepTab__SvelteComponent_;