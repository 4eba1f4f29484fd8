///<reference types="svelte" />
;
import type { Tearsheet } from '../../../research/tearsheet/shape';
import { formatMoney, formatPercent } from '../../format';
import Card from './Card.svelte';
import PlainTable from './PlainTable.svelte';
import ShareBar from './ShareBar.svelte';
;

  interface Props {
    sheet: Tearsheet;
  };function $$render() {

  
  
  
  
  


  let { sheet }: Props = $props();

  const money = (value: number | null): string =>
    value === null ? '' : formatMoney(value, sheet.facts.currency);
  const sum = (side: 'all' | 'long' | 'short'): number =>
    sheet.costs.reduce((total, row) => total + (row[side] ?? 0), 0);
  const most = $derived(Math.max(...sheet.costs.map((row) => Math.abs(row.all)), 0));
;
async () => {


  { const $$_draC0C = __sveltets_2_ensureComponent(Card); new $$_draC0C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"title":`Costs by kind`,"remark":`${formatPercent(sum('all') / sheet.facts.capital, { decimals: 2 })} of the capital`,}});
  if(sheet.costs.length > 0){
     { const $$_elbaTnialP1C = __sveltets_2_ensureComponent(PlainTable); const $$_elbaTnialP1 = new $$_elbaTnialP1C({ target: __sveltets_2_any(), props: { "label":`Costs by kind`,head:() => { async ()/*Ωignore_positionΩ*/ => {
         { svelteHTML.createElement("th", { "scope":`col`,});  } { svelteHTML.createElement("th", { "scope":`col`,});  } { svelteHTML.createElement("th", { "scope":`col`,});  } { svelteHTML.createElement("th", { "scope":`col`,});  }
      };return __sveltets_2_any(0)},body:() => { async ()/*Ωignore_positionΩ*/ => {
           for(let row of __sveltets_2_ensureArray(sheet.costs)){row.kind;
           { svelteHTML.createElement("tr", {});
             { svelteHTML.createElement("th", { "scope":`row`,});row.name;  { const $$_raBerahS2C = __sveltets_2_ensureComponent(ShareBar); new $$_raBerahS2C({ target: __sveltets_2_any(), props: {   "value":row.all,most,}});} }
             { svelteHTML.createElement("td", {});money(row.long); }
             { svelteHTML.createElement("td", {});money(row.short); }
             { svelteHTML.createElement("td", {});money(row.all); }
           }
        }
      };return __sveltets_2_any(0)},foot:() => { async ()/*Ωignore_positionΩ*/ => {
         { svelteHTML.createElement("th", { "scope":`row`,});  }
         { svelteHTML.createElement("td", {});money(sum('long')); }
         { svelteHTML.createElement("td", {});money(sum('short')); }
         { svelteHTML.createElement("td", {});money(sum('all')); }
      };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {head, body, foot} = $$_elbaTnialP1.$$prop_def;/*Ωignore_endΩ*/
      
      
      
     PlainTable}
  }else{
     { svelteHTML.createElement("p", { "class":`muted`,});       }
  }
 Card}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CostsCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CostsCard__SvelteComponent_ = ReturnType<typeof CostsCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default CostsCard__SvelteComponent_;