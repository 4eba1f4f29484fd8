// Greatest or least of the last `period` rows.
//
// The extreme of eight rows is that of two of four, and so on: a window of up to 24 rows is two or three such runs that
// overlap. As in window-sum.ts a longer one is the end of one chunk of rows and the beginning of the next (van Herk 1992,
// Gil and Werman 1993): two comparisons a row whatever the period.
//
// twin       src/indicators/primitives/window-extreme.ts
// state      period | has begun, extreme of the chunk so far, its rows, suffix extremes of the chunk before
//            [period + 4]
//            extremeRows: period, origin | rows taken, row of the extreme
// precision  the twin's values; of two zeros either

import { fixed } from '../../shared/constant';
import { highTwice, lowTwice } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';

const PERIOD: usize = 0;
const BEGUN: usize = 8;
const EXTREME: usize = 16;
const PLACE: usize = 24;
const SUFFIX: usize = 32;

/** Up to this period a window is looked through anew for each row. */
const DIRECT = 4;
/** Rows of a run, up to windows of as many rows shorter ones. */
const RUN = 8;
const SHORT_RUN = 4;
/** Up to this period a window is put together from runs. */
const MOST_RUNS = 3 * RUN;
/** Rows that are taken at once, and room for the runs that end at them and before. */
const TILE = 256;
const RUNS: usize = memory.data(2240, 16);

export function windowMax(state: usize, count: i32, x: usize, y: usize): void {
  extremes<Greatest>(state, count, x, y);
}

export function windowMin(state: usize, count: i32, x: usize, y: usize): void {
  extremes<Least>(state, count, x, y);
}

/** What is looked for, as a type: each gets code of its own. */
type Greatest = u64;
type Least = i64;

function better<T>(a: v128, b: v128): v128 {
  return isSigned<T>() ? f64x2.pmin(a, b) : f64x2.pmax(a, b);
}

function worst<T>(): f64 {
  return isSigned<T>() ? Infinity : -Infinity;
}

function extremes<T>(state: usize, count: i32, x: usize, y: usize): void {
  const period = <i32>load<f64>(state, PERIOD);
  if (period <= DIRECT) lookThrough<T>(x, y, count, period);
  else if (period <= MOST_RUNS) takeRuns<T>(x, y, count, period);
  else addChunks<T>(state, count, x, y, period);
}

function addChunks<T>(state: usize, count: i32, x: usize, y: usize, period: i32): void {
  const suffix = state + SUFFIX;
  if (load<f64>(state, BEGUN) == 0) begin<T>(state, period);
  let extreme = load<f64>(state, EXTREME);
  let place = <i32>load<f64>(state, PLACE);
  let done = 0;
  while (done < count) {
    const rows = min(period - place, count - done);
    extreme = combine<T>(rowOf(x, done), rowOf(y, done), rows, rowOf(suffix, place + 1), extreme);
    done += rows;
    place += rows;
    if (place == period) {
      suffixExtremes<T>(rowOf(x, done - period), period, suffix);
      extreme = worst<T>();
      place = 0;
    }
  }
  store<f64>(state, extreme, EXTREME);
  store<f64>(state, <f64>place, PLACE);
}

function begin<T>(state: usize, period: i32): void {
  store<f64>(state, 1, BEGUN);
  store<f64>(state, worst<T>(), EXTREME);
  for (let i = 0; i < period + 4; i++) store<f64>(rowOf(state + SUFFIX, i), worst<T>());
}

function lookThrough<T>(x: usize, y: usize, rows: i32, period: i32): void {
  const back = (<usize>(period - 1)) << 3;
  const end = rowOf(y, rows);
  while (y < end) {
    let row = x - back;
    let extreme = v128.load(row);
    while ((row += 8) <= x) extreme = better<T>(extreme, v128.load(row));
    v128.store(y, extreme);
    x += 16;
    y += 16;
  }
}

function takeRuns<T>(x: usize, y: usize, count: i32, period: i32): void {
  const run = period > RUN ? RUN : SHORT_RUN;
  const lead = (<usize>(period - run)) << 3;
  for (let done = 0; done < count; done += TILE) {
    const rows = min(TILE, count - done);
    const first = rowOf(x, done) - lead;
    const end = rowOf(RUNS, rows) + lead;
    if (run == RUN) writeRuns<T>(first, end);
    else writeShortRuns<T>(first, end);
    overlap<T>(rowOf(y, done), rows, lead, run);
  }
}

/** Extremes of eight rows that end at `x` and the rows after it. */
function writeRuns<T>(x: usize, end: usize): void {
  const c = better<T>(v128.load(x - 32), v128.load(x - 40));
  let pairs = better<T>(v128.load(x - 16), v128.load(x - 24));
  let fours = better<T>(pairs, c);
  let earlier = better<T>(c, better<T>(v128.load(x - 48), v128.load(x - 56)));
  let runs = RUNS;
  while (runs < end) {
    const a = better<T>(v128.load(x), v128.load(x - 8));
    const b = better<T>(v128.load(x, 16), v128.load(x, 8));
    const near = better<T>(a, pairs);
    const next = better<T>(b, a);
    v128.store(runs, better<T>(near, earlier));
    v128.store(runs, better<T>(next, fours), 16);
    earlier = near;
    fours = next;
    pairs = b;
    x += 32;
    runs += 32;
  }
}

