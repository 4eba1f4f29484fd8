///<reference types="svelte" />
;
import type { DatasetManifest, RejectedRow } from '../../core/dataset';
import DataTable from '../components/DataTable.svelte';
import Dialog from '../components/Dialog.svelte';
import type { TableColumn } from '../components/table';
import { formatInteger } from '../format';
import { visibleText } from '../shared/visible-controls';
;

  interface Props {
    dataset: DatasetManifest;
    onClose: () => void;
  };function $$render() {

  
  
  
  
  
  


  let { dataset, onClose }: Props = $props();

  const report = $derived(dataset.report);
  const columns: readonly TableColumn<RejectedRow>[] = [
    {
      id: 'line',
      header: 'Line',
      align: 'right',
      width: 4,
      text: (row) => formatInteger(row.line),
      sortKey: (row) => row.line,
    },
    {
      id: 'reason',
      header: 'Why',
      width: 16,
      text: (row) => visibleText(row.reason),
      sortKey: (row) => row.reason,
    },
    { id: 'text', header: 'In the file', width: 22, text: (row) => visibleText(row.text) },
  ];
  const listed = $derived(
    report.rejected.length < report.rowsRejected
      ? `The first ${formatInteger(report.rejected.length)} of ${formatInteger(report.rowsRejected)} rows kept out.`
      : `${formatInteger(report.rowsRejected)} of ${formatInteger(report.rowsRead)} rows kept out.`,
  );
;
async () => {


 { const $$_golaiD0C = __sveltets_2_ensureComponent(Dialog); new $$_golaiD0C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"open":true,"title":`Rejected rows`,"description":listed,onClose,}});
   { svelteHTML.createElement("div", {  "class":`rows`,...__sveltets_2_empty({"data-wide":true}),}); { const $$_elbaTataD2C = __sveltets_2_ensureComponent(DataTable); new $$_elbaTataD2C({ target: __sveltets_2_any(), props: {     columns,"rows":report.rejected,"label":`Rejected rows`,}});} }
 Dialog}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RejectedDialog__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RejectedDialog__SvelteComponent_ = ReturnType<typeof RejectedDialog__SvelteComponent_>;
/*Ωignore_endΩ*/export default RejectedDialog__SvelteComponent_;