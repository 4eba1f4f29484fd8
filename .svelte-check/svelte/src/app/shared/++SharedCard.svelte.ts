///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
;

  interface Props {
    title: string;
    /** At the right of the title. */
    aside?: Snippet;
    children: Snippet;
  };function $$render() {

  


  let { title, aside, children }: Props = $props();

  const id = $props.id();
;
async () => {


 { svelteHTML.createElement("section", { "aria-labelledby":id,});
   { svelteHTML.createElement("header", {});
     { svelteHTML.createElement("h2", {id,});title; }
    ;__sveltets_2_ensureSnippet(aside?.());
   }
  ;__sveltets_2_ensureSnippet(children());
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SharedCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SharedCard__SvelteComponent_ = ReturnType<typeof SharedCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default SharedCard__SvelteComponent_;