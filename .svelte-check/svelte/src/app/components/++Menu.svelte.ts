///<reference types="svelte" />
;
import type { Component } from 'svelte';
import { DropdownMenu } from 'bits-ui';
import Button from './Button.svelte';
import type { MenuEntry } from './menu-entry';
;

  interface Props {
    icon: Component;
    /** Name of the button. */
    label: string;
    /** On the button beside its icon; the icon stands alone when absent. */
    text?: string;
    entries: readonly MenuEntry[];
    class?: string;
  };function $$render() {

  
  
  
  


  let { icon, label, text, entries, class: className }: Props = $props();
;
async () => {


 { const $$_tooR_uneMnwodporD0C = __sveltets_2_ensureComponent(DropdownMenu.Root); new $$_tooR_uneMnwodporD0C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
   { const $$_reggirT_uneMnwodporD1C = __sveltets_2_ensureComponent(DropdownMenu.Trigger); const $$_reggirT_uneMnwodporD1 = new $$_reggirT_uneMnwodporD1C({ target: __sveltets_2_any(), props: {child:({ props }) => { async ()/*Ωignore_positionΩ*/ => {
      if(text){
         { const $$_nottuB0C = __sveltets_2_ensureComponent(Button); new $$_nottuB0C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },icon,"title":label,"class":className,...props,}});text; Button}
      }else{
         { const $$_nottuB0C = __sveltets_2_ensureComponent(Button); new $$_nottuB0C({ target: __sveltets_2_any(), props: {          "look":`plain`,icon,"aria-label":label,"title":label,"class":className,...props,}});}
      }
    };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {child} = $$_reggirT_uneMnwodporD1.$$prop_def;/*Ωignore_endΩ*/
    
   DropdownMenu.Trigger}
   { const $$_latroP_uneMnwodporD1C = __sveltets_2_ensureComponent(DropdownMenu.Portal); new $$_latroP_uneMnwodporD1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
     { const $$_tnetnoC_uneMnwodporD2C = __sveltets_2_ensureComponent(DropdownMenu.Content); new $$_tnetnoC_uneMnwodporD2C({ target: __sveltets_2_any(), props: {       children:() => { return __sveltets_2_any(0); },"class":`floating menu`,"sideOffset":4,"collisionPadding":8,"align":`end`,}});
         for(let entry of __sveltets_2_ensureArray(entries)){entry.label;
        const Icon = entry.icon;
         { const $$_metI_uneMnwodporD3C = __sveltets_2_ensureComponent(DropdownMenu.Item); new $$_metI_uneMnwodporD3C({ target: __sveltets_2_any(), props: {       children:() => { return __sveltets_2_any(0); },"class":['menu-item', entry.danger && 'danger'],"aria-disabled":entry.reason ? 'true' : undefined,"onSelect":() => !entry.reason && entry.run(),}});
          if(Icon){ { const $$_nocI4C = __sveltets_2_ensureComponent(Icon); new $$_nocI4C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}}
           { svelteHTML.createElement("span", { });entry.label;if(entry.reason){ { svelteHTML.createElement("span", { "class":`muted`,}); entry.reason; }} }
         DropdownMenu.Item}
      }
     DropdownMenu.Content}
   DropdownMenu.Portal}
 DropdownMenu.Root}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Menu__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Menu__SvelteComponent_ = ReturnType<typeof Menu__SvelteComponent_>;
/*Ωignore_endΩ*/export default Menu__SvelteComponent_;