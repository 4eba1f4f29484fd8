///<reference types="svelte" />
;
import type { StudyWord } from '../../workers/study.client';
import Button from '../components/Button.svelte';
import {
    CANDLE_RANGES,
    isChanged,
    meaningOf,
    meaningWords,
    rangeOf,
    type WordChange,
    type WordChanges,
  } from './candle-words';
import { MOST_UNSTABLE, nameWords } from './study';
import StudyNumber from './StudyNumber.svelte';
;

  interface Props {
    word: StudyWord;
    changes: WordChanges;
    /** @param field  what changes; null to set all back */
    onChange: (change: WordChange | null, field: string) => void;
  };function $$render() {

  
  
  
  
  


  let { word, changes, onChange }: Props = $props();

  const id = $props.id();
  const meaning = $derived(meaningOf(word, changes));
  const changed = $derived(isChanged(word, changes));

  const period = $derived({
    name: 'period',
    kind: 'integer',
    min: 0,
    max: MOST_UNSTABLE,
    default: word.period,
    choices: null,
  } as const);
  const factor = $derived({
    name: 'factor',
    kind: 'real',
    min: -3e37,
    max: 3e37,
    default: word.factor,
    choices: null,
  } as const);
;
async () => {


 { svelteHTML.createElement("details", {});
   { svelteHTML.createElement("summary", {});
     { svelteHTML.createElement("span", { "class":`word`,});nameWords(word.name); }
     { svelteHTML.createElement("span", {  "class":`meaning`,});changed;meaningWords(meaning); }
   }
   { svelteHTML.createElement("div", {     "class":`fields`,"role":`group`,"aria-label":nameWords(word.name),});
     { svelteHTML.createElement("div", { "class":`choice`,});
       { svelteHTML.createElement("label", { "for":`${id}-range`,});  }
       { svelteHTML.createElement("select", {         "id":`${id}-range`,"class":`input`,"value":meaning.range,"onchange":(event) =>
          onChange({ ...meaning, range: rangeOf(event.currentTarget.value, word) }, 'range'),});
           for(let { id: value, name } of __sveltets_2_ensureArray(CANDLE_RANGES)){value; { svelteHTML.createElement("option", {value,});name; }}
       }
     }
     { const $$_rebmuNydutS2C = __sveltets_2_ensureComponent(StudyNumber); new $$_rebmuNydutS2C({ target: __sveltets_2_any(), props: {       "param":period,"value":meaning.period,"onChange":(value) => onChange({ ...meaning, period: value }, 'period'),}});}
     { const $$_rebmuNydutS2C = __sveltets_2_ensureComponent(StudyNumber); new $$_rebmuNydutS2C({ target: __sveltets_2_any(), props: {       "param":factor,"value":meaning.factor,"onChange":(value) => onChange({ ...meaning, factor: value }, 'factor'),}});}
    if(changed){
       { svelteHTML.createElement("div", {}); { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"look":`plain`,"onclick":() => onChange(null, 'all'),}});  Button} }
    }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CandleWord__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CandleWord__SvelteComponent_ = ReturnType<typeof CandleWord__SvelteComponent_>;
/*Ωignore_endΩ*/export default CandleWord__SvelteComponent_;