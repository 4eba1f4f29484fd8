///<reference types="svelte" />
;
import Figure from '../components/Figure.svelte';
import Meter from '../components/Meter.svelte';
import { workspace } from '../state/workspace.svelte';
import { headlineFigures } from './headline';
import Sentence from './Sentence.svelte';
import { parameterWords } from './words';
;

  interface Props {
    /** How many figures stand beside the sentence. */
    figures?: number;
    stacked?: boolean;
  };function $$render() {

  
  
  
  
  
  


  let { figures = 3, stacked = false }: Props = $props();

  const answer = $derived(workspace.answer);
  const verdict = $derived(answer?.outcome.verdict ?? null);
  const params = $derived(workspace.view?.params ?? []);
  const stale = $derived(answer !== null && !workspace.fresh);
  const shownFor = $derived(answer ? parameterWords(params, answer.request.parameters, ', ') : '');
  const runningFor = $derived(parameterWords(params, workspace.parameters, ', '));
  const staleWords = $derived(
    workspace.failure
      ? 'the last good result'
      : shownFor !== runningFor
        ? `for ${shownFor}; running ${runningFor}`
        : workspace.view && !workspace.view.runnable
          ? 'the last good result; the script has problems'
          : 'updating',
  );
  const headline = $derived(
    answer && workspace.bars && workspace.dataset
      ? headlineFigures(answer.outcome, workspace.bars, workspace.dataset.interval).slice(0, figures)
      : [],
  );
;
async () => {


 { svelteHTML.createElement("section", {    "class":['strip', { stacked, stale }],"aria-label":`What the result is worth`,...__sveltets_2_empty({"data-region":true}),});
   { svelteHTML.createElement("div", { "class":`verdict`,});
    if(verdict){
       { svelteHTML.createElement("div", { "class":`head`,});
         { const $$_reteM3C = __sveltets_2_ensureComponent(Meter); new $$_reteM3C({ target: __sveltets_2_any(), props: {  "value":verdict.meter,}});}
         { svelteHTML.createElement("h2", {});verdict.words; }
        if(stale && (workspace.busy || workspace.failure || !workspace.view?.runnable)){ { svelteHTML.createElement("span", {  "class":`about`,});staleWords; }}
       }
       { svelteHTML.createElement("p", {}); { const $$_ecnetneS3C = __sveltets_2_ensureComponent(Sentence); new $$_ecnetneS3C({ target: __sveltets_2_any(), props: {  "text":verdict.sentence,}});} }
    } else if (workspace.failure){
       { svelteHTML.createElement("h2", {});   }
       { svelteHTML.createElement("p", {});workspace.failure.message; workspace.failure.remedy; }
    }else{
       { svelteHTML.createElement("h2", { "class":`muted`,});workspace.bars ? 'Running the strategy' : 'Reading the data'; }
       { svelteHTML.createElement("p", { "class":`muted`,});         }
    }
   }
   { svelteHTML.createElement("div", { "class":`figures`,});
       for(let figure of __sveltets_2_ensureArray(headline)){figure.label; { const $$_erugiF2C = __sveltets_2_ensureComponent(Figure); new $$_erugiF2C({ target: __sveltets_2_any(), props: { ...figure,}});}}
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const VerdictStrip__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type VerdictStrip__SvelteComponent_ = ReturnType<typeof VerdictStrip__SvelteComponent_>;
/*Ωignore_endΩ*/export default VerdictStrip__SvelteComponent_;