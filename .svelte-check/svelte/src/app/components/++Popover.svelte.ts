///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
import { Popover } from 'bits-ui';
;

  interface Props {
    /** Name of the note for screen readers. */
    label: string;
    /** Receives the properties that the button must take over. */
    trigger: Snippet<[Record<string, unknown>]>;
    children: Snippet;
  };function $$render() {

  
  


  let { label, trigger, children }: Props = $props();
;
async () => {


 { const $$_tooR_revopoP0C = __sveltets_2_ensureComponent(Popover.Root); new $$_tooR_revopoP0C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
   { const $$_reggirT_revopoP1C = __sveltets_2_ensureComponent(Popover.Trigger); const $$_reggirT_revopoP1 = new $$_reggirT_revopoP1C({ target: __sveltets_2_any(), props: {child:({ props }) => { async ()/*Ωignore_positionΩ*/ => {;__sveltets_2_ensureSnippet(trigger(props));};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {child} = $$_reggirT_revopoP1.$$prop_def;/*Ωignore_endΩ*/
    
   Popover.Trigger}
   { const $$_latroP_revopoP1C = __sveltets_2_ensureComponent(Popover.Portal); new $$_latroP_revopoP1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
     { const $$_tnetnoC_revopoP2C = __sveltets_2_ensureComponent(Popover.Content); new $$_tnetnoC_revopoP2C({ target: __sveltets_2_any(), props: {           children:() => { return __sveltets_2_any(0); },"role":`dialog`,"aria-label":label,"class":`floating popover`,"sideOffset":6,"collisionPadding":8,}});
      ;__sveltets_2_ensureSnippet(children());
     Popover.Content}
   Popover.Portal}
 Popover.Root}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Popover__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Popover__SvelteComponent_ = ReturnType<typeof Popover__SvelteComponent_>;
/*Ωignore_endΩ*/export default Popover__SvelteComponent_;