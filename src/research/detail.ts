import { barCount, type Bars } from '../core/bars';
import type { Column } from '../core/column';
import { BacktabError } from '../core/errors';
import { fingerprint } from '../core/fingerprint';
import { CanonicalHash } from '../core/hash';
import type { Market } from '../core/market';
import { checkRows } from './check-rows';

/** Bars of a shorter interval beside the bars of a run, found to fit them. */
export interface Detail {
  /** The rows that are walked. */
  readonly bars: Bars;
  /** From the open to the close of one of the run's bars, in ms. */
  readonly intervalMs: number;
  /** SHA-256 (hex) of all rows given (`core/fingerprint.ts`). */
  readonly dataHash: string;
  /** Rows given. */
  readonly rows: number;
  /** Rows that lie in none of the run's bars, and are not used. */
  readonly outside: number;
  /** Bars of the run that hold no row. */
  readonly barsWithout: number;
  /** Bars whose rows do not reach its high or its low, so that something is missing; their rows are not used. */
  readonly barsIncomplete: number;
}

/** Longest month over the shortest: what the lengths of bars of one interval may differ by. */
const CALENDAR_STRETCH = 31 / 28;

/**
 * Holds bars of a shorter interval against the bars that they are the detail of. A row belongs to the bar in which it
 * opens, and has to end with that bar and to stay within its range: otherwise the run would look ahead, or fill at
 * prices that its bars do not have. Bars without complete detail are left to the engine's rule for them: their range,
 * stop first.
 *
 * @param file  what the detail is called in messages
 * @throws BacktabError `data_insufficient` below two rows, `detail_not_shorter` | `detail_apart` | `detail_across_bars` |
 *         `detail_beyond_bar`
 */
export function fitDetail(bars: Bars, detail: Bars, file: string): Detail {
  checkRows('Detail', detail);
  checkRows('A backtest', bars);
  const rows = barCount(detail);
  const count = barCount(bars);
  const steps = stepsOf(bars.time);
  const detailMs = stepsOf(detail.time).shortest;
  if (!(detailMs < steps.shortest)) {
    throw new BacktabError('detail_not_shorter', { file, detailMs, barsMs: steps.shortest });
  }
  const intervalMs = steps.longestAlike;
  const used = new Uint8Array(rows);
  let [row, outside, barsWithout, barsIncomplete] = [0, 0, 0, 0];
  for (let bar = 0; bar < count; bar++) {
    const start = bars.time[bar]!;
    const end = Math.min(start + intervalMs, bar + 1 < count ? bars.time[bar + 1]! : Infinity);
    for (; row < rows && detail.time[row]! < start; row++) outside += 1;
    const from = row;
    for (; row < rows && detail.time[row]! < end; row++) {
      checkRow(file, detail, row, { bars, bar, end, detailMs });
    }
    if (row === from) barsWithout += 1;
    else if (reaches(bars, bar, detail, from, row)) used.fill(1, from, row);
    else barsIncomplete += 1;
  }
  if (barsWithout === count) throw apart(file, bars, detail);
  return {
    bars: keep(detail, used),
    intervalMs,
    dataHash: fingerprint(detail),
    rows,
    outside: outside + rows - row,
    barsWithout,
    barsIncomplete,
  };
}

/**
 * SHA-256 (hex) of bars and their detail: text `backtab-detail-1` and the fingerprints of both.
 *
 * @param dataHash  fingerprint of the bars; the answer without a detail
 */
export function hashWithDetail(dataHash: string, detail: Detail | null): string {
  if (!detail) return dataHash;
  return new CanonicalHash().text('backtab-detail-1').text(dataHash).text(detail.dataHash).hex();
}

/** What a market of the engine has of it. */
export const marketDetail = (detail: Detail | null | undefined): Pick<Market, 'detail' | 'intervalMs'> =>
  detail ? { detail: detail.bars, intervalMs: detail.intervalMs } : {};

interface Place {
  readonly bars: Bars;
  readonly bar: number;
  readonly end: number;
  readonly detailMs: number;
}

function checkRow(file: string, detail: Bars, row: number, { bars, bar, end, detailMs }: Place): void {
  const time = detail.time[row]!;
  if (time + detailMs > end) {
    throw new BacktabError('detail_across_bars', { file, row: row + 1, time, barEnd: end });
  }
  const low = bars.low[bar]!;
  const high = bars.high[bar]!;
  const open = detail.open[row]!;
  const close = detail.close[row]!;
  if (Math.min(detail.low[row]!, open, close) < low || Math.max(detail.high[row]!, open, close) > high) {
    const barTime = bars.time[bar]!;
    throw new BacktabError('detail_beyond_bar', { file, row: row + 1, time, barTime, low, high });
  }
}

/** Whether rows together have the range of their bar; a row without a price has none. */
function reaches(bars: Bars, bar: number, detail: Bars, from: number, to: number): boolean {
  let low = Infinity;
  let high = -Infinity;
  for (let row = from; row < to; row++) {
    if (!(detail.open[row]! > 0 && detail.close[row]! > 0)) return false;
    low = Math.min(low, detail.low[row]!);
    high = Math.max(high, detail.high[row]!);
  }
  return low === bars.low[bar]! && high === bars.high[bar]!;
}

function apart(file: string, bars: Bars, detail: Bars): BacktabError {
  return new BacktabError('detail_apart', {
    file,
    from: detail.time[0]!,
    to: detail.time.at(-1)!,
    barsFrom: bars.time[0]!,
    barsTo: bars.time.at(-1)!,
  });
}

/** Shortest step between two rows, and the longest one that is of the same calendar unit. */
function stepsOf(time: Column): { readonly shortest: number; readonly longestAlike: number } {
  let shortest = Infinity;
  for (let i = 1; i < time.length; i++) shortest = Math.min(shortest, time[i]! - time[i - 1]!);
  let longestAlike = shortest;
  for (let i = 1; i < time.length; i++) {
    const step = time[i]! - time[i - 1]!;
    if (step > longestAlike && step <= shortest * CALENDAR_STRETCH) longestAlike = step;
  }
  return { shortest, longestAlike };
}

function keep(bars: Bars, used: Uint8Array): Bars {
  const pick = (column: Column): Column => column.filter((_, row) => used[row] === 1);
  return {
    time: pick(bars.time),
    open: pick(bars.open),
    high: pick(bars.high),
    low: pick(bars.low),
    close: pick(bars.close),
    volume: pick(bars.volume),
    extra: {},
  };
}
