///<reference types="svelte" />
;
import type { Attachment } from 'svelte/attachments';
import X from '@lucide/svelte/icons/x';
import type { Toast } from '../state/workspace';
import Button from './Button.svelte';
;

  interface Props {
    toasts: readonly Toast[];
    onDismiss: (id: number) => void;
  };function $$render() {

  
  
  
  


  let { toasts, onDismiss }: Props = $props();

  const SHOWN_MS = 8000;

  const expiry = (toast: Toast): Attachment<HTMLElement> => {
    return (element) => {
      if (toast.level === 'error') return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const start = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => onDismiss(toast.id), SHOWN_MS);
      };
      const pause = (): void => clearTimeout(timer);
      const pauses = ['pointerenter', 'focusin'] as const;
      const starts = ['pointerleave', 'focusout'] as const;
      for (const name of pauses) element.addEventListener(name, pause);
      for (const name of starts) element.addEventListener(name, start);
      start();
      return pause;
    };
  };

  function act(toast: Toast): void {
    toast.action?.run();
    onDismiss(toast.id);
  }
;
async () => {


 { svelteHTML.createElement("section", {     "class":`stack no-print`,"aria-label":`Messages`,"aria-live":`polite`,});
     for(let toast of __sveltets_2_ensureArray(toasts)){toast.id;
     { svelteHTML.createElement("div", {      "class":['toast', toast.level],"role":toast.level === 'error' ? 'alert' : undefined,[Symbol("@attach")]:expiry(toast),});
       { svelteHTML.createElement("p", {});toast.text; }
      if(toast.action){
         { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"look":`plain`,"onclick":() => act(toast),}});toast.action.label; Button}
      }
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {        "look":`plain`,"icon":X,"label":`Close message`,"onclick":() => onDismiss(toast.id),}});}
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Toasts__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Toasts__SvelteComponent_ = ReturnType<typeof Toasts__SvelteComponent_>;
/*Ωignore_endΩ*/export default Toasts__SvelteComponent_;