///<reference types="svelte" />
;
import Button from '../components/Button.svelte';
import { readLink } from './link-text';
;

  interface Props {
    onOpen: (link: string) => void;
  };function $$render() {

  
  


  let { onOpen }: Props = $props();

  const id = $props.id();
  let text = $state('');
  let asked = $state(false);

  const reading = $derived(readLink(text));
  const problem = $derived('problem' in reading && (asked || text !== '') ? reading.problem : null);

  function onsubmit(event: SubmitEvent): void {
    event.preventDefault();
    asked = true;
    if ('link' in reading) onOpen(reading.link);
  }
;
async () => {


 { svelteHTML.createElement("form", { onsubmit,"novalidate":true,});
   { svelteHTML.createElement("label", {   "class":`sr-only`,"for":id,});  }
   { svelteHTML.createElement("input", {                  id,"class":`input`,"type":`text`,"inputmode":`url`,"autocomplete":`off`,"spellcheck":`false`,"bind:value":text,"aria-invalid":problem ? 'true' : undefined,"aria-describedby":`${id}-problem`,});/*Ωignore_startΩ*/() => text = __sveltets_2_any(null);/*Ωignore_endΩ*/}
   { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"type":`submit`,}});   Button}
 }
 { svelteHTML.createElement("p", {   "id":`${id}-problem`,"aria-live":`polite`,});problem ?? ''; }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LinkField__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LinkField__SvelteComponent_ = ReturnType<typeof LinkField__SvelteComponent_>;
/*Ωignore_endΩ*/export default LinkField__SvelteComponent_;