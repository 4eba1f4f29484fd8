import { formatInteger, formatPercent, formatPoints } from '../../../core/format';
import { isoDate } from '../../../core/time';
import type { YearReturns } from '../../../metrics/month-returns';
import { returnTone } from '../../../core/return-tone';
import { barChart } from '../charts/bar-chart';
import { markup, type Markup } from '../markup';
import type { ReportInput } from '../report-input';
import { card, percentTick, signed, table, type TableCell } from './tables';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Return by month and year, on the diverging scale with its sign printed. */
export function months({ sheet }: ReportInput): Markup {
  const held = new Map(sheet.benchmarkMonths.map(({ year, total }) => [year, total]));
  const hasBenchmark = held.size > 0;
  return card(
    'Return by month, %',
    markup`<div class="scroll" tabindex="0"><table class="months"><thead><tr><th scope="col">Year</th>${MONTHS.map((month) => markup`<th scope="col" class="num">${month}</th>`)}<th scope="col" class="num">Year</th>${hasBenchmark && markup`<th scope="col" class="num">Benchmark</th>`}</tr></thead>
<tbody>${sheet.months.map((row) => yearRow(row, hasBenchmark ? (held.get(row.year) ?? null) : undefined))}</tbody></table></div>
<p class="note">Signs are printed, so colour is never alone. A dot: flat, no position.</p>`,
    'long',
  );
}

const yearRow = ({ year, months: row, flat, total }: YearReturns, held: number | null | undefined): Markup =>
  markup`<tr><th scope="row">${String(year)}</th>${row.map((value, month) => monthCell(value, flat[month] === true))}<td class="sum ${returnTone(total, 'year')}">${formatPoints(total)}</td>${held !== undefined && markup`<td>${formatPoints(held)}</td>`}</tr>
`;

const monthCell = (value: number | null, flat: boolean): Markup => {
  if (value === null) return markup`<td></td>`;
  if (flat) return markup`<td>\u00b7</td>`;
  return markup`<td class="${returnTone(value, 'month')}">${formatPoints(value)}</td>`;
};

/** Return of each year as bars, beside the benchmark. */
export function years({ sheet }: ReportInput): Markup {
  return card(
    'Return by year',
    markup`<div class="scroll" tabindex="0">${barChart({
      label: `Return of ${sheet.years.length} years, the benchmark beside each.`,
      height: 190,
      bars: sheet.years.map(({ year, run, benchmark }) => ({
        label: String(year),
        value: run,
        benchmark,
        title: `${year}: ${formatPercent(run, { signed: true })}${benchmark === null ? '' : `, benchmark ${formatPercent(benchmark, { signed: true })}`}`,
      })),
      tickWords: percentTick,
    })}</div>`,
  );
}

const PERIODS = { bar: 'bars', day: 'days', month: 'months' } as const;

/** How the returns spread. */
export function distribution({ sheet }: ReportInput): Markup | null {
  const found = sheet.distribution;
  if (!found) return null;
  const { edges, counts } = found;
  const middle = (i: number): number => ((edges[i] ?? 0) + (edges[i + 1] ?? 0)) / 2;
  return card(
    `Returns of ${PERIODS[found.period]}`,
    markup`<div class="scroll" tabindex="0">${barChart({
      label: `Number of ${PERIODS[found.period]} by return, mean ${formatPercent(found.mean, { decimals: 2 })}.`,
      height: 190,
      bars: counts.map((count, i) => ({
        label: percentTick(edges[i] ?? 0),
        value: count,
        gain: middle(i) >= 0,
        title: `${percentTick(edges[i] ?? 0)} to ${percentTick(edges[i + 1] ?? 0)}: ${formatInteger(count)}`,
      })),
      tickWords: formatInteger,
    })}</div><p class="note">Mean ${formatPercent(found.mean, { decimals: 2, signed: true })}, median ${formatPercent(found.median, { decimals: 2, signed: true })}, deviation ${formatPercent(found.deviation, { decimals: 2 })}. Labels stand at the lower edge of a class.</p>`,
  );
}

/** Rows of the table of falls. */
const FALLS = 10;

/** The deepest falls with their dates. */
export function falls({ sheet }: ReportInput): Markup {
  const rows = sheet.drawdowns
    .slice(0, FALLS)
    .map((fall): TableCell[] => [
      isoDate(fall.startTime),
      { text: formatPercent(-fall.depth), look: 'loss' },
      isoDate(fall.troughTime),
      fall.recoveryTime === null ? 'not yet' : isoDate(fall.recoveryTime),
      formatInteger(fall.bars),
    ]);
  return card(
    'Deepest falls',
    rows.length === 0
      ? markup`<p>The account never fell below a peak.</p>`
      : table(['From', 'Depth', 'Low', 'Back at peak', 'Bars'], rows),
  );
}

/** Windows of history that the data cover. */
export function crises({ sheet }: ReportInput): Markup | null {
  if (sheet.crises.length === 0) return null;
  const { currency, benchmark } = sheet.facts;
  const rows = sheet.crises.map((row): TableCell[] => [
    row.name,
    `${isoDate(row.startTime)} to ${isoDate(row.endTime)}`,
    signed(row.run, 'fraction', currency),
    formatPercent(-row.runFall),
    signed(row.benchmark, 'fraction', currency),
    row.benchmarkFall === null ? '' : formatPercent(-row.benchmarkFall),
  ]);
  return card(
    'In crises',
    table(['Window', 'Bars', 'Run', 'Deepest fall', benchmark ?? 'Benchmark', 'Its deepest fall'], rows),
  );
}
