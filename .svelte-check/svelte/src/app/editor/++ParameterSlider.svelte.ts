///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
import type { PlanParam } from '../../script/plan';
import {
    formatBound,
    isWhole,
    parameterText,
    readParameter,
    snap,
    stepCount,
    stepFrom,
  } from './parameter-value';
;

  interface Props {
    param: PlanParam;
    value: number;
    /** Names of the script's lines that it drives. */
    drives: readonly string[];
    /** Colour of the first of them, 1 to 6; null when it is not drawn. */
    series: number | null;
    /** Behind the field, as `bars`. */
    unit: string;
    /** The sweep's metric along the parameter, with its name under the slider. */
    strip?: Snippet | undefined;
    stripLabel?: string | undefined;
    onChange: (value: number) => void;
    onRestore: () => void;
  };function $$render() {

  
  
  


  let { param, value, drives, series, unit, strip, stripLabel, onChange, onRestore }: Props = $props();

  const id = $props.id();
  const FEWEST_PX_PER_STEP = 5;
  const LISTED = 2;
  const BIG_STEP = 10;

  let draft = $state<string | null>(null);
  let width = $state(0);

  const places = $derived(stepCount(param));
  const reading = $derived(draft === null ? null : readParameter(param, draft));
  const problem = $derived(reading && 'problem' in reading ? reading.problem : null);
  const driven = $derived.by(() => {
    const more = drives.length - LISTED;
    return drives.slice(0, LISTED).join(', ') + (more > 0 ? ` and ${more} more` : '');
  });
  const marked = $derived(width / places >= FEWEST_PX_PER_STEP);

  function read(text: string): void {
    draft = text;
    const next = readParameter(param, text);
    if ('value' in next && next.value !== value) onChange(next.value);
  }

  function steps(event: KeyboardEvent): number | null {
    const size = event.shiftKey ? BIG_STEP : 1;
    if (event.key === 'ArrowUp' || event.key === 'ArrowRight') return size;
    if (event.key === 'ArrowDown' || event.key === 'ArrowLeft') return -size;
    if (event.key === 'PageUp') return BIG_STEP;
    return event.key === 'PageDown' ? -BIG_STEP : null;
  }

  function set(next: number): void {
    draft = null;
    if (next !== value) onChange(next);
  }

  function onSliderKey(event: KeyboardEvent): void {
    const target = { Home: param.min, End: param.max }[event.key];
    const by = steps(event);
    if (by === null && target === undefined) return;
    event.preventDefault();
    set(target ?? stepFrom(param, value, by ?? 0));
  }

  function onFieldKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' || event.key === 'Escape') draft = null;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    set(stepFrom(param, value, steps(event) ?? 0));
  }

  function onSlide(event: Event & { currentTarget: HTMLInputElement }): void {
    const next = snap(param, event.currentTarget.valueAsNumber);
    event.currentTarget.value = String(next);
    set(next);
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":`parameter`,});
   { svelteHTML.createElement("div", { "class":`line`,});
     { svelteHTML.createElement("span", {     "class":`swatch`,...__sveltets_2_empty({"data-series":series}),"aria-hidden":`true`,}); }
     { svelteHTML.createElement("label", { "for":`${id}-field`,});param.name; }
     { svelteHTML.createElement("span", { "class":`drives`,});driven ? `drives ${driven}` : ''; }
     { svelteHTML.createElement("input", {                       "id":`${id}-field`,"class":`input`,"type":`text`,"inputmode":isWhole(param) && param.min >= 0 ? 'numeric' : 'decimal',"autocomplete":`off`,"value":draft ?? parameterText(value),"aria-invalid":problem ? 'true' : undefined,"aria-describedby":`${id}-problem`,"oninput":(event) => read(event.currentTarget.value),"onblur":() => (draft = null),"onkeydown":onFieldKey,});}
     { svelteHTML.createElement("span", { "class":`unit`,});unit; }
   }
   { const $$_div1 = svelteHTML.createElement("div", {          "class":`track`,"ondblclick":onRestore,"role":`presentation`,});marked;__sveltets_2_ensureType(String, Number, places);width= $$_div1.clientWidth;
    if(strip){ { svelteHTML.createElement("div", { "class":`strip`,});;__sveltets_2_ensureSnippet(strip()); }}
     { svelteHTML.createElement("input", {                  "type":`range`,"aria-label":`${param.name}${unit ? `, ${unit}` : ''}`,"min":param.min,"max":param.max,"step":`any`,value,"title":`Double click gives back ${parameterText(param.default)}, the script's value`,"oninput":onSlide,"onkeydown":onSliderKey,});}
   }
   { svelteHTML.createElement("div", { "class":`ends`,});
     { svelteHTML.createElement("span", {});formatBound(param.min); }
     { svelteHTML.createElement("span", { "class":`about`,});stripLabel ?? ''; }
     { svelteHTML.createElement("span", {});formatBound(param.max); }
   }
   { svelteHTML.createElement("p", {     "id":`${id}-problem`,"class":`problem`,"aria-live":`polite`,});
    problem ? `${problem}. ${parameterText(value)} stays in force.` : '';
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ParameterSlider__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ParameterSlider__SvelteComponent_ = ReturnType<typeof ParameterSlider__SvelteComponent_>;
/*Ωignore_endΩ*/export default ParameterSlider__SvelteComponent_;