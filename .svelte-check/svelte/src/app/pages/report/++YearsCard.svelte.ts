///<reference types="svelte" />
;
import type { Tearsheet } from '../../../research/tearsheet/shape';
import { formatPercent } from '../../format';
import ValueColumns from '../../plots/ValueColumns.svelte';
import Card from './Card.svelte';
import { yearColumns } from './year-columns';
;

  interface Props {
    sheet: Tearsheet;
    name: string;
  };function $$render() {

  
  
  
  
  


  let { sheet, name }: Props = $props();

  const benchmark = $derived(sheet.facts.benchmark);
  const columns = $derived(yearColumns(sheet.years, benchmark));
;
async () => {


 { const $$_draC0C = __sveltets_2_ensureComponent(Card); new $$_draC0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`Return of each year`,}});
  if(columns.length > 0){
     { svelteHTML.createElement("div", { "class":`chart`,});
       { const $$_snmuloCeulaV2C = __sveltets_2_ensureComponent(ValueColumns); new $$_snmuloCeulaV2C({ target: __sveltets_2_any(), props: {              "name":`the return of each year`,columns,"ownName":name,"besideName":benchmark,"labelName":`Year`,"write":(value) => formatPercent(value, { signed: true }),"writeAxis":(value) => formatPercent(value, { signed: true, decimals: 0 }),}});}
     }
  }else{
     { svelteHTML.createElement("p", { "class":`muted`,});          }
  }
 Card}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const YearsCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type YearsCard__SvelteComponent_ = ReturnType<typeof YearsCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default YearsCard__SvelteComponent_;