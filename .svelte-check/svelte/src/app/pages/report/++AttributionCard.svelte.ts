///<reference types="svelte" />
;
import type { Attribution, Tearsheet } from '../../../research/tearsheet/shape';
import { changeClass, formatInteger, formatMoney, formatPercent } from '../../format';
import { attributionName } from './attribution-name';
import Card from './Card.svelte';
import PlainTable from './PlainTable.svelte';
import ShareBar from './ShareBar.svelte';
;

  interface Props {
    sheet: Tearsheet;
  };function $$render() {

  
  
  
  
  
  


  let { sheet }: Props = $props();

  const KINDS: readonly { readonly id: keyof Attribution; readonly label: string }[] = [
    { id: 'byExit', label: 'Exit' },
    { id: 'bySide', label: 'Side' },
    { id: 'byTag', label: 'Tag' },
    { id: 'byAsset', label: 'Instrument' },
    { id: 'byYear', label: 'Year' },
    { id: 'byQuarter', label: 'Quarter' },
    { id: 'byMonth', label: 'Month' },
  ];
  let kind = $state<keyof Attribution>('byExit');

  const rows = $derived(sheet.attribution[kind]);
  const most = $derived(Math.max(...rows.map((row) => Math.abs(row.pnl)), 0));
  const total = $derived(rows.reduce((sum, row) => sum + row.pnl, 0));
  const ofTime = $derived(rows.every((row) => row.trades === null));
  const money = (value: number): string => formatMoney(value, sheet.facts.currency, { signed: true });
;
async () => {


 { const $$_draC0C = __sveltets_2_ensureComponent(Card); const $$_draC0 = new $$_draC0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`Where the profit came from`,acts:() => { async ()/*Ωignore_positionΩ*/ => {
     { svelteHTML.createElement("label", {});
      
       { svelteHTML.createElement("select", {   "class":`input`,"bind:value":kind,});/*Ωignore_startΩ*/() => kind = __sveltets_2_any(null);/*Ωignore_endΩ*/
           for(let { id, label } of __sveltets_2_ensureArray(KINDS)){id; { svelteHTML.createElement("option", { "value":id,});label.toLowerCase(); }}
       }
     }
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {acts} = $$_draC0.$$prop_def;/*Ωignore_endΩ*/
  
  if(rows.length > 0){
     { const $$_elbaTnialP1C = __sveltets_2_ensureComponent(PlainTable); const $$_elbaTnialP1 = new $$_elbaTnialP1C({ target: __sveltets_2_any(), props: {   "label":`Where the profit came from`,"most":19,head:() => { async ()/*Ωignore_positionΩ*/ => {
         { svelteHTML.createElement("th", { "scope":`col`,});KINDS.find(({ id }) => id === kind)?.label; }
         { svelteHTML.createElement("th", { "scope":`col`,});ofTime ? 'Return' : 'Trades'; }
         { svelteHTML.createElement("th", { "scope":`col`,});  }
      };return __sveltets_2_any(0)},body:() => { async ()/*Ωignore_positionΩ*/ => {
           for(let row of __sveltets_2_ensureArray(rows)){row.key;
           { svelteHTML.createElement("tr", {});
             { svelteHTML.createElement("th", { "scope":`row`,});attributionName(kind, row.key);   { const $$_raBerahS2C = __sveltets_2_ensureComponent(ShareBar); new $$_raBerahS2C({ target: __sveltets_2_any(), props: {   "value":row.pnl,most,"signed":true,}});} }
             { svelteHTML.createElement("td", {});ofTime ? formatPercent(row.return, { signed: true }) : formatInteger(row.trades); }
             { svelteHTML.createElement("td", { "class":changeClass(row.pnl),});money(row.pnl); }
           }
        }
      };return __sveltets_2_any(0)},foot:() => { async ()/*Ωignore_positionΩ*/ => { { svelteHTML.createElement("th", { "scope":`row`,});  } { svelteHTML.createElement("td", {}); } { svelteHTML.createElement("td", {});money(total); }};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {head, body, foot} = $$_elbaTnialP1.$$prop_def;/*Ωignore_endΩ*/
      
      
      
     PlainTable}
  }else{
     { svelteHTML.createElement("p", { "class":`muted`,});       }
  }
 Card}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const AttributionCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type AttributionCard__SvelteComponent_ = ReturnType<typeof AttributionCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default AttributionCard__SvelteComponent_;