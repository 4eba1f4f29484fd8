///<reference types="svelte" />
;
import Link2Off from '@lucide/svelte/icons/link-2-off';
import Button from '../components/Button.svelte';
import type { Failure, Workspace } from '../state/workspace';
import SafeText from './SafeText.svelte';
;

  interface Props {
    workspace: Workspace;
    failure: Failure;
  };function $$render() {

  
  
  
  


  let { workspace, failure }: Props = $props();
;
async () => {


 { svelteHTML.createElement("section", {     "class":`card`,"aria-labelledby":`failure-title`,"role":`alert`,});
   { const $$_ffO2kniL1C = __sveltets_2_ensureComponent(Link2Off); new $$_ffO2kniL1C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
   { svelteHTML.createElement("div", {});
     { svelteHTML.createElement("h1", { "id":`failure-title`,});     }
     { svelteHTML.createElement("p", {}); { const $$_txeTefaS3C = __sveltets_2_ensureComponent(SafeText); new $$_txeTefaS3C({ target: __sveltets_2_any(), props: {  "text":failure.message,}});} }
     { svelteHTML.createElement("p", {}); { const $$_txeTefaS3C = __sveltets_2_ensureComponent(SafeText); new $$_txeTefaS3C({ target: __sveltets_2_any(), props: {  "text":failure.remedy,}});} }
     { svelteHTML.createElement("p", { "class":`muted`,});
                  { svelteHTML.createElement("code", {});failure.code; }
     }
     { svelteHTML.createElement("div", { "class":`acts`,});
      if(failure.code === 'link_newer'){
         { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"look":`filled`,"size":`page`,"onclick":() => location.reload(),}});  Button}
      }
       { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"look":failure.code === 'link_newer' ? 'outlined' : 'filled',"size":`page`,"onclick":() => workspace.show('start'),}});    Button}
     }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LinkFailure__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LinkFailure__SvelteComponent_ = ReturnType<typeof LinkFailure__SvelteComponent_>;
/*Ωignore_endΩ*/export default LinkFailure__SvelteComponent_;