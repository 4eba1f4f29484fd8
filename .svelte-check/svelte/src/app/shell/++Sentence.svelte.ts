///<reference types="svelte" />
;
import { emphasise } from './words';
;

  interface Props {
    text: string;
  };function $$render() {

  


  let { text }: Props = $props();
;
async () => {


    for(let part of __sveltets_2_ensureArray(emphasise(text))){let i = 1;i;if(part.strong){ { svelteHTML.createElement("strong", {});part.text; }}else{part.text;}}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Sentence__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Sentence__SvelteComponent_ = ReturnType<typeof Sentence__SvelteComponent_>;
/*Ωignore_endΩ*/export default Sentence__SvelteComponent_;