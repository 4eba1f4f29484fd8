///<reference types="svelte" />
;
import type { Bars } from '../../core/bars';
import type { DatasetManifest } from '../../core/dataset';
import type { BacktestAnswer } from '../../workers/protocol';
import EquityChart from '../chart/EquityChart.svelte';
import Meter from '../components/Meter.svelte';
import Sentence from '../shell/Sentence.svelte';
;

  interface Props {
    answer: BacktestAnswer;
    dataset: DatasetManifest | null;
    /** Bars of that dataset; null when another one is on screen. */
    bars: Bars | null;
  };function $$render() {

  
  
  
  
  
  


  let { answer, dataset, bars }: Props = $props();

  const outcome = $derived(answer.outcome);
  const series = $derived(outcome.result.series);
;
async () => {


 { svelteHTML.createElement("section", { "aria-labelledby":`worth-title`,});
   { svelteHTML.createElement("div", { "class":`line`,});
     { const $$_reteM2C = __sveltets_2_ensureComponent(Meter); new $$_reteM2C({ target: __sveltets_2_any(), props: {  "value":outcome.verdict.meter,}});}
     { svelteHTML.createElement("h2", { "id":`worth-title`,});outcome.verdict.words; }
   }
   { svelteHTML.createElement("p", {}); { const $$_ecnetneS2C = __sveltets_2_ensureComponent(Sentence); new $$_ecnetneS2C({ target: __sveltets_2_any(), props: {  "text":outcome.verdict.sentence,}});} }
  if(dataset && bars?.time.length === series.time.length){
     { svelteHTML.createElement("div", { "class":`equity`,});
       { const $$_trahCytiuqE2C = __sveltets_2_ensureComponent(EquityChart); new $$_trahCytiuqE2C({ target: __sveltets_2_any(), props: {                bars,"equity":series.equity,"drawdown":series.drawdown,"holding":outcome.holding.equity,"holdingDrawdown":outcome.holding.drawdown,"currency":dataset.instrument.currency,"interval":dataset.interval,"zone":dataset.instrument.zone,}});}
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LinkWorth__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LinkWorth__SvelteComponent_ = ReturnType<typeof LinkWorth__SvelteComponent_>;
/*Ωignore_endΩ*/export default LinkWorth__SvelteComponent_;