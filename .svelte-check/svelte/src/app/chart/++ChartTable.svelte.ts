///<reference types="svelte" />
;
import type { SeriesValues } from '../../research/outcome';
import DataTable from '../components/DataTable.svelte';
import type { TableColumn } from '../components/table';
import { changeClass, formatCount, formatNumber, formatPercent } from '../format';
import { formatSeriesValue } from '../price';
import type { ChartStudy } from './chart-props';
import type { ChartView } from './chart-view.svelte';
import { tableDate } from './geometry/time-ticks';
import { seriesTitle, studyValue } from './study-values';
import { isOpen } from './trade-marks';
import { noteChange } from './why-note';
;

  interface Props {
    view: ChartView;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  
  


  let { view }: Props = $props();

  /** Rows the table holds at most: the newest of a wider view. */
  const MOST = 100_000;

  const first = $derived(Math.max(view.rows.first, view.rows.last - MOST));
  const rows = $derived(Array.from({ length: view.rows.last - first }, (_, k) => first + k));
  const columns = $derived(columnsOf());

  function columnsOf(): TableColumn<number>[] {
    const { bars, plots, studies, equity, drawdown } = view.inputs;
    const { decimals, clock } = view;
    const figure = (id: string, header: string, values: ArrayLike<number>): TableColumn<number> => ({
      id,
      header,
      align: 'right',
      width: 6,
      text: (i) => formatNumber(values[i] ?? NaN, { decimals }),
    });
    const line = (plot: SeriesValues, k: number): TableColumn<number> => ({
      ...figure(`plot ${k}`, plot.name, plot.values),
      text: (i) => formatSeriesValue(plot.pane, plot.values[i] ?? NaN, decimals),
    });
    const change = (i: number): number => (bars.close[i] ?? NaN) / (bars.close[i - 1] ?? NaN) - 1;
    return [
      { id: 'time', header: 'Bar', width: 8, text: (i) => tableDate(bars.time[i] ?? 0, clock) },
      figure('open', 'Open', bars.open),
      figure('high', 'High', bars.high),
      figure('low', 'Low', bars.low),
      figure('close', 'Close', bars.close),
      {
        id: 'change',
        header: 'Change',
        align: 'right',
        width: 5,
        text: (i) => formatPercent(change(i), { decimals: 2, signed: true }),
        tone: (i) => changeClass(change(i)),
      },
      ...plots.map(line),
      ...studies.filter(({ visible }) => visible).flatMap(studyColumns),
      ...(equity ? [figure('equity', 'Equity', equity)] : []),
      ...(drawdown ? [fallColumn(drawdown)] : []),
      { id: 'trade', header: 'Trades', width: 12, text: (i) => eventsAt(i) },
    ];
  }

  const studyColumns = (study: ChartStudy): TableColumn<number>[] =>
    study.series.map((series) => ({
      id: `study ${study.id} ${series.name}`,
      header: seriesTitle(study, series),
      align: 'right',
      width: 6,
      text: (i) => studyValue(study, series, i, view.decimals),
    }));

  const fallColumn = (drawdown: ArrayLike<number>): TableColumn<number> => ({
    id: 'drawdown',
    header: 'Below peak',
    align: 'right',
    width: 6,
    text: (i) => formatPercent(-(drawdown[i] ?? NaN), { signed: true }),
  });

  function eventsAt(bar: number): string {
    const { from, to } = view.tradeIndex.within(bar, bar + 1);
    const events: string[] = [];
    for (let k = from; k < to; k++) {
      const trade = view.inputs.trades[k];
      if (trade?.entryBar === bar) events.push(`#${k + 1} entered ${trade.side}`);
      if (trade && !isOpen(trade) && trade.exitBar === bar)
        events.push(`#${k + 1} left ${noteChange(trade.return)}`);
    }
    return events.join(', ');
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":`twin`,});
   { svelteHTML.createElement("p", {});
    formatCount(rows.length, 'bar');    view.rows.last - view.rows.first > MOST
      ? ', the newest of it'
      : '';
   }
   { svelteHTML.createElement("div", { "class":`body`,});
     { const $$_elbaTataD2C = __sveltets_2_ensureComponent(DataTable); new $$_elbaTataD2C({ target: __sveltets_2_any(), props: {         columns,rows,"label":`${view.inputs.name}, bars of the visible range`,"selected":view.cursor === null ? null : view.cursor - first,"onSelect":(row) => (view.inputs.cursor = first + row),}});}
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ChartTable__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ChartTable__SvelteComponent_ = ReturnType<typeof ChartTable__SvelteComponent_>;
/*Ωignore_endΩ*/export default ChartTable__SvelteComponent_;