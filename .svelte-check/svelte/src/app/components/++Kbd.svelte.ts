///<reference types="svelte" />
;
import { isMac } from '../keyboard/platform';
;

  interface Props {
    keys: string;
  };function $$render() {

  


  let { keys }: Props = $props();

  const parts = $derived(keys.split(/\+(?!$)/).map((key) => (isMac && key === 'Ctrl' ? 'Cmd' : key)));
;
async () => {


 { svelteHTML.createElement("span", { "class":`keys`,});
      for(let key of __sveltets_2_ensureArray(parts)){let i = 1;i; { svelteHTML.createElement("kbd", {});key; }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Kbd__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Kbd__SvelteComponent_ = ReturnType<typeof Kbd__SvelteComponent_>;
/*Ωignore_endΩ*/export default Kbd__SvelteComponent_;