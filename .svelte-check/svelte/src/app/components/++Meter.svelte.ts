///<reference types="svelte" />
;;
  interface Props {
    value: 0 | 1 | 2 | 3 | 4;
  };function $$render() {



  let { value }: Props = $props();
;
async () => {


 { svelteHTML.createElement("span", {     "class":`meter`,"role":`img`,"aria-label":`Evidence ${value} of 4`,});
     for(let step of __sveltets_2_ensureArray(([1, 2, 3, 4]))){step; { svelteHTML.createElement("span", { "class":{ full: step <= value },}); }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Meter__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Meter__SvelteComponent_ = ReturnType<typeof Meter__SvelteComponent_>;
/*Ωignore_endΩ*/export default Meter__SvelteComponent_;