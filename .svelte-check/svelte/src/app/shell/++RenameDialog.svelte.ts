///<reference types="svelte" />
;
import Button from '../components/Button.svelte';
import Dialog from '../components/Dialog.svelte';
;

  interface Props {
    /** As `dataset`. */
    subject: string;
    /** What is renamed; null while the dialog is closed. */
    target: { readonly id: string; readonly name: string } | null;
    onRename: (id: string, name: string) => void;
    onClose: () => void;
  };function $$render() {

  
  


  let { subject, target, onRename, onClose }: Props = $props();

  const LONGEST = 80;

  let name = $derived(target?.name ?? '');
  const mistake = $derived(name.trim() === '' ? 'A name needs at least one character.' : null);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!target || mistake) return;
    onRename(target.id, name.trim());
    onClose();
  }
;
async () => {


 { const $$_golaiD0C = __sveltets_2_ensureComponent(Dialog); new $$_golaiD0C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"open":target !== null,"title":`Rename ${subject}`,onClose,}});
   { svelteHTML.createElement("form", { "onsubmit":submit,});
     { svelteHTML.createElement("label", { "for":`new-name`,});  }
     { svelteHTML.createElement("input", {               "id":`new-name`,"class":`input`,"maxlength":LONGEST,"autocomplete":`off`,"bind:value":name,"aria-invalid":mistake ? 'true' : undefined,"aria-describedby":`new-name-mistake`,});/*Ωignore_startΩ*/() => name = __sveltets_2_any(null);/*Ωignore_endΩ*/}
     { svelteHTML.createElement("p", {     "id":`new-name-mistake`,"class":`mistake`,"role":`status`,});mistake ?? ''; }
     { svelteHTML.createElement("div", { "class":`acts`,});
       { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"look":`plain`,"onclick":onClose,}});  Button}
       { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"look":`filled`,"type":`submit`,"reason":mistake,}}); subject; Button}
     }
   }
 Dialog}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RenameDialog__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RenameDialog__SvelteComponent_ = ReturnType<typeof RenameDialog__SvelteComponent_>;
/*Ωignore_endΩ*/export default RenameDialog__SvelteComponent_;