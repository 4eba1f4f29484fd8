///<reference types="svelte" />
;
import { visibleParts } from './visible-controls';
;

  interface Props {
    text: string;
  };function $$render() {

  


  let { text }: Props = $props();
;
async () => {


    for(let part of __sveltets_2_ensureArray(visibleParts(text))){let i = 1;i;if(part.unseen){ { svelteHTML.createElement("span", {    "class":`unseen`,"title":`A character that is not seen`,});part.text; }}else{part.text;}}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SafeText__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SafeText__SvelteComponent_ = ReturnType<typeof SafeText__SvelteComponent_>;
/*Ωignore_endΩ*/export default SafeText__SvelteComponent_;