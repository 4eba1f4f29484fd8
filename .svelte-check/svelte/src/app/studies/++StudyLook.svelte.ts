///<reference types="svelte" />
;
import { COLOURS, DASHES, type OutputLook } from './study';
;

  interface Props {
    /** Name of the output; empty when there is only one. */
    name: string;
    look: OutputLook;
    isLine: boolean;
    onChange: (look: OutputLook) => void;
  };function $$render() {

  


  let { name, look, isLine, onChange }: Props = $props();

  const id = $props.id();
;
async () => {


 { svelteHTML.createElement("fieldset", {});
   { svelteHTML.createElement("legend", {});name || 'Colour'; }
   { svelteHTML.createElement("div", { "class":`colours`,});
        for(let colour of __sveltets_2_ensureArray(COLOURS)){let k = 1;colour;
       { svelteHTML.createElement("label", { "title":colour,});
         { svelteHTML.createElement("input", {             "type":`radio`,"name":`${id}-colour`,"value":k,"aria-label":colour,"checked":look.colour === k,"onchange":() => onChange({ ...look, colour: k }),});}
         { svelteHTML.createElement("span", {  "class":`swatch`,});__sveltets_2_ensureType(String, Number, ` ${k + 1} `); }
       }
    }
   }
  if(isLine){
     { svelteHTML.createElement("select", {       "aria-label":`${name || 'Line'}, dash pattern`,"value":look.dash,"onchange":(event) => onChange({ ...look, dash: Number(event.currentTarget.value) }),});
          for(let dash of __sveltets_2_ensureArray(DASHES)){let k = 1;dash.name; { svelteHTML.createElement("option", { "value":k,});dash.name; }}
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const StudyLook__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type StudyLook__SvelteComponent_ = ReturnType<typeof StudyLook__SvelteComponent_>;
/*Ωignore_endΩ*/export default StudyLook__SvelteComponent_;