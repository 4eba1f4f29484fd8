///<reference types="svelte" />
;
import type { Component, Snippet } from 'svelte';
;

  interface Props {
    look?: 'plain' | 'accent' | 'dashed' | 'caution' | 'bad';
    icon?: Component;
    title?: string;
    children: Snippet;
  };function $$render() {

  


  let { look = 'plain', icon: Icon, title, children }: Props = $props();
;
async () => {


 { svelteHTML.createElement("span", {  "class":['badge', look],title,});
  if(Icon){ { const $$_nocI1C = __sveltets_2_ensureComponent(Icon); new $$_nocI1C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}}
  ;__sveltets_2_ensureSnippet(children());
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Badge__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Badge__SvelteComponent_ = ReturnType<typeof Badge__SvelteComponent_>;
/*Ωignore_endΩ*/export default Badge__SvelteComponent_;