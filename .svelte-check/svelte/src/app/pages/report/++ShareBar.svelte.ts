///<reference types="svelte" />
;;
  interface Props {
    value: number;
    /** Greatest size of all rows. */
    most: number;
    /** Colours by sign; plain where there is none. */
    signed?: boolean;
  };function $$render() {



  let { value, most, signed = false }: Props = $props();

  const share = $derived(most > 0 ? Math.min(1, Math.abs(value) / most) : 0);
;
async () => {


 { svelteHTML.createElement("span", {  "class":['bar', signed && (value >= 0 ? 'up' : 'down')],});__sveltets_2_ensureType(String, Number, `${share * 100} `); }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ShareBar__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ShareBar__SvelteComponent_ = ReturnType<typeof ShareBar__SvelteComponent_>;
/*Ωignore_endΩ*/export default ShareBar__SvelteComponent_;