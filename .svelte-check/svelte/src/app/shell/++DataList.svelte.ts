///<reference types="svelte" />
;
import Database from '@lucide/svelte/icons/database';
import Download from '@lucide/svelte/icons/download';
import Flask from '@lucide/svelte/icons/flask-conical';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Pencil from '@lucide/svelte/icons/pencil';
import Trash from '@lucide/svelte/icons/trash-2';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { MenuEntry } from '../components/menu-entry';
import type { DatasetManifest } from '../../core/dataset';
import { formatInteger } from '../format';
import { workspace } from '../state/workspace.svelte';
import ListRow from './ListRow.svelte';
import RenameDialog from './RenameDialog.svelte';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  

  let renaming = $state<DatasetManifest | null>(null);

  const year = (time: number): number => new Date(time).getUTCFullYear();

  const isDamaged = (data: DatasetManifest): boolean => workspace.damage.has(data.id);

  function about(data: DatasetManifest): string {
    if (isDamaged(data)) return 'Damaged, open to mend';
    if (data.source.kind === 'synthetic') return 'Generated, not a market';
    const [from, to] = [year(data.firstTime), year(data.lastTime)];
    return `${formatInteger(data.rows)} bars, ${from === to ? from : `${from} to ${to}`}`;
  }

  function open(data: DatasetManifest): void {
    if (isDamaged(data)) return workspace.show('start');
    if (workspace.dataset?.id !== data.id) workspace.useDataset(data.id);
    if (workspace.page === 'help') workspace.show('workspace');
  }

  const entriesOf = (data: DatasetManifest): readonly MenuEntry[] => [
    {
      label: 'Quality report',
      icon: ListChecks,
      run: () => {
        if (!isDamaged(data)) workspace.useDataset(data.id);
        workspace.show('start');
      },
    },
    { label: 'Rename', icon: Pencil, run: () => (renaming = data) },
    {
      label: isDamaged(data) ? 'Export the good rows' : 'Export as CSV',
      icon: Download,
      run: () => workspace.exportBars(data.id),
    },
    {
      label: `Delete ${data.name}`,
      icon: Trash,
      danger: true,
      reason: workspace.datasets.length > 1 ? null : 'It is the only one',
      run: () => workspace.removeDataset(data.id),
    },
  ];
;
async () => {


 { svelteHTML.createElement("ul", {});
     for(let data of __sveltets_2_ensureArray(workspace.datasets)){data.id;
     { const $$_woRtsiL1C = __sveltets_2_ensureComponent(ListRow); new $$_woRtsiL1C({ target: __sveltets_2_any(), props: {               "icon":isDamaged(data) ? TriangleAlert : data.source.kind === 'synthetic' ? Flask : Database,"caution":isDamaged(data),"name":data.name,"sub":about(data),"selected":data.id === workspace.dataset?.id,"entries":entriesOf(data),"onOpen":() => open(data),}});}
  }
     { svelteHTML.createElement("li", { "class":`muted empty`,});            }
  
 }
 { const $$_golaiDemaneR0C = __sveltets_2_ensureComponent(RenameDialog); new $$_golaiDemaneR0C({ target: __sveltets_2_any(), props: {         "subject":`dataset`,"target":renaming,"onRename":(_, name) => renaming && workspace.renameDataset(renaming.id, name),"onClose":() => (renaming = null),}});}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const DataList__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DataList__SvelteComponent_ = ReturnType<typeof DataList__SvelteComponent_>;
/*Ωignore_endΩ*/export default DataList__SvelteComponent_;