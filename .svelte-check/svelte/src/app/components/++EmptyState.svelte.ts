///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
import Button from './Button.svelte';
;

  interface Props {
    title: string;
    action?: { readonly label: string; readonly reason?: string | null; run(): void } | null;
    children?: Snippet;
  };function $$render() {

  
  


  let { title, action = null, children }: Props = $props();
;
async () => {


 { svelteHTML.createElement("div", { "class":`empty`,});
   { svelteHTML.createElement("p", { "class":`title`,});title; }
  if(children){ { svelteHTML.createElement("p", {});;__sveltets_2_ensureSnippet(children()); }}
  if(action){ { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"reason":action.reason ?? null,"onclick":action.run,}});action.label; Button}}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const EmptyState__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type EmptyState__SvelteComponent_ = ReturnType<typeof EmptyState__SvelteComponent_>;
/*Ωignore_endΩ*/export default EmptyState__SvelteComponent_;