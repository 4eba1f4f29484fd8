///<reference types="svelte" />
;
import Play from '@lucide/svelte/icons/play';
import Button from '../../components/Button.svelte';
import ProgressRow from '../../components/ProgressRow.svelte';
import { formatCount } from '../../format';
import ValueColumns from '../../plots/ValueColumns.svelte';
import { sensitivity, type StudyState } from '../../state/sensitivity.svelte';
import Card from './Card.svelte';
import CostGrid from './CostGrid.svelte';
import DrawSpread from './DrawSpread.svelte';
import { STUDY_METRICS, STUDY_TITLES, studyColumns, studyValue } from './study-words';
;

  interface Props {
    state: StudyState;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  


  let { state }: Props = $props();

  const { kind, question, variants } = $derived(state.planned);
  const study = $derived(state.study);
  const metricName = $derived(STUDY_METRICS.find(({ id }) => id === study?.metric)?.label ?? '');
  /** The time at which the work last told how far it is. */
  const clockOf = (_: StudyState['task']): number => Date.now();
  const columns = $derived(study ? studyColumns(study) : []);
;
async () => {


 { const $$_draC0C = __sveltets_2_ensureComponent(Card); new $$_draC0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":STUDY_TITLES[kind],}});
   { svelteHTML.createElement("p", { "class":`question`,});question; }
  if(state.task){
     { svelteHTML.createElement("div", { "class":`progress`,});
       { const $$_woRssergorP2C = __sveltets_2_ensureComponent(ProgressRow); new $$_woRssergorP2C({ target: __sveltets_2_any(), props: {      "task":state.task,"now":clockOf(state.task),"onClear":() => undefined,}});}
     }
  } else if (!study){
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"icon":Play,"onclick":() => sensitivity.start(kind),}}); formatCount(variants, 'variant');  Button}
  }
  if(state.failure){ { svelteHTML.createElement("p", {   "class":`bad`,"role":`alert`,});state.failure.message; state.failure.remedy; }}
  if(study){
    if(kind === 'costs'){
       { const $$_dirGtsoC1C = __sveltets_2_ensureComponent(CostGrid); new $$_dirGtsoC1C({ target: __sveltets_2_any(), props: { study,}});}
    } else if (kind === 'skip'){
       { svelteHTML.createElement("div", { "class":`chart`,}); { const $$_daerpSwarD2C = __sveltets_2_ensureComponent(DrawSpread); new $$_daerpSwarD2C({ target: __sveltets_2_any(), props: { study,}});} }
    }else{
       { svelteHTML.createElement("div", { "class":`chart`,});
         { const $$_snmuloCeulaV2C = __sveltets_2_ensureComponent(ValueColumns); new $$_snmuloCeulaV2C({ target: __sveltets_2_any(), props: {            "name":`${STUDY_TITLES[kind].toLowerCase()}, ${metricName}`,columns,"ownName":metricName,"besideName":null,"labelName":`${study.axes[0]?.name}, ${kind === 'start' ? 'day' : study.axes[0]?.unit}`,"write":(value) => studyValue(value, study.metric),}});}
       }
    }
     { svelteHTML.createElement("p", {});study.answer; }
     { svelteHTML.createElement("ul", {});
         for(let assumption of __sveltets_2_ensureArray(study.assumptions)){assumption; { svelteHTML.createElement("li", {});assumption; }}
     }
  }
 Card}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const StudyCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type StudyCard__SvelteComponent_ = ReturnType<typeof StudyCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default StudyCard__SvelteComponent_;