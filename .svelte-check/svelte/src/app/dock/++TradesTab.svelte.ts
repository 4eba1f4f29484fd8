///<reference types="svelte" />
;
import DataTable from '../components/DataTable.svelte';
import EmptyState from '../components/EmptyState.svelte';
import type { TableSort } from '../components/table';
import { priceDecimals } from '../price';
import { workspace } from '../state/workspace.svelte';
import { tradeColumns } from './trade-columns';
function $$render() {

  
  
  
  
  
  

  let sort = $state.raw<TableSort | null>({ column: 'number', descending: true });

  const trades = $derived(workspace.answer?.outcome.result.trades ?? []);
  const rows = $derived(trades.map((trade, index) => ({ index, trade })));
  const decimals = $derived(workspace.bars ? priceDecimals(workspace.bars.close) : 2);
  const columns = $derived(workspace.dataset ? tradeColumns(workspace.dataset, decimals) : []);
;
async () => {


if(rows.length > 0){
   { const $$_elbaTataD0C = __sveltets_2_ensureComponent(DataTable); const $$_elbaTataD0 = new $$_elbaTataD0C({ target: __sveltets_2_any(), props: {          columns,rows,"label":`Trades`,"selected":workspace.selectedTrade,"onSelect":(row) => (workspace.selectedTrade = row),sort,}});/*Ωignore_startΩ*/() => sort = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_elbaTataD0.$$bindings = 'sort';}
} else if (workspace.answer){
   { const $$_etatSytpmE0C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE0C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"title":`No trades.`,"action":{ label: 'See why in Orders', run: () => workspace.showTab('orders') },}});
                 
   EmptyState}
}else{
   { const $$_etatSytpmE0C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE0C({ target: __sveltets_2_any(), props: {  "title":`Trades appear here once the strategy has run.`,}});}
}
};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const TradesTab__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type TradesTab__SvelteComponent_ = ReturnType<typeof TradesTab__SvelteComponent_>;
/*Ωignore_endΩ*/export default TradesTab__SvelteComponent_;