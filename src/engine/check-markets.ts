import type { Bars } from '../core/bars';
import { checkInteger, checkLength, checkRange } from '../core/check';
import { BacktabError } from '../core/errors';
import type { Market } from '../core/market';
import { SETTINGS } from '../core/settings';

/**
 * Whether instruments can be run: names of their own, bars strictly in order of time, columns of one length, and
 * contract terms within the ranges of the settings that they stand for.
 *
 * @throws BacktabError `market_repeated` | `bars_unordered` | `length_mismatch` | `parameter_out_of_range`
 */
export function checkMarkets(markets: readonly Market[]): void {
  const names = new Set<string>();
  for (const market of markets) {
    const { name, bars, detail, sessions, intervalMs, barsPerYear } = market;
    if (names.has(name)) throw new BacktabError('market_repeated', { name });
    names.add(name);
    checkBars(name, bars);
    if (detail) checkBars(name, detail);
    if (sessions) checkLength('sessions', sessions.length, bars.time.length);
    if (intervalMs !== undefined) checkInteger('intervalMs', intervalMs, 1, MOST_MS);
    if (barsPerYear !== undefined) checkRange('barsPerYear', barsPerYear, Number.MIN_VALUE, MOST_MS);
    checkContract(market);
  }
}

/** Instants that dates can tell: 100,000,000 days. */
const MOST_MS = 8.64e15;

function checkContract({ contract = {} }: Market): void {
  for (const name of ['lotSize', 'tickSize', 'minNotional', 'multiplier'] as const) {
    const value = contract[name];
    if (value !== undefined) checkRange(name, value, SETTINGS[name].min, SETTINGS[name].max);
  }
}

/** @throws BacktabError `bars_unordered` | `length_mismatch` */
export function checkBars(market: string, bars: Bars): void {
  const { time } = bars;
  for (const name of ['open', 'high', 'low', 'close', 'volume'] as const) {
    checkLength(name, bars[name].length, time.length);
  }
  for (let row = 0; row < time.length; row++) {
    const last = row === 0 ? -Infinity : time[row - 1]!;
    if (!(time[row]! > last && time[row]! <= MOST_MS))
      throw new BacktabError('bars_unordered', { market, row });
  }
}
