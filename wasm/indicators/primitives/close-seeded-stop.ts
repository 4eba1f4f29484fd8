// The parabolic stop and reverse as TradingView takes it.
//
// twin       src/indicators/primitives/close-seeded-stop.ts
// state      start, step, max | rows taken, up to 2; is long; stop, extreme, factor; high, low and close of the row before,
//            high and low of the one before that
// precision  the twin's bits

import { rowOf } from '../../shared/rows';

const STEP: usize = 8;
const MOST: usize = 16;
const TAKEN: usize = 24;
const IS_LONG: usize = 32;
const STOP: usize = 40;
const EXTREME: usize = 48;
const FACTOR: usize = 56;
const HIGH: usize = 64;
const LOW: usize = 72;
const CLOSE: usize = 80;
const OLDER_HIGH: usize = 88;
const OLDER_LOW: usize = 96;

export function closeSeededStop(
  state: usize,
  count: i32,
  highs: usize,
  lows: usize,
  closes: usize,
  y: usize,
): void {
  const end = rowOf(y, count);
  while (y < end && load<f64>(state, TAKEN) < 2) {
    const taken = load<f64>(state, TAKEN);
    if (taken == 1) store<f64>(y, begin(state, load<f64>(highs), load<f64>(lows), load<f64>(closes)));
    keepBar(state, highs, lows, closes);
    store<f64>(state, taken + 1, TAKEN);
    highs += 8;
    lows += 8;
    closes += 8;
    y += 8;
  }
  if (y < end) follow(state, highs, lows, y, end);
}

/** Takes the side and the first stop of the second bar, and answers it. */
function begin(state: usize, high: f64, low: f64, close: f64): f64 {
  const isLong = close > load<f64>(state, CLOSE);
  const start = load<f64>(state);
  const edge = load<f64>(state + (isLong ? LOW : HIGH));
  const extreme = isLong ? high : low;
  const stop = edge + start * (extreme - edge);
  const isHit = isLong ? stop > low : stop < high;
  const isNowLong = isLong != isHit;
  const turned = isLong ? max(high, extreme) : min(low, extreme);
  const level = isHit ? turned : stop;
  const kept = isNowLong ? min(level, load<f64>(state, LOW)) : max(level, load<f64>(state, HIGH));
  store<f64>(state, isNowLong ? 1 : 0, IS_LONG);
  store<f64>(state, isNowLong ? high : low, EXTREME);
  store<f64>(state, start, FACTOR);
  store<f64>(state, kept, STOP);
  return kept;
}

function follow(state: usize, highs: usize, lows: usize, y: usize, end: usize): void {
  const start = load<f64>(state);
  const step = load<f64>(state, STEP);
  const most = load<f64>(state, MOST);
  let isLong = load<f64>(state, IS_LONG) != 0;
  let stop = load<f64>(state, STOP);
  let extreme = load<f64>(state, EXTREME);
  let factor = load<f64>(state, FACTOR);
  let before = load<f64>(state, HIGH);
  let beforeLow = load<f64>(state, LOW);
  let older = load<f64>(state, OLDER_HIGH);
  let olderLow = load<f64>(state, OLDER_LOW);
  while (y < end) {
    const high = load<f64>(highs);
    const low = load<f64>(lows);
    stop += factor * (extreme - stop);
    if (isLong ? stop > low : stop < high) {
      stop = isLong ? max(high, extreme) : min(low, extreme);
      isLong = !isLong;
      extreme = isLong ? high : low;
      factor = start;
    } else if (isLong ? high > extreme : low < extreme) {
      extreme = isLong ? high : low;
      factor = min(factor + step, most);
    }
    stop = isLong ? min(min(stop, beforeLow), olderLow) : max(max(stop, before), older);
    store<f64>(y, stop);
    older = before;
    olderLow = beforeLow;
    before = high;
    beforeLow = low;
    highs += 8;
    lows += 8;
    y += 8;
  }
  store<f64>(state, isLong ? 1 : 0, IS_LONG);
  store<f64>(state, stop, STOP);
  store<f64>(state, extreme, EXTREME);
  store<f64>(state, factor, FACTOR);
  store<f64>(state, before, HIGH);
  store<f64>(state, beforeLow, LOW);
  store<f64>(state, older, OLDER_HIGH);
  store<f64>(state, olderLow, OLDER_LOW);
}

function keepBar(state: usize, high: usize, low: usize, close: usize): void {
  store<f64>(state, load<f64>(state, HIGH), OLDER_HIGH);
  store<f64>(state, load<f64>(state, LOW), OLDER_LOW);
  store<f64>(state, load<f64>(high), HIGH);
  store<f64>(state, load<f64>(low), LOW);
  store<f64>(state, load<f64>(close), CLOSE);
}
