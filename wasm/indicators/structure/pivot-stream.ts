// Open, high, low and close of the calendar period before, during the first period of its own rows so far; and the open of
// the running period.
//
// twin       src/indicators/structure/pivot-stream.ts
// state      period (0 day, 1 week, 2 month), begin of a day in minutes | periods so far, at most 2, day, number of the
//            period, its open, high, low and close, those of the one before
// precision  exact; same bits for a prefix of the input

import { at, rowOf } from '../../shared/rows';

const OFFSET: usize = 8;
const PERIODS: usize = 16;
const DAY: usize = 24;
const NUMBER: usize = 32;
const CURRENT: usize = 40;
const BEFORE: usize = 72;

const MINUTE_MS: f64 = 60000;
const DAY_MS: f64 = 86400000;
const DAYS_TO_1970: f64 = 719468;
const DAYS_OF_400_YEARS: f64 = 146097;
const DAYS_SINCE_MONDAY: f64 = 3;

export function periodPrices(
  state: usize,
  count: i32,
  times: usize,
  opens: usize,
  highs: usize,
  lows: usize,
  closes: usize,
  open: usize,
  high: usize,
  low: usize,
  close: usize,
  running: usize,
): void {
  const kind = load<f64>(state);
  const offset = load<f64>(state, OFFSET) * MINUTE_MS;
  const current = state + CURRENT;
  const before = state + BEFORE;
  for (let i = 0; i < count; i++) {
    const day = floor((at(times, i) - offset) / DAY_MS);
    let number = load<f64>(state, NUMBER);
    const periods = load<f64>(state, PERIODS);
    if (day != load<f64>(state, DAY) || periods == 0) number = numberOf(day, kind);
    if (periods > 0 && number == load<f64>(state, NUMBER)) {
      if (at(highs, i) > load<f64>(current, 8)) store<f64>(current, at(highs, i), 8);
      if (at(lows, i) < load<f64>(current, 16)) store<f64>(current, at(lows, i), 16);
    } else {
      if (periods > 0) memory.copy(before, current, 32);
      store<f64>(state, min<f64>(2, periods + 1), PERIODS);
      store<f64>(state, number, NUMBER);
      store<f64>(current, at(opens, i));
      store<f64>(current, at(highs, i), 8);
      store<f64>(current, at(lows, i), 16);
    }
    store<f64>(state, day, DAY);
    store<f64>(current, at(closes, i), 24);
    const shown = load<f64>(state, PERIODS) > 1 ? before : current;
    store<f64>(rowOf(open, i), load<f64>(shown));
    store<f64>(rowOf(high, i), load<f64>(shown, 8));
    store<f64>(rowOf(low, i), load<f64>(shown, 16));
    store<f64>(rowOf(close, i), load<f64>(shown, 24));
    store<f64>(rowOf(running, i), load<f64>(current));
  }
}

function numberOf(day: f64, kind: f64): f64 {
  if (kind == 0) return day;
  return kind == 1 ? floor((day + DAYS_SINCE_MONDAY) / 7) : monthOf(day);
}

/** Months in years that begin with March, so that the leap day comes last. */
function monthOf(day: f64): f64 {
  const days = day + DAYS_TO_1970;
  const cycle = floor(days / DAYS_OF_400_YEARS);
  const dayOfCycle = days - cycle * DAYS_OF_400_YEARS;
  const leapDays = floor(dayOfCycle / 1460) - floor(dayOfCycle / 36524) + floor(dayOfCycle / 146096);
  const year = floor((dayOfCycle - leapDays) / 365);
  const dayOfYear = dayOfCycle - (365 * year + floor(year / 4) - floor(year / 100));
  return 12 * (400 * cycle + year) + floor((5 * dayOfYear + 2) / 153);
}
