import type { Column } from '../core/column';
import { DAY_MS } from '../core/time';

/** A stretch of market history with a name. */
export interface CrisisWindow {
  readonly name: string;
  /** First and last day, both inclusive: `2007-10-09`. */
  readonly from: string;
  readonly to: string;
}

/** Falls of the S&P 500 from the day of its peak to the day of its low, unless said otherwise. */
export const CRISIS_WINDOWS: readonly CrisisWindow[] = [
  { name: 'Oil crisis', from: '1973-01-11', to: '1974-10-03' },
  { name: 'Crash of 1987', from: '1987-08-25', to: '1987-12-04' },
  { name: 'Gulf war', from: '1990-07-16', to: '1990-10-11' },
  { name: 'Russia and LTCM', from: '1998-07-17', to: '1998-08-31' },
  { name: 'Dot-com', from: '2000-03-24', to: '2002-10-09' },
  { name: 'Financial crisis', from: '2007-10-09', to: '2009-03-09' },
  { name: 'Flash crash, Greece', from: '2010-04-23', to: '2010-07-02' },
  { name: 'US downgrade, August 2011', from: '2011-07-22', to: '2011-10-03' },
  { name: 'China, oil', from: '2015-08-10', to: '2016-02-11' },
  { name: 'Volatility, February 2018', from: '2018-01-26', to: '2018-02-08' },
  { name: 'Autumn 2018', from: '2018-09-20', to: '2018-12-24' },
  { name: 'Covid, February and March 2020', from: '2020-02-19', to: '2020-03-23' },
  { name: 'Inflation, 2022', from: '2022-01-03', to: '2022-10-12' },
  { name: 'Carry trades, August 2024', from: '2024-07-16', to: '2024-08-05' },
  { name: 'Tariffs, 2025', from: '2025-02-19', to: '2025-04-08' },
];

/** Bars of a window, both inclusive. */
export interface CrisisSpan extends CrisisWindow {
  readonly start: number;
  readonly end: number;
}

/**
 * The windows that the data cover from the first day to the last, with their bars.
 *
 * @param time  `f64[n]`, Unix milliseconds, strictly increasing
 * @returns     in order of time; a window with fewer than two bars is left out
 */
export function coveredWindows(time: Column): readonly CrisisSpan[] {
  const first = time[0] ?? NaN;
  const last = time[time.length - 1] ?? NaN;
  return CRISIS_WINDOWS.flatMap((window) => {
    const from = Date.parse(window.from);
    const after = Date.parse(window.to) + DAY_MS;
    if (!(first < from + DAY_MS && last >= after - DAY_MS)) return [];
    const start = time.findIndex((t) => t >= from);
    const beyond = time.findIndex((t) => t >= after);
    const end = (beyond < 0 ? time.length : beyond) - 1;
    return end - start >= 1 ? [{ ...window, start, end }] : [];
  });
}

/** Result of an account within a span. */
export interface SpanResult {
  /** Last value over the last one before the span (or the first in it) less 1, a fraction. */
  readonly return: number;
  /** Deepest fall within, from that value on, a fraction >= 0. */
  readonly fall: number;
}

/**
 * What an account did within a span of bars.
 *
 * @param equity  `f64[n]`, account value per bar, above zero
 * @param start   first bar, integer >= 0
 * @param end     last bar, inclusive
 */
export function spanResult(equity: Column, start: number, end: number): SpanResult {
  const before = equity[Math.max(0, start - 1)]!;
  let peak = before;
  let fall = 0;
  for (let i = start; i <= end; i++) {
    peak = Math.max(peak, equity[i]!);
    fall = Math.max(fall, 1 - equity[i]! / peak);
  }
  return { return: equity[end]! / before - 1, fall };
}
