///<reference types="svelte" />
;
import EquityChart from '../../chart/EquityChart.svelte';
import Segmented from '../../components/Segmented.svelte';
import { report } from '../../state/report.svelte';
import Card from './Card.svelte';
import type { ReportParts } from './report-parts';
function $$render() {

  
  
  
  
  

  let { answer, dataset, bars, name }: ReportParts = $props();

  const outcome = $derived(answer.outcome);
  const SCALES = [
    { id: 'log', label: 'Log', title: 'Equal distances are equal percentages' },
    { id: 'linear', label: 'Linear', title: 'Equal distances are equal amounts' },
  ] as const;
;
async () => {


 { const $$_draC0C = __sveltets_2_ensureComponent(Card); const $$_draC0 = new $$_draC0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`Equity, ${report.log ? 'log' : 'linear'} scale`,acts:() => { async ()/*Ωignore_positionΩ*/ => {
     { const $$_detnemgeS0C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS0C({ target: __sveltets_2_any(), props: {         "options":SCALES,"selected":report.log ? 'log' : 'linear',"label":`Scale of the equity`,"onSelect":(id) => (report.log = id === 'log'),}});}
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {acts} = $$_draC0.$$prop_def;/*Ωignore_endΩ*/
  
   { svelteHTML.createElement("div", { "class":`chart`,});
     { const $$_trahCytiuqE2C = __sveltets_2_ensureComponent(EquityChart); new $$_trahCytiuqE2C({ target: __sveltets_2_any(), props: {                   bars,"equity":outcome.result.series.equity,"drawdown":outcome.result.series.drawdown,"holding":outcome.holding.equity,"holdingDrawdown":outcome.holding.drawdown,"currency":dataset.instrument.currency,"interval":dataset.interval,name,"zone":dataset.instrument.zone,"log":report.log,}});}
   }
 Card}


};
return { props: {} as any as ReportParts, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CurvesCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CurvesCard__SvelteComponent_ = ReturnType<typeof CurvesCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default CurvesCard__SvelteComponent_;