/** The same of four rows. */
function writeShortRuns<T>(x: usize, end: usize): void {
  let pairs = better<T>(v128.load(x - 16), v128.load(x - 24));
  let runs = RUNS;
  while (runs < end) {
    const now = better<T>(v128.load(x), v128.load(x - 8));
    v128.store(runs, better<T>(now, pairs));
    pairs = now;
    x += 16;
    runs += 16;
  }
}

/** Windows from the runs that begin with their oldest row and end with their newest; in between there may be a third. */
function overlap<T>(y: usize, rows: i32, lead: usize, run: i32): void {
  const end = rowOf(y, rows);
  const middle = lead - ((<usize>run) << 3);
  let runs = RUNS;
  if (lead <= (<usize>run) << 3) {
    while (y < end) {
      v128.store(y, better<T>(v128.load(runs), v128.load(runs + lead)));
      v128.store(y, better<T>(v128.load(runs, 16), v128.load(runs + lead, 16)), 16);
      runs += 32;
      y += 32;
    }
    return;
  }
  while (y < end) {
    v128.store(y, better<T>(better<T>(v128.load(runs), v128.load(runs + middle)), v128.load(runs + lead)));
    runs += 16;
    y += 16;
  }
}

/** Extremes of windows from those of the chunk up to a row and of the chunk before; answers the former at the last row. */
function combine<T>(x: usize, y: usize, rows: i32, suffix: usize, before: f64): f64 {
  const none = fixed(worst<T>());
  const end = rowOf(x, rows);
  const whole = rowOf(x, rows & ~3);
  let carry = f64x2.splat(before);
  let extreme = carry;
  while (x < end) {
    if (x == whole) extreme = carry;
    const a = v128.load(x);
    const b = v128.load(x, 16);
    const low = better<T>(a, v128.shuffle<f64>(none, a, 0, 2));
    const high = better<T>(better<T>(b, v128.shuffle<f64>(none, b, 0, 2)), highTwice(low));
    v128.store(y, better<T>(better<T>(carry, low), v128.load(suffix)));
    carry = better<T>(carry, high);
    v128.store(y, better<T>(carry, v128.load(suffix, 16)), 16);
    carry = highTwice(carry);
    x += 32;
    y += 32;
    suffix += 32;
  }
  if (x == whole) return f64x2.extract_lane(carry, 0);
  for (let row = whole; row < end; row += 8) extreme = better<T>(extreme, v128.load64_splat(row));
  return f64x2.extract_lane(extreme, 0);
}

/** Writes to `suffix[i]` the extreme of rows `[i, rows)`. */
function suffixExtremes<T>(x: usize, rows: i32, suffix: usize): void {
  const none = fixed(worst<T>());
  const rest = rows & 3;
  let carry = none;
  for (let i = rows - 4; i >= rest; i -= 4) {
    const a = v128.load(rowOf(x, i));
    const b = v128.load(rowOf(x, i + 2));
    const high = better<T>(b, v128.shuffle<f64>(b, none, 1, 2));
    const low = better<T>(better<T>(a, v128.shuffle<f64>(a, none, 1, 2)), lowTwice(high));
    v128.store(rowOf(suffix, i + 2), better<T>(carry, high));
    carry = better<T>(carry, low);
    v128.store(rowOf(suffix, i), carry);
    carry = lowTwice(carry);
  }
  for (let i = rest - 1; i >= 0; i--) {
    carry = better<T>(carry, v128.load64_splat(rowOf(x, i)));
    store<f64>(rowOf(suffix, i), f64x2.extract_lane(carry, 0));
  }
}

/**
 * Rows of the extreme of the last `period` rows, whose values are known, counted from `origin`. A row is told until it leaves
 * the window or a later one equals or beats it; only then the window is looked through, from its oldest row to the first
 * of equals. No row is looked at twice, so it costs O(1) a row on average.
 */
export function extremeRows(state: usize, count: i32, x: usize, extreme: usize, y: usize): void {
  const period = <i32>load<f64>(state);
  const origin = <i32>load<f64>(state, 8);
  const first = <i32>load<f64>(state, 16);
  let told = <i32>load<f64>(state, 24);
  let i = min(max(period - 1 - first, 0), count);
  if (i < count && first + i == period - 1) {
    told = oldestOf(rowOf(x, i), load<f64>(rowOf(extreme, i)), period - 1, period);
    store<f64>(rowOf(y, i), <f64>(told + origin));
    i++;
  }
  for (; i < count; i++) {
    const row = first + i;
    const best = load<f64>(rowOf(extreme, i));
    if (told <= row - period) told = oldestOf(rowOf(x, i), best, row, period);
    else told = select(row, told, load<f64>(rowOf(x, i)) == best);
    store<f64>(rowOf(y, i), <f64>(told + origin));
  }
  store<f64>(state, <f64>(first + count), 16);
  store<f64>(state, <f64>told, 24);
}

/** The oldest of the last `period` rows that equals `best`; `x` is at `row`. */
function oldestOf(x: usize, best: f64, row: i32, period: i32): i32 {
  let back = period - 1;
  while (load<f64>(x - ((<usize>back) << 3)) != best) back--;
  return row - back;
}
