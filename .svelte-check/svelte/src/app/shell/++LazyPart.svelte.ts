///<reference types="svelte" />
;
import type { Component } from 'svelte';
import EmptyState from '../components/EmptyState.svelte';
;

  interface Props {
    load: () => Promise<{ readonly default: Component }>;
  };function $$render() {

  
  


  let { load }: Props = $props();

  let attempt = $state(0);
  const part = $derived.by(() => {
    void attempt;
    return load();
  });
;
async () => {


    { try { const $$_value = await (part);{ const { default: Part } = $$_value; 
   { const $$_traP0C = __sveltets_2_ensureComponent(Part); new $$_traP0C({ target: __sveltets_2_any(), props: {}});}
}} catch($$_e) { 
   { const $$_etatSytpmE0C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE0C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"title":`This part of the page could not be loaded.`,"action":{ label: 'Load it again', run: () => attempt++ },}});
                   
   EmptyState}
}}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LazyPart__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LazyPart__SvelteComponent_ = ReturnType<typeof LazyPart__SvelteComponent_>;
/*Ωignore_endΩ*/export default LazyPart__SvelteComponent_;