import {
  formatCount,
  formatInteger,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPoints,
} from '../../../core/format';
import type { Interval95 } from '../../../core/metrics';
import { isoDate } from '../../../core/time';
import { short } from '../charts/line-path';
import { markup, type Markup } from '../markup';
import type { ReportInput } from '../report-input';

const METER = [1, 2, 3, 4] as const;

/** What the result is worth, with the ranges behind it and six headline figures. */
export function verdictCard(input: ReportInput): Markup {
  const { verdict } = input;
  return markup`<section class="verdict"><div>
<p class="words"><span class="meter" role="img" aria-label="${verdict.meter} of 4">${METER.map((step) => markup`<i${step <= verdict.meter && markup` class="on"`}></i>`)}</span>${verdict.words}</p>
<p>${verdict.sentence}</p>${rangeRows(input)}</div>
<dl class="facts">${headlines(input).map(({ label, value, sub }) => markup`<div><dt>${label}</dt><dd>${value}</dd><dd class="sub">${sub}</dd></div>`)}</dl></section>
`;
}

interface Headline {
  readonly label: string;
  readonly value: string;
  readonly sub: string;
}

function headlines({ metrics, ranges, sheet }: ReportInput): readonly Headline[] {
  const { currency } = sheet.facts;
  const [deepest] = sheet.drawdowns;
  const wins = Math.round((metrics.winRate ?? 0) * metrics.trades);
  const returns = Math.max(0, sheet.facts.bars - 1);
  return [
    {
      label: 'Growth',
      value: `${formatPercent(metrics.cagr)} a year`,
      sub: `${points(ranges.cagr)}, ${formatNumber(sheet.facts.years, { decimals: 1 })} years`,
    },
    {
      label: 'Sharpe, yearly',
      value: formatNumber(metrics.sharpe),
      sub: `${between(ranges.sharpe)}, ${formatCount(returns, 'return')}`,
    },
    {
      label: 'Deepest fall',
      value: formatPercent(metrics.maxDrawdown === null ? null : -metrics.maxDrawdown),
      sub: deepest ? `${isoDate(deepest.startTime)} to ${isoDate(deepest.troughTime)}` : 'never below a peak',
    },
    {
      label: 'Average trade',
      value: `${formatPercent(metrics.averageTrade, { decimals: 2, signed: true })} net`,
      sub: `${points(ranges.averageTrade)}, ${formatCount(metrics.trades, 'trade')}`,
    },
    {
      label: 'Profit factor',
      value: formatNumber(metrics.profitFactor),
      sub: `${formatInteger(wins)} winners paid for ${formatInteger(metrics.trades - wins)} others`,
    },
    { label: 'Costs paid', value: formatMoney(metrics.costs, currency), sub: 'fees and slippage' },
  ];
}

const NO_RANGE = 'too little data for a range';

const points = (range: Interval95 | null): string =>
  range === null ? NO_RANGE : `95\u202f% range ${formatPoints(range.low)} to ${formatPoints(range.high)}`;

const between = (range: Interval95 | null): string =>
  range === null
    ? NO_RANGE
    : `${formatNumber(range.low, { signed: true })} to ${formatNumber(range.high, { signed: true })}`;

interface RangeRow {
  readonly name: string;
  readonly value: number;
  readonly range: Interval95;
  readonly words: string;
}

const WIDTH = 420;
const ROW = 22;
const FROM = 190;
const TO = 350;

function rangeRows({ metrics, holding, ranges }: ReportInput): Markup | null {
  const gap = metrics.cagr === null || holding.cagr === null ? null : metrics.cagr - holding.cagr;
  const rows = [
    rangeRow('Gap to holding, points a year', gap, ranges.gap, formatPoints(gap)),
    rangeRow('Sharpe, yearly', metrics.sharpe, ranges.sharpe, formatNumber(metrics.sharpe, { signed: true })),
    rangeRow(
      'Average trade, %',
      metrics.averageTrade,
      ranges.averageTrade,
      formatPoints(metrics.averageTrade),
    ),
  ].filter((row) => row !== null);
  if (rows.length === 0) return null;
  return markup`<svg class="range" viewBox="0 0 ${WIDTH} ${rows.length * ROW + 4}" role="img" aria-label="Estimates with their 95 % ranges">${rows.map(rangeMarkup)}</svg>
<p class="note">dot: measured, line: 95\u202f% range, dashes: zero</p>`;
}

const rangeRow = (
  name: string,
  value: number | null,
  range: Interval95 | null,
  words: string,
): RangeRow | null => (value === null || range === null ? null : { name, value, range, words });

function rangeMarkup({ name, value, range, words }: RangeRow, row: number): Markup {
  const low = Math.min(0, range.low, value);
  const high = Math.max(0, range.high, value);
  const x = (at: number): string => short(FROM + ((at - low) / (high - low || 1)) * (TO - FROM));
  const y = row * ROW + 12;
  return markup`<text x="0" y="${y + 4}">${name}</text><line class="zero" x1="${x(0)}" x2="${x(0)}" y1="${y - 9}" y2="${y + 9}" /><line x1="${x(range.low)}" x2="${x(range.high)}" y1="${y}" y2="${y}" /><circle cx="${x(value)}" cy="${y}" r="3.5" /><text class="end" x="${WIDTH}" y="${y + 4}">${words}</text>`;
}
