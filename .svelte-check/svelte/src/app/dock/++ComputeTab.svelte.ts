///<reference types="svelte" />
;
import Table from '@lucide/svelte/icons/table-2';
import Button from '../components/Button.svelte';
import { formatCount, formatInteger } from '../format';
import { workspace } from '../state/workspace.svelte';
function $$render() {

  
  
  
  

  const batch = $derived(workspace.batch);
  const task = $derived(
    workspace.tasks.findLast((entry) => entry.unit === 'requests' && entry.state === 'running'),
  );
  const failed = $derived(batch.rows.filter((row) => row.failure).length);
  const chosen = $derived(
    `${formatCount(batch.choice.requests.length, 'indicator')} and ${formatCount(batch.choice.datasets.length, 'dataset')} are chosen.`,
  );

  $effect(() => {
    batch.choice.open();
  });
;
async () => {


 { svelteHTML.createElement("div", { "class":`compute`,});
  if(batch.running){
     { svelteHTML.createElement("p", { "role":`status`,});
      task ? `${formatInteger(task.done)} of ${formatInteger(task.total)} requests` : 'Preparing';
     }
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"onclick":() => batch.cancel(),}});  Button}
  } else if (batch.rows.length > 0){
     { svelteHTML.createElement("p", {});
      formatCount(batch.rows.length - failed, 'output'); failed > 0
        ? `, ${formatCount(failed, 'request')} failed`
        : '';
     }
  }else{
     { svelteHTML.createElement("p", {});                chosen; }
  }
   { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"icon":Table,"onclick":() => workspace.show('compute'),}});
    batch.rows.length > 0 ? 'Open the results' : 'Choose indicators';
   Button}
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ComputeTab__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ComputeTab__SvelteComponent_ = ReturnType<typeof ComputeTab__SvelteComponent_>;
/*Ωignore_endΩ*/export default ComputeTab__SvelteComponent_;