///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
import { Tooltip } from 'bits-ui';
import Kbd from './Kbd.svelte';
;

  interface Props {
    text: string;
    /** As `Ctrl+K`. */
    keys?: string | undefined;
    /** Receives the properties that the focusable element must take over. */
    trigger: Snippet<[Record<string, unknown>]>;
  };function $$render() {

  
  
  


  let { text, keys, trigger }: Props = $props();
;
async () => {


 { const $$_tooR_pitlooT0C = __sveltets_2_ensureComponent(Tooltip.Root); new $$_tooR_pitlooT0C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
   { const $$_reggirT_pitlooT1C = __sveltets_2_ensureComponent(Tooltip.Trigger); const $$_reggirT_pitlooT1 = new $$_reggirT_pitlooT1C({ target: __sveltets_2_any(), props: {child:({ props }) => { async ()/*Ωignore_positionΩ*/ => {
      ;__sveltets_2_ensureSnippet(trigger(props));
    };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {child} = $$_reggirT_pitlooT1.$$prop_def;/*Ωignore_endΩ*/
    
   Tooltip.Trigger}
   { const $$_latroP_pitlooT1C = __sveltets_2_ensureComponent(Tooltip.Portal); new $$_latroP_pitlooT1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
     { const $$_tnetnoC_pitlooT2C = __sveltets_2_ensureComponent(Tooltip.Content); new $$_tnetnoC_pitlooT2C({ target: __sveltets_2_any(), props: {       children:() => { return __sveltets_2_any(0); },"role":`tooltip`,"sideOffset":6,"collisionPadding":8,"class":`floating hint`,}});
       { svelteHTML.createElement("span", {});text; }
      if(keys){ { const $$_dbK3C = __sveltets_2_ensureComponent(Kbd); new $$_dbK3C({ target: __sveltets_2_any(), props: { keys,}});}}
     Tooltip.Content}
   Tooltip.Portal}
 Tooltip.Root}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Hint__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Hint__SvelteComponent_ = ReturnType<typeof Hint__SvelteComponent_>;
/*Ωignore_endΩ*/export default Hint__SvelteComponent_;