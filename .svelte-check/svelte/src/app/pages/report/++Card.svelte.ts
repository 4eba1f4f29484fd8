///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
;

  interface Props {
    title: string;
    remark?: string;
    /** What can be done with it; not printed. */
    acts?: Snippet;
    children: Snippet;
  };function $$render() {

  


  let { title, remark, acts, children }: Props = $props();
;
async () => {


 { svelteHTML.createElement("section", {   "class":`card`,"aria-label":title,});
   { svelteHTML.createElement("header", {});
     { svelteHTML.createElement("h2", {});title; }
    if(remark){ { svelteHTML.createElement("span", { "class":`muted`,});remark; }}
    if(acts){ { svelteHTML.createElement("div", { "class":`acts no-print`,});;__sveltets_2_ensureSnippet(acts()); }}
   }
  ;__sveltets_2_ensureSnippet(children());
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Card__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Card__SvelteComponent_ = ReturnType<typeof Card__SvelteComponent_>;
/*Ωignore_endΩ*/export default Card__SvelteComponent_;