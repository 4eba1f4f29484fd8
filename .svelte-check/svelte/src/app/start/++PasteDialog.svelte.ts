///<reference types="svelte" />
;
import Button from '../components/Button.svelte';
import Dialog from '../components/Dialog.svelte';
;

  interface Props {
    onPaste: (name: string, text: string) => void;
    onClose: () => void;
  };function $$render() {

  
  


  let { onPaste, onClose }: Props = $props();

  const id = $props.id();
  let name = $state('Pasted rows');
  let text = $state('');

  function onsubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (text.trim() !== '') onPaste(name.trim() || 'Pasted rows', text);
  }
;
async () => {


  { const $$_golaiD0C = __sveltets_2_ensureComponent(Dialog); new $$_golaiD0C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"open":true,"title":`Paste rows`,"description":`A header line, then one row a bar. Commas, semicolons or tabs between the columns.`,onClose,}});
   { svelteHTML.createElement("form", {onsubmit,});
     { svelteHTML.createElement("label", { "for":`${id}-name`,});  }
     { svelteHTML.createElement("input", {        "id":`${id}-name`,"class":`input`,"type":`text`,"bind:value":name,});/*Ωignore_startΩ*/() => name = __sveltets_2_any(null);/*Ωignore_endΩ*/}
     { svelteHTML.createElement("label", { "for":`${id}-rows`,});  }
     { svelteHTML.createElement("textarea", {       "id":`${id}-rows`,"rows":10,"spellcheck":`false`,"bind:value":text,});/*Ωignore_startΩ*/() => text = __sveltets_2_any(null);/*Ωignore_endΩ*/ }
     { svelteHTML.createElement("div", { "class":`acts`,});
       { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"onclick":onClose,}});  Button}
       { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"look":`filled`,"type":`submit`,"reason":text.trim() === '' ? 'There are no rows yet' : null,}});    Button}
     }
   }
 Dialog}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const PasteDialog__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type PasteDialog__SvelteComponent_ = ReturnType<typeof PasteDialog__SvelteComponent_>;
/*Ωignore_endΩ*/export default PasteDialog__SvelteComponent_;