///<reference types="svelte" />
;
import type { StudyParameter } from '../../workers/study.client';
import { paramText, rangeWords, readParam, stepParam } from './param-text';
import { countsBars, nameWords } from './study';
;

  interface Props {
    param: StudyParameter;
    value: number;
    onChange: (value: number) => void;
  };function $$render() {

  
  
  


  let { param, value, onChange }: Props = $props();

  const id = $props.id();
  const BIG_STEP = 10;
  let draft = $state<string | null>(null);

  const reading = $derived(draft === null ? null : readParam(param, draft));
  const problem = $derived(reading && 'problem' in reading ? reading.problem : null);

  function read(text: string): void {
    draft = text;
    const next = readParam(param, text);
    if ('value' in next && next.value !== value) onChange(next.value);
  }

  function onkeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && draft !== null && problem) {
      event.stopPropagation();
      draft = null;
    }
    if (event.key === 'Enter') draft = null;
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    draft = null;
    const next = stepParam(param, value, direction * (event.shiftKey ? BIG_STEP : 1));
    if (next !== value) onChange(next);
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":`row`,});
   { svelteHTML.createElement("label", { "for":`${id}-field`,});nameWords(param.name); }
   { svelteHTML.createElement("input", {                      "id":`${id}-field`,"class":`input`,"type":`text`,"inputmode":param.kind === 'integer' && param.min >= 0 ? 'numeric' : 'decimal',"autocomplete":`off`,"value":draft ?? paramText(value),"aria-invalid":problem ? 'true' : undefined,"aria-describedby":`${id}-about`,"oninput":(event) => read(event.currentTarget.value),"onblur":() => (draft = null),onkeydown,});}
   { svelteHTML.createElement("span", { "class":`unit`,});countsBars(param) ? 'bars' : ''; }
   { svelteHTML.createElement("p", {    "id":`${id}-about`,"aria-live":`polite`,});problem !== null;
    problem ? `${problem}. ${paramText(value)} stays in force.` : rangeWords(param);
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const StudyNumber__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type StudyNumber__SvelteComponent_ = ReturnType<typeof StudyNumber__SvelteComponent_>;
/*Ωignore_endΩ*/export default StudyNumber__SvelteComponent_;