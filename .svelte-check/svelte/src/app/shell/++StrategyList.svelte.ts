///<reference types="svelte" />
;
import FileCode from '@lucide/svelte/icons/file-code-corner';
import Pencil from '@lucide/svelte/icons/pencil';
import Trash from '@lucide/svelte/icons/trash-2';
import { workspace } from '../state/workspace.svelte';
import ListRow from './ListRow.svelte';
import RenameDialog from './RenameDialog.svelte';
function $$render() {

  
  
  
  
  
  

  let renaming = $state<{ readonly id: string; readonly name: string } | null>(null);

  function open(id: string): void {
    if (workspace.script?.id !== id) workspace.openScript(id);
    if (workspace.page !== 'workspace' && workspace.page !== 'sweep') workspace.show('workspace');
  }
;
async () => {


 { svelteHTML.createElement("ul", {});
     for(let script of __sveltets_2_ensureArray(workspace.scripts)){script.id;
     { const $$_woRtsiL1C = __sveltets_2_ensureComponent(ListRow); new $$_woRtsiL1C({ target: __sveltets_2_any(), props: {           "icon":FileCode,"name":script.name,"selected":script.id === workspace.script?.id,"entries":[
        { label: 'Rename', icon: Pencil, run: () => (renaming = script) },
        {
          label: `Delete ${script.name}`,
          icon: Trash,
          danger: true,
          reason: workspace.scripts.length > 1 ? null : 'It is the only one',
          run: () => workspace.removeScript(script.id),
        },
      ],"onOpen":() => open(script.id),}});}
  }
     { svelteHTML.createElement("li", { "class":`muted empty`,});      }
  
 }
 { const $$_golaiDemaneR0C = __sveltets_2_ensureComponent(RenameDialog); new $$_golaiDemaneR0C({ target: __sveltets_2_any(), props: {         "subject":`strategy`,"target":renaming,"onRename":(id, name) => workspace.renameScript(id, name),"onClose":() => (renaming = null),}});}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const StrategyList__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type StrategyList__SvelteComponent_ = ReturnType<typeof StrategyList__SvelteComponent_>;
/*Ωignore_endΩ*/export default StrategyList__SvelteComponent_;