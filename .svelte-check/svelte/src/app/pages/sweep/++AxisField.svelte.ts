///<reference types="svelte" />
;
import Popover from '../../components/Popover.svelte';
import { rangeMistake, rangeWords, type AxisRange } from './axis-range';
;

  interface Props {
    range: AxisRange;
    /** Parameters that may be swept on this axis, this one included. */
    names: readonly string[];
    onChange: (range: AxisRange) => void;
    onChoose: (name: string) => void;
  };function $$render() {

  
  


  let { range, names, onChange, onChoose }: Props = $props();

  const FIELDS = [
    { key: 'min', label: 'First value' },
    { key: 'max', label: 'Last value' },
    { key: 'step', label: 'Step' },
  ] as const;

  let draft = $derived({ ...range });
  const mistake = $derived(rangeMistake(draft));
  const id = $props.id();

  function change(key: 'min' | 'max' | 'step', value: number): void {
    draft = { ...draft, [key]: value };
    if (rangeMistake(draft) === null) onChange(draft);
  }
;
async () => {


 { const $$_revopoP0C = __sveltets_2_ensureComponent(Popover); const $$_revopoP0 = new $$_revopoP0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"label":`Range of ${range.name}`,trigger:(props) => { async ()/*Ωignore_positionΩ*/ => {
     { svelteHTML.createElement("button", {    "type":`button`,"class":['axis', { wrong: mistake !== null }],...props,});
       { svelteHTML.createElement("span", { "class":`muted`,});range.name; }  { svelteHTML.createElement("strong", {});rangeWords(range); }
     }
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {trigger} = $$_revopoP0.$$prop_def;/*Ωignore_endΩ*/
  
   { svelteHTML.createElement("div", { "class":`fields`,});
    if(names.length > 1){
       { svelteHTML.createElement("label", { "for":`${id}-name`,});  }
       { svelteHTML.createElement("select", {         "id":`${id}-name`,"class":`input`,"value":range.name,"onchange":(event) => onChoose(event.currentTarget.value),});
           for(let name of __sveltets_2_ensureArray(names)){name; { svelteHTML.createElement("option", {});name; }}
       }
    }
       for(let field of __sveltets_2_ensureArray(FIELDS)){field.key;
       { svelteHTML.createElement("label", { "for":`${id}-${field.key}`,});field.label; }
       { svelteHTML.createElement("input", {                   "id":`${id}-${field.key}`,"class":`input`,"type":`number`,"step":`any`,"value":draft[field.key],"aria-invalid":mistake ? 'true' : undefined,"aria-describedby":`${id}-mistake`,"oninput":(event) => change(field.key, event.currentTarget.valueAsNumber),"onwheel":(event) => event.currentTarget.blur(),});}
    }
   }
   { svelteHTML.createElement("p", {     "id":`${id}-mistake`,"class":`mistake`,"role":`status`,});
    mistake ? `${mistake} ${rangeWords(range)} stays in force.` : '';
   }
 Popover}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const AxisField__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type AxisField__SvelteComponent_ = ReturnType<typeof AxisField__SvelteComponent_>;
/*Ωignore_endΩ*/export default AxisField__SvelteComponent_;