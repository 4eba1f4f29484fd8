///<reference types="svelte" />
;
import type { CodeSpan } from '../editor/script-highlight';
import SafeText from './SafeText.svelte';
;

  interface Props {
    source: string;
    /** Name of the listing. */
    label: string;
  };function $$render() {

  
  


  let { source, label }: Props = $props();

  const text = $derived(source.replaceAll('\r\n', '\n').trimEnd());
  const plain = $derived(text.split('\n').map((line): CodeSpan[] => [{ text: line, kind: '' }]));
  let coloured = $state.raw<{ readonly text: string; readonly lines: CodeSpan[][] } | null>(null);
  const lines = $derived(coloured?.text === text ? coloured.lines : plain);

  $effect(() => {
    const wanted = text;
    import('../editor/script-highlight').then(
      ({ highlightLines }) => (coloured = { text: wanted, lines: highlightLines(wanted) }),
      () => (coloured = null),
    );
  });
;
async () => {



 { svelteHTML.createElement("div", {       "class":`code`,"role":`region`,"aria-label":label,"tabindex":0,});
   { svelteHTML.createElement("ol", {});
        for(let line of __sveltets_2_ensureArray(lines)){let i = 1;i;
       { svelteHTML.createElement("li", {});
         { svelteHTML.createElement("code", { });    for(let span of __sveltets_2_ensureArray(line)){let j = 1;j; { svelteHTML.createElement("span", { "class":span.kind,}); { const $$_txeTefaS5C = __sveltets_2_ensureComponent(SafeText); new $$_txeTefaS5C({ target: __sveltets_2_any(), props: {  "text":span.text,}});} }} }
       }
    }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CodeListing__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CodeListing__SvelteComponent_ = ReturnType<typeof CodeListing__SvelteComponent_>;
/*Ωignore_endΩ*/export default CodeListing__SvelteComponent_;