///<reference types="svelte" />
;
import type { Component } from 'svelte';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import Menu from '../components/Menu.svelte';
import type { MenuEntry } from '../components/menu-entry';
;

  interface Props {
    icon: Component;
    name: string;
    sub?: string;
    /** Something is wrong with it; the line below says what. */
    caution?: boolean;
    figure?: string;
    figureSub?: string;
    selected: boolean;
    /** Whether it is switched on, where opening it switches; absent where it does not. */
    pressed?: boolean | undefined;
    entries?: readonly MenuEntry[];
    onOpen: () => void;
  };function $$render() {

  
  
  
  


  let {
    icon: Icon,
    name,
    sub,
    caution = false,
    figure,
    figureSub,
    selected,
    pressed,
    entries = [],
    onOpen,
  }: Props = $props();
;
async () => {


 { svelteHTML.createElement("li", { "class":['row', { selected }],});
   { svelteHTML.createElement("button", {           "type":`button`,"class":`open`,"aria-current":selected ? 'true' : undefined,"aria-pressed":pressed,"onclick":onOpen,});
     { const $$_nocI2C = __sveltets_2_ensureComponent(Icon); new $$_nocI2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
     { svelteHTML.createElement("span", { "class":`text`,});
       { svelteHTML.createElement("span", {   "class":`name`,"title":name,});name; }
      if(sub){ { svelteHTML.createElement("span", { "class":['sub', { caution }],});sub; }}
     }
    if(figure){
       { svelteHTML.createElement("span", { "class":`text figure`,}); { svelteHTML.createElement("span", {});figure; } { svelteHTML.createElement("span", { "class":`sub`,});figureSub; } }
    }
   }
  if(entries.length > 0){
     { svelteHTML.createElement("span", { "class":`menu`,}); { const $$_uneM2C = __sveltets_2_ensureComponent(Menu); new $$_uneM2C({ target: __sveltets_2_any(), props: {     "icon":Ellipsis,"label":`Acts on ${name}`,entries,}});} }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ListRow__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ListRow__SvelteComponent_ = ReturnType<typeof ListRow__SvelteComponent_>;
/*Ωignore_endΩ*/export default ListRow__SvelteComponent_;