///<reference types="svelte" />
;
import Search from '@lucide/svelte/icons/search';
import Button from '../components/Button.svelte';
import Kbd from '../components/Kbd.svelte';
import { workspace } from '../state/workspace.svelte';
;

  interface Props {
    compact: boolean;
  };function $$render() {

  
  
  
  


  let { compact }: Props = $props();

  const open = (): void => workspace.togglePalette(true);
;
async () => {


if(compact){
   { const $$_nottuB0C = __sveltets_2_ensureComponent(Button); new $$_nottuB0C({ target: __sveltets_2_any(), props: {          "look":`plain`,"icon":Search,"label":`Search or run a command`,"keys":`Ctrl+K`,"onclick":open,}});}
}else{
   { svelteHTML.createElement("button", {         "type":`button`,"class":`field`,"aria-haspopup":`dialog`,"aria-keyshortcuts":`Control+K`,"onclick":open,});
     { const $$_hcraeS1C = __sveltets_2_ensureComponent(Search); new $$_hcraeS1C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
     { svelteHTML.createElement("span", {});     }
     { const $$_dbK1C = __sveltets_2_ensureComponent(Kbd); new $$_dbK1C({ target: __sveltets_2_any(), props: {  "keys":`Ctrl+K`,}});}
   }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CommandField__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CommandField__SvelteComponent_ = ReturnType<typeof CommandField__SvelteComponent_>;
/*Ωignore_endΩ*/export default CommandField__SvelteComponent_;