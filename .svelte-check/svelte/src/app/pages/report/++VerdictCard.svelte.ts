///<reference types="svelte" />
;
import Figure from '../../components/Figure.svelte';
import Meter from '../../components/Meter.svelte';
import Sentence from '../../shell/Sentence.svelte';
import { reportFigures } from './report-figures';
import type { ReportParts } from './report-parts';
import RangeRows from './RangeRows.svelte';
function $$render() {

  
  
  
  
  
  

  let { answer, dataset, bars }: ReportParts = $props();

  const outcome = $derived(answer.outcome);
  const figures = $derived(reportFigures(outcome, bars, dataset));
;
async () => {


 { svelteHTML.createElement("section", {   "class":`card`,"aria-label":`What the result is worth`,});
   { svelteHTML.createElement("div", { "class":`verdict`,});
     { svelteHTML.createElement("h2", {}); { const $$_reteM3C = __sveltets_2_ensureComponent(Meter); new $$_reteM3C({ target: __sveltets_2_any(), props: {  "value":outcome.verdict.meter,}});} outcome.verdict.words; }
     { svelteHTML.createElement("p", {}); { const $$_ecnetneS3C = __sveltets_2_ensureComponent(Sentence); new $$_ecnetneS3C({ target: __sveltets_2_any(), props: {  "text":outcome.verdict.sentence,}});} }
     { const $$_swoRegnaR2C = __sveltets_2_ensureComponent(RangeRows); new $$_swoRegnaR2C({ target: __sveltets_2_any(), props: { outcome,}});}
   }
   { svelteHTML.createElement("div", { "class":`figures`,});
       for(let figure of __sveltets_2_ensureArray(figures)){figure.label; { svelteHTML.createElement("div", {}); { const $$_erugiF3C = __sveltets_2_ensureComponent(Figure); new $$_erugiF3C({ target: __sveltets_2_any(), props: { ...figure,}});} }}
   }
 }


};
return { props: {} as any as ReportParts, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const VerdictCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type VerdictCard__SvelteComponent_ = ReturnType<typeof VerdictCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default VerdictCard__SvelteComponent_;