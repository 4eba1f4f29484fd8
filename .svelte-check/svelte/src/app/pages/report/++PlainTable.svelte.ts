///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
;

  interface Props {
    /** Names the region that scrolls. */
    label: string;
    /** Width below which it scrolls sideways, rem. */
    least?: number;
    /** Height above which it scrolls, rem. */
    most?: number | undefined;
    head: Snippet;
    body: Snippet;
    /** Totals. */
    foot?: Snippet;
  };function $$render() {

  


  let { label, least = 0, most, head, body, foot }: Props = $props();
;
async () => {



  { svelteHTML.createElement("div", {         "class":`scroll`,"role":`region`,"aria-label":`${label}, scrolls`,"tabindex":0,});__sveltets_2_ensureType(String, Number, most ? `${most}rem` : null);
   { svelteHTML.createElement("table", { });__sveltets_2_ensureType(String, Number, `${least} `);
     { svelteHTML.createElement("thead", {}); { svelteHTML.createElement("tr", {});;__sveltets_2_ensureSnippet(head()); } }
     { svelteHTML.createElement("tbody", {});;__sveltets_2_ensureSnippet(body()); }
    if(foot){ { svelteHTML.createElement("tfoot", {}); { svelteHTML.createElement("tr", {});;__sveltets_2_ensureSnippet(foot()); } }}
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const PlainTable__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type PlainTable__SvelteComponent_ = ReturnType<typeof PlainTable__SvelteComponent_>;
/*Ωignore_endΩ*/export default PlainTable__SvelteComponent_;