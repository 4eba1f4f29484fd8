///<reference types="svelte" />
;
import DataTable from '../../components/DataTable.svelte';
import type { TableColumn, TableSort } from '../../components/table';
import { changeClass, formatNumber } from '../../format';
import type { SweepCell, SweepOutcome } from '../../../research/outcome';
import { cellText, sharpeWithError, signedFigure, standsAlone, type SweepMetric } from './sweep-metric';
;

  interface Props {
    sweep: SweepOutcome;
    /** Row-major index of the cell pointed at; null for none. */
    selected: number | null;
    onSelect: (index: number) => void;
    onOpen: (index: number) => void;
  };;

  interface Row {
    readonly index: number;
    readonly cell: SweepCell;
  };function $$render() {

  
  
  
  
  


  let { sweep, selected, onSelect, onOpen }: Props = $props();


  const COMPUTED: TableColumn<Row> = {
    id: 'exact',
    header: 'Computed',
    width: 5,
    text: (row) => (row.cell.exact ? 'exactly' : 'screened'),
  };

  let sort = $state.raw<TableSort | null>({ column: 'sharpe', descending: true });

  const rows = $derived(
    sweep.cells.flatMap((cell, index): readonly Row[] => (cell ? [{ index, cell }] : [])),
  );
  const names = $derived(sweep.axes.map((axis) => axis.name).join(' / '));
  const figure = (id: SweepMetric, header: string, width: number): TableColumn<Row> => ({
    id,
    header,
    width,
    align: 'right',
    text: (row) => cellText(row.cell, id),
    sortKey: (row) => signedFigure(row.cell, id) ?? NaN,
    tone: (row) => (id === 'cagr' ? changeClass(row.cell.metrics.cagr) : ''),
  });
  const columns = $derived<readonly TableColumn<Row>[]>([
    { id: 'setting', header: names, width: 6, text: (row) => row.cell.parameters.join(' / ') },
    { ...figure('sharpe', 'Sharpe, ± 1 s.e.', 6.5), text: (row) => sharpeWithError(row.cell) },
    {
      id: 'neighbours',
      header: 'Neighbours',
      label: 'Median Sharpe of the neighbours',
      width: 5,
      align: 'right',
      text: (row) => formatNumber(row.cell.neighbours),
      sortKey: (row) => row.cell.neighbours ?? NaN,
      tone: (row) => (standsAlone(row.cell, sweep.plateauFloor) ? 'caution' : ''),
    },
    figure('cagr', 'Growth, yearly', 6),
    figure('maxDrawdown', 'Deepest', 5),
    figure('trades', 'Trades', 4),
    ...(rows.every((row) => row.cell.exact) ? [] : [COMPUTED]),
  ]);
  const position = $derived(selected === null ? null : rows.findIndex((row) => row.index === selected));
  const at = (row: number): number => rows[row]?.index ?? 0;
;
async () => {


  { const $$_elbaTataD0C = __sveltets_2_ensureComponent(DataTable); const $$_elbaTataD0 = new $$_elbaTataD0C({ target: __sveltets_2_any(), props: {           columns,rows,"label":`All cells, best first`,"selected":position === -1 ? null : position,"onSelect":(row) => onSelect(at(row)),"onOpen":(row) => onOpen(at(row)),sort,}});/*Ωignore_startΩ*/() => sort = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_elbaTataD0.$$bindings = 'sort';}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const BestCells__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type BestCells__SvelteComponent_ = ReturnType<typeof BestCells__SvelteComponent_>;
/*Ωignore_endΩ*/export default BestCells__SvelteComponent_;