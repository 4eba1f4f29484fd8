///<reference types="svelte" />
;
import type { Component, Snippet } from 'svelte';
;

  interface Props {
    icon: Component;
    title: string;
    text: string;
    /** The one offered first. */
    first?: boolean;
    children: Snippet;
  };function $$render() {

  


  let { icon: Icon, title, text, first = false, children }: Props = $props();

  const id = $props.id();
;
async () => {


 { svelteHTML.createElement("section", {   "class":{ first },"aria-labelledby":id,});
   { const $$_nocI1C = __sveltets_2_ensureComponent(Icon); new $$_nocI1C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
   { svelteHTML.createElement("div", {});
     { svelteHTML.createElement("h2", {id,});title; }
     { svelteHTML.createElement("p", {});text; }
     { svelteHTML.createElement("div", { "class":`act`,});;__sveltets_2_ensureSnippet(children()); }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const StartCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type StartCard__SvelteComponent_ = ReturnType<typeof StartCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default StartCard__SvelteComponent_;