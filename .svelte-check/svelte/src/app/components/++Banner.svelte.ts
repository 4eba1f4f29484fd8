///<reference types="svelte" />
;
import type { Component, Snippet } from 'svelte';
import Button from './Button.svelte';
;

  interface Props {
    level?: 'plain' | 'info' | 'caution' | 'error';
    icon: Component;
    /** Code of a failure, shown behind the words. */
    code?: string | undefined;
    action?: { readonly label: string; run(): void } | null;
    children: Snippet;
  };function $$render() {

  
  


  let { level = 'plain', icon: Icon, code, action = null, children }: Props = $props();
;
async () => {


 { svelteHTML.createElement("div", {     "class":`banner`,...__sveltets_2_empty({"data-level":level}),"role":level === 'error' ? 'alert' : 'status',});
   { const $$_nocI1C = __sveltets_2_ensureComponent(Icon); new $$_nocI1C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
   { svelteHTML.createElement("p", {});
    ;__sveltets_2_ensureSnippet(children());
    if(code){ { svelteHTML.createElement("code", { "class":`muted`,});code; }}
   }
  if(action){ { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"onclick":action.run,}});action.label; Button}}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Banner__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Banner__SvelteComponent_ = ReturnType<typeof Banner__SvelteComponent_>;
/*Ωignore_endΩ*/export default Banner__SvelteComponent_;