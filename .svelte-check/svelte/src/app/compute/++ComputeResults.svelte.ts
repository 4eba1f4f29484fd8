///<reference types="svelte" />
;
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Banner from '../components/Banner.svelte';
import DataTable from '../components/DataTable.svelte';
import EmptyState from '../components/EmptyState.svelte';
import type { TableSort } from '../components/table';
import { formatCount } from '../format';
import { workspace } from '../state/workspace.svelte';
import OutputPreview from './OutputPreview.svelte';
import { resultColumns } from './result-columns';
function $$render() {

  
  
  
  
  
  
  
  
  

  let sort = $state.raw<TableSort | null>(null);

  const batch = $derived(workspace.batch);
  const choice = $derived(batch.choice);
  const columns = $derived(resultColumns(choice.byName));
  const selected = $derived.by(() => {
    const key = batch.looked?.row.key;
    const at = key === undefined ? -1 : batch.rows.findIndex((row) => row.key === key);
    return at < 0 ? null : at;
  });
  const count = $derived(choice.requests.length * choice.datasets.length);

  function look(index: number): void {
    const row = batch.rows[index];
    if (row && row.key !== batch.looked?.row.key) batch.look(row);
  }
;
async () => {


if(batch.failure){
   { const $$_rennaB0C = __sveltets_2_ensureComponent(Banner); new $$_rennaB0C({ target: __sveltets_2_any(), props: {         children:() => { return __sveltets_2_any(0); },"level":`error`,"icon":TriangleAlert,"code":batch.failure.code,"action":batch.reason ? null : { label: 'Compute again', run: () => batch.run() },}});
    batch.failure.message;
    batch.failure.remedy;
   Banner}
}
if(batch.stale && !batch.running && batch.rows.length > 0){
   { svelteHTML.createElement("p", {   "class":`stale`,"role":`status`,});
                   
   }
}
if(batch.rows.length > 0){
   { svelteHTML.createElement("div", { "class":`table`,});
     { const $$_elbaTataD1C = __sveltets_2_ensureComponent(DataTable); const $$_elbaTataD1 = new $$_elbaTataD1C({ target: __sveltets_2_any(), props: {          columns,"rows":batch.rows,"label":`Results, one output a row`,selected,"onSelect":look,sort,}});/*Ωignore_startΩ*/() => sort = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_elbaTataD1.$$bindings = 'sort';}
   }
  if(batch.looked){
     { const $$_weiverPtuptuO0C = __sveltets_2_ensureComponent(OutputPreview); new $$_weiverPtuptuO0C({ target: __sveltets_2_any(), props: {  "looked":batch.looked,}});}
  }else{
     { svelteHTML.createElement("p", { "class":`hint`,});       }
  }
} else if (batch.running){
   { const $$_etatSytpmE0C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`The batch is running.`,}});         EmptyState}
} else if (!choice.ready){
   { const $$_etatSytpmE0C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE0C({ target: __sveltets_2_any(), props: {  "title":`The catalogue is being read.`,}});}
} else if (workspace.datasets.length === 0){
   { const $$_etatSytpmE0C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`There are no data to compute on.`,}});      EmptyState}
} else if (choice.datasets.length === 0){
   { const $$_etatSytpmE0C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE0C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"title":`No dataset is chosen.`,"action":{
      label: `Choose ${formatCount(workspace.datasets.length, 'dataset')}`,
      run: () => choice.chooseDatasets(workspace.datasets.map(({ id }) => id)),
    },}});
            
   EmptyState}
} else if (choice.requests.length === 0){
   { const $$_etatSytpmE0C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE0C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"title":`No indicator is chosen.`,"action":{
      label: `Choose all ${formatCount(choice.catalogue.length, 'indicator')}`,
      run: () => choice.addMissing(choice.catalogue),
    },}});
                 
   EmptyState}
}else{
   { const $$_etatSytpmE0C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE0C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"title":`Nothing is computed yet.`,"action":{
      label: `Compute ${formatCount(count, 'request')}`,
      reason: batch.reason,
      run: () => batch.run(),
    },}});
                 
   EmptyState}
}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ComputeResults__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ComputeResults__SvelteComponent_ = ReturnType<typeof ComputeResults__SvelteComponent_>;
/*Ωignore_endΩ*/export default ComputeResults__SvelteComponent_;