import { sliceBars, type Bars } from '../../core/bars';
import type { Column } from '../../core/column';
import type { SeriesValues } from '../../research/outcome';
import type { Annotation } from '../../script/annotations';
import type { ChartStudy, ChartTrade } from '../chart/chart-props';

/** What the chart knew at the close of a bar: the same columns, cut behind it, and the trades as they stood then. */
export interface ReplayScene {
  readonly bars: Bars;
  readonly plots: readonly SeriesValues[];
  readonly studies: readonly ChartStudy[];
  readonly annotations: readonly Annotation[];
  readonly trades: readonly ChartTrade[];
  readonly equity: Column | null;
  readonly drawdown: Column | null;
  readonly holding: Column | null;
}

/** A run on the bars of the chart: columns aligned with them, and the trades in that instrument. */
export interface RunOnBars {
  readonly plots: readonly SeriesValues[];
  readonly annotations: readonly Annotation[];
  readonly trades: readonly ChartTrade[];
  readonly equity: Column;
  readonly drawdown: Column;
  readonly holding: Column;
}

/**
 * The chart's inputs at the close of a bar. Nothing of a later bar is in them: a trade that ends later is still open.
 *
 * @param bar  row, or null for all bars
 */
export function replayScene(
  bars: Bars,
  run: RunOnBars | null,
  studies: readonly ChartStudy[],
  bar: number | null,
): ReplayScene {
  const rows = bar === null ? bars.time.length : bar + 1;
  const cut = (column: Column): Column => (column.length > rows ? column.subarray(0, rows) : column);
  const plots = run?.plots ?? [];
  const trades = run?.trades ?? [];
  const annotations = run?.annotations ?? [];
  return {
    bars: bar === null ? bars : sliceBars(bars, 0, rows),
    plots: bar === null ? plots : plots.map((plot) => ({ ...plot, values: cut(plot.values) })),
    studies: bar === null ? studies : studies.map((study) => cutStudy(study, cut)),
    annotations: bar === null ? annotations : annotations.flatMap((told) => annotationAt(told, bar)),
    trades: bar === null ? trades : tradesAt(trades, bar),
    equity: run && cut(run.equity),
    drawdown: run && cut(run.drawdown),
    holding: run && cut(run.holding),
  };
}

const cutStudy = (study: ChartStudy, cut: (column: Column) => Column): ChartStudy => ({
  ...study,
  series: study.series.map((series) => ({ ...series, values: cut(series.values) })),
});

/** What a bar knows of an annotation: nothing of a later one, and a background as far as it had come. */
function annotationAt(told: Annotation, bar: number): readonly Annotation[] {
  if (told.kind !== 'background') return told.row <= bar ? [told] : [];
  return told.from <= bar ? [{ ...told, to: Math.min(told.to, bar) }] : [];
}

const tradesAt = (trades: readonly ChartTrade[], bar: number): readonly ChartTrade[] =>
  trades
    .filter((trade) => trade.entryBar <= bar)
    .map((trade) =>
      trade.exitBar <= bar
        ? trade
        : { ...trade, exitBar: NaN, exitTime: NaN, exitPrice: NaN, exitReason: '' },
    );
