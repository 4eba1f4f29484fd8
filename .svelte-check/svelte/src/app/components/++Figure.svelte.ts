///<reference types="svelte" />
;
import Hint from './Hint.svelte';
;

  interface Props {
    label: string;
    value: string;
    /** Behind the value, small, as `a year`. */
    unit?: string;
    /** Range and sample. */
    sub: string;
    /** Technical name and formula. */
    formula?: string | undefined;
  };function $$render() {
 const name/*Ωignore_positionΩ*/ = (props: Record<string, unknown>)/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => {
   { svelteHTML.createElement("button", {    "type":`button`,"class":`label`,...props,});label; }
};return __sveltets_2_any(0)};
  


  let { label, value, unit, sub, formula }: Props = $props();
;
async () => {




 { svelteHTML.createElement("div", { "class":`figure`,});
  if(formula){
     { const $$_tniH1C = __sveltets_2_ensureComponent(Hint); new $$_tniH1C({ target: __sveltets_2_any(), props: {    "text":formula,"trigger":name,}});}
  }else{
     { svelteHTML.createElement("span", { "class":`label`,});label; }
  }
   { svelteHTML.createElement("div", {});
     { svelteHTML.createElement("span", { "class":`value`,});value; }if(unit){ { svelteHTML.createElement("span", { "class":`unit`,});unit; }}
   }
   { svelteHTML.createElement("div", { "class":`label`,});sub; }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Figure__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Figure__SvelteComponent_ = ReturnType<typeof Figure__SvelteComponent_>;
/*Ωignore_endΩ*/export default Figure__SvelteComponent_;