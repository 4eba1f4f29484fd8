import { formatPercent, intervalWords } from '../format';
import { formatPrice, formatSeriesValue } from '../price';
import type { ChartView } from './chart-view.svelte';
import { tableDate } from './geometry/time-ticks';
import { studySpeech } from './study-values';
import { isOpen } from './trade-marks';
import { noteChange, whyNote } from './why-note';

/** One sentence that says what the chart shows, for those who do not see it. */
export function chartSummary(view: ChartView): string {
  const { bars, name, interval, trades, synthetic } = view.inputs;
  const { first, last } = view.rows;
  if (last <= first) return `${name}, no bars.`;
  const date = (i: number): string => tableDate(bars.time[i] ?? 0, view.clock);
  const change = (bars.close[last - 1] ?? NaN) / (bars.close[first] ?? NaN) - 1;
  const price = formatPrice(bars.close[last - 1] ?? NaN, view.decimals);
  const kind = synthetic ? ' Synthetic data.' : '';
  return (
    `${name}, ${intervalWords(interval)}, ${last - first} bars from ${date(first)} to ${date(last - 1)}, ` +
    `last close ${price}, ${formatPercent(change, { signed: true })} over the view, ${view.marks.length} of ${trades.length} trades.${kind}`
  );
}

/** Values of one bar for the live region: prices, change, script lines, studies, and what happened there. */
export function barSpeech(view: ChartView, bar: number): string {
  const { bars, plots, studies, trades } = view.inputs;
  const price = (value: number | undefined): string => formatPrice(value ?? NaN, view.decimals);
  const previous = bars.close[bar - 1];
  const change =
    previous === undefined
      ? ''
      : `, ${formatPercent((bars.close[bar] ?? NaN) / previous - 1, { decimals: 2, signed: true })}`;
  const parts = [
    `${tableDate(bars.time[bar] ?? 0, view.clock)}: open ${price(bars.open[bar])}, high ${price(bars.high[bar])}, ` +
      `low ${price(bars.low[bar])}, close ${price(bars.close[bar])}${change}`,
    ...plots
      .filter((plot) => plot.kind === 'number')
      .map((plot) => `${plot.name} ${formatSeriesValue(plot.pane, plot.values[bar] ?? NaN, view.decimals)}`),
    ...studies.filter(({ visible }) => visible).map((study) => studySpeech(study, bar, view.decimals)),
  ];
  const { from, to } = view.tradeIndex.within(bar, bar + 1);
  for (let k = from; k < to; k++) {
    const trade = trades[k];
    if (!trade) continue;
    if (trade.entryBar === bar) parts.push(`trade ${k + 1} entered ${trade.side}`);
    if (!isOpen(trade) && trade.exitBar === bar)
      parts.push(`trade ${k + 1} left, ${noteChange(trade.return)}`);
  }
  return `${parts.join('; ')}.`;
}

/** What is said when a trade is chosen. */
export function tradeSpeech(view: ChartView, trade: number): string {
  const { bars, trades, plots } = view.inputs;
  const scene = { bars, trades, plots, clock: view.clock, decimals: view.decimals };
  const chosen = trades[trade];
  const note = whyNote({ trade, end: chosen && !isOpen(chosen) ? 'exit' : 'entry' }, scene);
  if (!note) return '';
  const change = note.change === null ? '' : `, ${noteChange(note.change)}`;
  return `${note.title}${change}. ${note.sentence}`;
}
