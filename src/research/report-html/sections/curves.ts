import { currencySymbol, formatMoney, formatPercent } from '../../../core/format';
import type { Column } from '../../../core/column';
import { timeChart, type ChartLine } from '../charts/time-chart';
import { markup, type Markup } from '../markup';
import type { ReportInput } from '../report-input';
import { card, moneyTick, numberTick, percentTick } from './tables';

/** Equity on a log scale and the fall below its peak, beside the benchmark. */
export function curves({ sheet, strategy }: ReportInput): Markup {
  const { series, facts } = sheet;
  const { time, equity, benchmark } = series;
  const money = (column: Column | null): string => formatMoney(column?.at(-1) ?? null, facts.currency);
  const symbol = currencySymbol(facts.currency);
  const held: ChartLine[] = benchmark ? [{ values: benchmark, look: 'bench' }] : [];
  const fallen: ChartLine[] = series.benchmarkDrawdown
    ? [{ values: series.benchmarkDrawdown.map((fall) => -fall), look: 'bench' }]
    : [];
  const legend = markup`<p class="legend"><span><b></b>${strategy} ${money(equity)}</span>${facts.benchmark !== null && markup`<span><b class="bench"></b>${facts.benchmark} ${money(benchmark)}</span>`}</p>`;
  const positive = [equity, benchmark].every((column) => column?.every((value) => value > 0) ?? true);
  const chart = timeChart({
    label: `Value of the account: ${money(equity)} at the end${benchmark ? `, ${money(benchmark)} of the benchmark` : ''}.`,
    time,
    lines: [...held, { values: equity, look: 'run' }],
    height: 260,
    width: 'wide',
    scale: positive ? 'log' : 'linear',
    reference: facts.capital,
    tickWords: (value) => moneyTick(value, symbol),
  });
  const below = timeChart({
    label: 'Fall below the peak.',
    time,
    lines: [...fallen, { values: series.drawdown.map((fall) => -fall), look: 'fall', filled: true }],
    height: 130,
    width: 'wide',
    scale: 'linear',
    reference: 0,
    tickWords: percentTick,
  });
  return card(
    positive ? 'Equity, log scale' : 'Equity',
    markup`${legend}<div class="scroll" tabindex="0">${chart}</div><h3>Below the peak</h3><div class="scroll" tabindex="0">${below}</div>`,
  );
}

/** Sharpe, volatility and beta over a moving window, and how much was invested. */
export function rolling({ sheet }: ReportInput): Markup {
  const { series, rolling: moving } = sheet;
  const chart = (label: string, values: Column, reference: number, words: (v: number) => string): Markup =>
    markup`<h3>${label}</h3><div class="scroll" tabindex="0">${timeChart({
      label,
      time: series.time,
      lines: [{ values, look: 'run' }],
      height: 110,
      width: 'half',
      scale: 'linear',
      reference,
      tickWords: words,
    })}</div>`;
  return card(
    `Over ${moving.window} bars`,
    markup`${chart('Sharpe, yearly', moving.sharpe, 0, numberTick)}${chart('Volatility, yearly', moving.volatility, 0, percentTick)}${moving.beta && chart('Beta', moving.beta, 0, numberTick)}`,
  );
}

/** Position over equity, bar by bar. */
export function exposureCard({ sheet }: ReportInput): Markup {
  const { time, exposure } = sheet.series;
  const most = exposure.reduce((size, value) => Math.max(size, Math.abs(value)), 0);
  return card(
    'Exposure',
    markup`<div class="scroll" tabindex="0">${timeChart({
      label: `Position over equity, ${formatPercent(most, { decimals: 0 })} at most.`,
      time,
      lines: [{ values: exposure, look: 'run', filled: true }],
      height: 110,
      width: 'half',
      scale: 'linear',
      reference: 0,
      tickWords: percentTick,
    })}</div>`,
  );
}
