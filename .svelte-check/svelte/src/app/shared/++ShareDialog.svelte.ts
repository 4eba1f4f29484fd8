///<reference types="svelte" />
;
import Dialog from '../components/Dialog.svelte';
import { formatInteger } from '../format';
;

  interface Props {
    link: string;
    onClose: () => void;
  };function $$render() {

  
  


  let { link, onClose }: Props = $props();

  const select = (element: HTMLTextAreaElement): void => {
    element.focus();
    element.select();
  };
;
async () => {


  { const $$_golaiD0C = __sveltets_2_ensureComponent(Dialog); new $$_golaiD0C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"open":true,"title":`Copy the link`,"description":`The browser did not let this page copy. The link is selected: press Ctrl+C, or Cmd+C on a Mac.`,onClose,}});
   { svelteHTML.createElement("label", {});
     { svelteHTML.createElement("span", {}); formatInteger(link.length);  }
     { svelteHTML.createElement("textarea", {        "readonly":true,"rows":6,"value":link,"onfocus":(event) => event.currentTarget.select(),[Symbol("@attach")]:select,}); }
   }
   { svelteHTML.createElement("p", { "class":`muted`,});
                     
   }
 Dialog}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ShareDialog__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ShareDialog__SvelteComponent_ = ReturnType<typeof ShareDialog__SvelteComponent_>;
/*Ωignore_endΩ*/export default ShareDialog__SvelteComponent_;