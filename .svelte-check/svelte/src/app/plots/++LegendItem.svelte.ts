///<reference types="svelte" />
;
import { palette } from '../chart/palette';
import { toneColour, type LineTone } from './line-picture';
;

  interface Props {
    name: string;
    tone: LineTone;
    dash?: readonly number[] | undefined;
    value?: string | undefined;
  };function $$render() {

  
  


  let { name, tone, dash, value }: Props = $props();
;
async () => {


 { svelteHTML.createElement("span", { "class":`item`,});
   { svelteHTML.createElement("svg", {     "width":`16`,"height":`6`,"aria-hidden":`true`,});
     { svelteHTML.createElement("line", {               "x1":`0`,"x2":`16`,"y1":`3`,"y2":`3`,"stroke":toneColour(palette(), tone),"stroke-width":tone === 'bench' ? 1.5 : 2,"stroke-dasharray":dash?.join(' '),});}
   }
   { svelteHTML.createElement("span", {   "class":`name`,"title":name,});name; }
  if(value !== undefined){ { svelteHTML.createElement("b", {});value; }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LegendItem__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LegendItem__SvelteComponent_ = ReturnType<typeof LegendItem__SvelteComponent_>;
/*Ωignore_endΩ*/export default LegendItem__SvelteComponent_;