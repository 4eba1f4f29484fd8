///<reference types="svelte" />
;
import Button from '../components/Button.svelte';
import type { Workspace } from '../state/workspace';
import { assumptionsOf } from './assumptions';
import SettingsDialog from './SettingsDialog.svelte';
;

  interface Props {
    workspace: Workspace;
    /** Shows where the script sets them. */
    onReveal: () => void;
  };function $$render() {

  
  
  
  


  let { workspace, onReveal }: Props = $props();

  let isOpen = $state(false);
  const rows = $derived(workspace.answer ? assumptionsOf(workspace.answer, workspace.dataset) : []);
;
async () => {


 { svelteHTML.createElement("section", { "aria-labelledby":`assumptions-title`,});
   { svelteHTML.createElement("header", {});
     { svelteHTML.createElement("h2", { "id":`assumptions-title`,});    }
     { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"look":`plain`,"title":`Opens the settings of this run`,"onclick":() => (isOpen = true),}});   Button}
   }
  if(rows.length > 0){
     { svelteHTML.createElement("dl", { "class":{ stale: !workspace.fresh },});
         for(let row of __sveltets_2_ensureArray(rows)){row.name;
         { svelteHTML.createElement("div", {});
           { svelteHTML.createElement("dt", {});row.name; }
           { svelteHTML.createElement("dd", {});row.value; }
         }
      }
     }
  }else{
     { svelteHTML.createElement("p", {});      }
  }
 }

if(isOpen){
   { const $$_golaiDsgnitteS0C = __sveltets_2_ensureComponent(SettingsDialog); new $$_golaiDsgnitteS0C({ target: __sveltets_2_any(), props: {    workspace,onReveal,"onClose":() => (isOpen = false),}});}
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const AssumptionsPanel__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type AssumptionsPanel__SvelteComponent_ = ReturnType<typeof AssumptionsPanel__SvelteComponent_>;
/*Ωignore_endΩ*/export default AssumptionsPanel__SvelteComponent_;