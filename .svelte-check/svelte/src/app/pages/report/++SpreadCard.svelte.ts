///<reference types="svelte" />
;
import type { Tearsheet } from '../../../research/tearsheet/shape';
import { formatInteger, formatPercent } from '../../format';
import ValueColumns from '../../plots/ValueColumns.svelte';
import Card from './Card.svelte';
import { spreadColumns } from './year-columns';
;

  interface Props {
    sheet: Tearsheet;
    name: string;
  };function $$render() {

  
  
  
  
  


  let { sheet, name }: Props = $props();

  const spread = $derived(sheet.distribution);
  const benchmark = $derived(sheet.facts.benchmark);
  const columns = $derived(spread ? spreadColumns(spread, benchmark) : []);
  const PERIODS = { bar: 'bars', day: 'days', month: 'months' } as const;
;
async () => {


 { const $$_draC0C = __sveltets_2_ensureComponent(Card); new $$_draC0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"title":`Spread of returns`,"remark":spread ? `of ${PERIODS[spread.period]}` : '',}});
  if(spread){
     { svelteHTML.createElement("div", { "class":`chart`,});
       { const $$_snmuloCeulaV2C = __sveltets_2_ensureComponent(ValueColumns); new $$_snmuloCeulaV2C({ target: __sveltets_2_any(), props: {             "name":`the spread of returns`,columns,"ownName":name,"besideName":spread.benchmarkCounts ? benchmark : null,"labelName":`From`,"write":formatInteger,"joined":true,}});}
     }
     { svelteHTML.createElement("p", { "class":`muted`,});
       formatPercent(spread.mean, { decimals: 2, signed: true });  formatPercent(spread.median, {
        decimals: 2,
        signed: true,
      });  formatPercent(spread.deviation, { decimals: 2 });      
     }
  }else{
     { svelteHTML.createElement("p", { "class":`muted`,});       }
  }
 Card}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SpreadCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SpreadCard__SvelteComponent_ = ReturnType<typeof SpreadCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default SpreadCard__SvelteComponent_;