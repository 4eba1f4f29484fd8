///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
import { Dialog } from 'bits-ui';
import X from '@lucide/svelte/icons/x';
import Button from './Button.svelte';
;

  interface Props {
    open: boolean;
    title: string;
    description?: string;
    onClose: () => void;
    children: Snippet;
  };function $$render() {

  
  
  
  


  let { open, title, description, onClose, children }: Props = $props();
;
async () => {


 { const $$_tooR_golaiD0C = __sveltets_2_ensureComponent(Dialog.Root); const $$_tooR_golaiD0 = new $$_tooR_golaiD0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },open:__sveltets_2_get_set_binding(() => open,(next) => !next && onClose()),}});$$_tooR_golaiD0.$$bindings = 'open';
   { const $$_latroP_golaiD1C = __sveltets_2_ensureComponent(Dialog.Portal); new $$_latroP_golaiD1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
     { const $$_yalrevO_golaiD2C = __sveltets_2_ensureComponent(Dialog.Overlay); new $$_yalrevO_golaiD2C({ target: __sveltets_2_any(), props: {  "class":`scrim`,}});}
     { const $$_tnetnoC_golaiD2C = __sveltets_2_ensureComponent(Dialog.Content); new $$_tnetnoC_golaiD2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"class":`floating dialog`,}});
       { svelteHTML.createElement("header", { "class":`dialog-head`,});
         { const $$_eltiT_golaiD4C = __sveltets_2_ensureComponent(Dialog.Title); new $$_eltiT_golaiD4C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"level":2,}});title; Dialog.Title}
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {          "look":`plain`,"icon":X,"title":`Close`,"aria-label":`Close`,"onclick":onClose,}});}
       }
      if(description){ { const $$_noitpircseD_golaiD3C = __sveltets_2_ensureComponent(Dialog.Description); new $$_noitpircseD_golaiD3C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});description; Dialog.Description}}
      ;__sveltets_2_ensureSnippet(children());
     Dialog.Content}
   Dialog.Portal}
 Dialog.Root}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Dialog__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Dialog__SvelteComponent_ = ReturnType<typeof Dialog__SvelteComponent_>;
/*Ωignore_endΩ*/export default Dialog__SvelteComponent_;