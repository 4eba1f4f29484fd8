///<reference types="svelte" />
;
import type { Component, Snippet } from 'svelte';
import type { HTMLButtonAttributes } from 'svelte/elements';
import Hint from './Hint.svelte';
;

  interface Props extends Omit<HTMLButtonAttributes, 'disabled'> {
    look?: 'filled' | 'outlined' | 'plain' | 'danger';
    size?: 'normal' | 'page';
    icon?: Component | undefined;
    /** Name for an icon alone; also its tooltip. */
    label?: string | undefined;
    /** Why the act is not available; null when it is. */
    reason?: string | null | undefined;
    /** Keys of the act, as shown in the tooltip. */
    keys?: string | undefined;
    children?: Snippet;
  };function $$render() {
 const button/*Ωignore_positionΩ*/ = (props: Record<string, unknown>)/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => {
   { svelteHTML.createElement("button", {             "type":`button`,...rest,...props,"class":['button', look, size, { 'icon-only': !children }, rest.class],"aria-label":label ?? rest['aria-label'],"aria-disabled":reason ? 'true' : undefined,"onclick":reason ? undefined : onclick,});
    if(Icon){ { const $$_nocI1C = __sveltets_2_ensureComponent(Icon); new $$_nocI1C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}}
    ;__sveltets_2_ensureSnippet(children?.());
   }
};return __sveltets_2_any(0)};
  
  
  


  let {
    look = 'outlined',
    size = 'normal',
    icon: Icon,
    label,
    reason = null,
    keys,
    children,
    onclick,
    ...rest
  }: Props = $props();

  const hint = $derived(reason ? (label ? `${label}. ${reason}` : reason) : label);
;
async () => {




if(hint){
   { const $$_tniH0C = __sveltets_2_ensureComponent(Hint); new $$_tniH0C({ target: __sveltets_2_any(), props: {     "text":hint,keys,"trigger":button,}});}
}else{
  ;__sveltets_2_ensureSnippet(button({}));
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Button__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Button__SvelteComponent_ = ReturnType<typeof Button__SvelteComponent_>;
/*Ωignore_endΩ*/export default Button__SvelteComponent_;