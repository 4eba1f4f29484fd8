///<reference types="svelte" />
;
import { barAt, type Bars } from '../../core/bars';
import type { DatasetManifest, QualityNote } from '../../core/dataset';
import DataTable from '../components/DataTable.svelte';
import Dialog from '../components/Dialog.svelte';
import type { TableColumn } from '../components/table';
import { formatInteger, formatPercent, formatTime } from '../format';
import { formatPrice, priceDecimals } from '../price';
;

  interface Props {
    dataset: DatasetManifest;
    bars: Bars;
    note: QualityNote;
    onClose: () => void;
  };function $$render() {

  
  
  
  
  
  
  


  let { dataset, bars, note, onClose }: Props = $props();

  const FIRST_ROW = 1;
  const decimals = $derived(priceDecimals(bars.close));

  const change = (row: number): number => {
    const before = bars.close[row - 1];
    return before === undefined ? NaN : (bars.close[row] ?? NaN) / before - 1;
  };
  const price = (id: 'open' | 'high' | 'low' | 'close', header: string): TableColumn<number> => ({
    id,
    header,
    align: 'right',
    width: 5.5,
    text: (row) => formatPrice(barAt(bars, row)[id], decimals),
    sortKey: (row) => barAt(bars, row)[id],
  });
  const columns = $derived<readonly TableColumn<number>[]>([
    {
      id: 'row',
      header: 'Row',
      align: 'right',
      width: 4,
      text: (row) => formatInteger(row + FIRST_ROW),
      sortKey: (row) => row,
    },
    {
      id: 'time',
      header: 'Bar opens',
      width: 7,
      text: (row) => formatTime(bars.time[row] ?? NaN, dataset.instrument.zone, dataset.interval),
      sortKey: (row) => bars.time[row] ?? NaN,
    },
    {
      id: 'before',
      header: 'Close before',
      align: 'right',
      width: 6,
      text: (row) => formatPrice(bars.close[row - 1] ?? NaN, decimals),
    },
    price('open', 'Open'),
    price('high', 'High'),
    price('low', 'Low'),
    price('close', 'Close'),
    {
      id: 'change',
      header: 'Change',
      align: 'right',
      width: 5,
      text: (row) => formatPercent(change(row), { decimals: 2, signed: true }),
      sortKey: change,
    },
  ]);
  const listed = $derived(
    note.rows.length < note.count
      ? `The first ${formatInteger(note.rows.length)} of ${formatInteger(note.count)} rows.`
      : `${formatInteger(note.count)} ${note.count === 1 ? 'row' : 'rows'}.`,
  );
;
async () => {


 { const $$_golaiD0C = __sveltets_2_ensureComponent(Dialog); new $$_golaiD0C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"open":true,"title":note.title,"description":`${note.detail} ${listed}`,onClose,}});
   { svelteHTML.createElement("div", {  "class":`rows`,...__sveltets_2_empty({"data-wide":true}),}); { const $$_elbaTataD2C = __sveltets_2_ensureComponent(DataTable); new $$_elbaTataD2C({ target: __sveltets_2_any(), props: {     columns,"rows":note.rows,"label":note.title,}});} }
 Dialog}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RowsDialog__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RowsDialog__SvelteComponent_ = ReturnType<typeof RowsDialog__SvelteComponent_>;
/*Ωignore_endΩ*/export default RowsDialog__SvelteComponent_;