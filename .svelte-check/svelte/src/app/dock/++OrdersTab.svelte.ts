///<reference types="svelte" />
;
import DataTable from '../components/DataTable.svelte';
import EmptyState from '../components/EmptyState.svelte';
import type { TableSort } from '../components/table';
import { priceDecimals } from '../price';
import { workspace } from '../state/workspace.svelte';
import OrderFilters from './OrderFilters.svelte';
import OrderTimeline from './OrderTimeline.svelte';
import { ALL_ORDERS, filterOrders, orderChoices, type OrderFilter } from './order-filter';
import { orderColumns } from './order-columns';
function $$render() {

  
  
  
  
  
  
  
  
  

  let sort = $state.raw<TableSort | null>({ column: 'id', descending: true });
  let filter = $state.raw<OrderFilter>(ALL_ORDERS);
  let chosen = $state<number | null>(null);

  const orders = $derived(workspace.answer?.outcome.result.orders ?? []);
  const choices = $derived(orderChoices(orders));
  const shown = $derived(filterOrders(orders, filter));
  const decimals = $derived(workspace.bars ? priceDecimals(workspace.bars.close) : 2);
  const columns = $derived(workspace.dataset ? orderColumns(workspace.dataset, decimals) : []);
  const at = $derived(chosen === null ? -1 : shown.findIndex((order) => order.id === chosen));

  function open(row: number): void {
    const bar = shown[row]?.events.at(-1)?.bar;
    if (bar !== undefined) workspace.showBar(bar);
  }
;
async () => {


if(orders.length > 0){
   { svelteHTML.createElement("div", { "class":`orders`,});
     { const $$_sretliFredrO1C = __sveltets_2_ensureComponent(OrderFilters); const $$_sretliFredrO1 = new $$_sretliFredrO1C({ target: __sveltets_2_any(), props: {     choices,filter,"shown":shown.length,"total":orders.length,}});/*Ωignore_startΩ*/() => filter = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_sretliFredrO1.$$bindings = 'filter';}
     { svelteHTML.createElement("div", { "class":`split`,});
       { svelteHTML.createElement("div", { "class":`table`,});
        if(shown.length > 0){
           { const $$_elbaTataD3C = __sveltets_2_ensureComponent(DataTable); const $$_elbaTataD3 = new $$_elbaTataD3C({ target: __sveltets_2_any(), props: {             columns,"rows":shown,"label":`Orders`,"selected":at < 0 ? null : at,"onSelect":(row) => (chosen = shown[row]?.id ?? null),"onOpen":open,sort,}});/*Ωignore_startΩ*/() => sort = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_elbaTataD3.$$bindings = 'sort';}
        }else{
           { const $$_etatSytpmE3C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE3C({ target: __sveltets_2_any(), props: {     "title":`No order is like that.`,"action":{ label: 'Show all orders', run: () => (filter = ALL_ORDERS) },}});}
        }
       }
       { const $$_enilemiTredrO2C = __sveltets_2_ensureComponent(OrderTimeline); new $$_enilemiTredrO2C({ target: __sveltets_2_any(), props: {       "order":shown[at],"dataset":workspace.dataset,"onShowBar":(bar) => workspace.showBar(bar),}});}
     }
   }
} else if (workspace.answer){
   { const $$_etatSytpmE0C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`The script asked for no orders.`,}});
                      
    
   EmptyState}
}else{
   { const $$_etatSytpmE0C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE0C({ target: __sveltets_2_any(), props: {  "title":`Orders appear here once the strategy has run.`,}});}
}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const OrdersTab__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type OrdersTab__SvelteComponent_ = ReturnType<typeof OrdersTab__SvelteComponent_>;
/*Ωignore_endΩ*/export default OrdersTab__SvelteComponent_;