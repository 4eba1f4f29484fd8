// Two-average crossover of many lanes, two lanes in a vector, one tile of bars a call.
//
// twin       src/research/two-average-sweep.ts, whose docstring defines the result
// in         tape columns f64[1 + rows] (src/compute/sweep/tape.ts); the first row is the bar before the tile
//            averages f64[1 + rows] per column, columns in `pairs` by number
//            pairs u32[2 vectors][2]: fast column, slow column; an odd last lane is there twice
//            stretches u32[][2]: the tile's row that a stretch of returns ends before, and where its sums go within those of
//            a vector; a last one that ends at no row
// out        sums f64[vectors][17][2][2]: sum of returns and of their squares, of 16 blocks and of the early part of one
// state      f64[vectors][FIELDS][2], kept between tiles; the host sets and reads it
// precision  same bits as the twin: per lane the same operations in the same order

import { rowOf } from '../shared/rows';

/** Bytes of one field of the state of a vector. */
const FIELD: usize = 16;
const CASH: usize = 0;
const SIZE: usize = 1 * FIELD;
const EQUITY: usize = 2 * FIELD;
const PEAK: usize = 3 * FIELD;
const WORST_EQUITY: usize = 4 * FIELD;
const WORST_PEAK: usize = 5 * FIELD;
/** Of the present block. */
const SUM: usize = 6 * FIELD;
const SQUARES: usize = 7 * FIELD;
const TRADES: usize = 8 * FIELD;
/** Units of the queued entry, 0 for none. */
const ENTRY: usize = 9 * FIELD;
/** 1 while an exit is queued. */
const EXIT: usize = 10 * FIELD;
/** Bar on which the bracket sells, and its price; a negative bar for never. */
const BRACKET_BAR: usize = 11 * FIELD;
const BRACKET_PRICE: usize = 12 * FIELD;
const STATE_BYTES: usize = 13 * FIELD;

/** Where the sums of the early part of a block go, and bytes of all sums of a vector. */
const EARLY: usize = 16 * 2 * FIELD;
const SUMS_BYTES: usize = 17 * 2 * FIELD;

/** Fields of the state of a vector, for the host to lay out its memory. */
export function sweepStateFields(): i32 {
  return <i32>(STATE_BYTES / FIELD);
}

let open: usize = 0;
let ask: usize = 0;
let bracketBar: usize = 0;
let bracketPrice: usize = 0;
let sizeFraction: f64 = 0;
let feeRate: f64 = 0;
let buySlippage: f64 = 0;
let sellSlippage: f64 = 0;
let lotSize: f64 = 0;

/**
 * @param tape      open, mark, ask, bracket bar, bracket price, one after the other, each `stride` bytes
 * @param averages  columns, each `stride` bytes
 * @param firstBar  number of the tile's first bar
 */
export function sweepTile(
  tape: usize,
  averages: usize,
  stride: usize,
  pairs: usize,
  state: usize,
  stretches: usize,
  sums: usize,
  vectors: i32,
  rows: i32,
  firstBar: i32,
  fraction: f64,
  fee: f64,
  slippage: f64,
  lot: f64,
): void {
  open = tape;
  ask = tape + 2 * stride;
  bracketBar = tape + 3 * stride;
  bracketPrice = tape + 4 * stride;
  sizeFraction = fraction;
  feeRate = fee;
  buySlippage = 1.0 + slippage;
  sellSlippage = 1.0 - slippage;
  lotSize = lot;
  for (let vector = 0; vector < vectors; vector++) {
    const lanes = pairs + ((<usize>vector) << 4);
    runVector(
      tape + stride,
      averages + stride * load<u32>(lanes),
      averages + stride * load<u32>(lanes, 4),
      averages + stride * load<u32>(lanes, 8),
      averages + stride * load<u32>(lanes, 12),
      state + STATE_BYTES * vector,
      stretches,
      sums + SUMS_BYTES * vector,
      rows,
      firstBar,
    );
  }
}

function runVector(
  mark: usize,
  fast0: usize,
  slow0: usize,
  fast1: usize,
  slow1: usize,
  state: usize,
  stretches: usize,
  sums: usize,
  rows: i32,
  firstBar: i32,
): void {
  let cash = v128.load(state, CASH);
  let size = v128.load(state, SIZE);
  let equity = v128.load(state, EQUITY);
  let peak = v128.load(state, PEAK);
  let worstEquity = v128.load(state, WORST_EQUITY);
  let worstPeak = v128.load(state, WORST_PEAK);
  let sum = v128.load(state, SUM);
  let squares = v128.load(state, SQUARES);
  let waits = hasOrder(state);
  let bracketRow = nextBracket(state, firstBar);
  let holds = v128.any_true(size);
  let change0 = nextChange(fast0, slow0, 0, rows);
  let change1 = nextChange(fast1, slow1, 0, rows);

  let stretch = stretches;
  let stretchRow = load<i32>(stretch);
  let row = 1;
  for (;;) {
    while (row == stretchRow) {
      const to = <usize>load<u32>(stretch, 4);
      v128.store(sums + to, sum);
      v128.store(sums + to, squares, FIELD);
      if (to != EARLY) sum = squares = f64x2.splat(0);
      stretch += 8;
      stretchRow = load<i32>(stretch);
    }
    if (row > rows) break;
    let end = row + 1;
    let isMarked = holds;
    if (waits || row == bracketRow) {
      v128.store(state, cash, CASH);
      v128.store(state, size, SIZE);
      meet(state, row, <f64>(firstBar + row - 1));
      meet(state + 8, row, <f64>(firstBar + row - 1));
      cash = pairAt(state + CASH);
      size = pairAt(state + SIZE);
      waits = hasOrder(state);
      bracketRow = nextBracket(state, firstBar);
      holds = v128.any_true(size);
      isMarked = true;
    } else {
      // Nothing but marking happens until the nearest cross or bracket.
      end = min(min(change0, change1) + 1, min(bracketRow, min(stretchRow, rows + 1)));
    }
    // A flat account has the equity of the bar before: its return is zero and nothing falls.
    if (isMarked) {
      const last = rowOf(mark, end);
      let at = rowOf(mark, row);
      // Two bars a turn; they are added and compared one after the other all the same.
      for (; at + 8 < last; at += 16) {
        const first = f64x2.add(cash, f64x2.mul(size, v128.load64_splat(at)));
        const second = f64x2.add(cash, f64x2.mul(size, v128.load64_splat(at, 8)));
        const change = f64x2.sub(f64x2.div(first, equity), f64x2.splat(1));
        const next = f64x2.sub(f64x2.div(second, first), f64x2.splat(1));
        sum = f64x2.add(f64x2.add(sum, change), next);
        squares = f64x2.add(f64x2.add(squares, f64x2.mul(change, change)), f64x2.mul(next, next));
        equity = second;
        const top = f64x2.pmax(peak, first);
        peak = f64x2.pmax(top, second);
        const isFirst = isDeeper(first, top, worstEquity, worstPeak);
        const isSecond = isDeeper(second, peak, worstEquity, worstPeak);
        if (i64x2.bitmask(v128.or(isFirst, isSecond)) != 0) {
          worstEquity = v128.bitselect(first, worstEquity, isFirst);
          worstPeak = v128.bitselect(top, worstPeak, isFirst);
          const isStill = isDeeper(second, peak, worstEquity, worstPeak);
          worstEquity = v128.bitselect(second, worstEquity, isStill);
          worstPeak = v128.bitselect(peak, worstPeak, isStill);
        }
      }
      if (at < last) {
        const value = f64x2.add(cash, f64x2.mul(size, v128.load64_splat(at)));
        const change = f64x2.sub(f64x2.div(value, equity), f64x2.splat(1));
        sum = f64x2.add(sum, change);
        squares = f64x2.add(squares, f64x2.mul(change, change));
        equity = value;
        peak = f64x2.pmax(peak, value);
        const isLast = isDeeper(value, peak, worstEquity, worstPeak);
        worstEquity = v128.bitselect(value, worstEquity, isLast);
        worstPeak = v128.bitselect(peak, worstPeak, isLast);
      }
    }
    row = end;
    const closed = row - 1;
    if (closed == change0 || closed == change1) {
      v128.store(state, equity, EQUITY);
      v128.store(state, size, SIZE);
      if (closed == change0) {
        signal(state, fast0, slow0, closed);
        change0 = nextChange(fast0, slow0, closed, rows);
      }
      if (closed == change1) {
        signal(state + 8, fast1, slow1, closed);
        change1 = nextChange(fast1, slow1, closed, rows);
      }
      waits = hasOrder(state);
    }
  }

  v128.store(state, cash, CASH);
  v128.store(state, size, SIZE);
  v128.store(state, equity, EQUITY);
  v128.store(state, peak, PEAK);
  v128.store(state, worstEquity, WORST_EQUITY);
  v128.store(state, worstPeak, WORST_PEAK);
  v128.store(state, sum, SUM);
  v128.store(state, squares, SQUARES);
}

/** Lanes in which an account has fallen further from its peak than at the worst so far; without a division. */
function isDeeper(value: v128, peak: v128, worstEquity: v128, worstPeak: v128): v128 {
  return f64x2.lt(f64x2.mul(value, worstPeak), f64x2.mul(worstEquity, peak));
}

/** First row after `row` on which one average is no longer on the same side of the other; `rows + 1` for none. */
function nextChange(fast: usize, slow: usize, row: i32, rows: i32): i32 {
  const quick = load<f64>(rowOf(fast, row));
  const steady = load<f64>(rowOf(slow, row));
  if (quick > steady) return endAbove(fast, slow, row + 1, rows);
  if (quick < steady) return endAbove(slow, fast, row + 1, rows);
  return firstApart(fast, slow, row + 1, rows);
}

/** First row from `row` on which one average is above the other; in warm-up none is. */
function firstApart(fast: usize, slow: usize, row: i32, rows: i32): i32 {
  for (; row + 1 <= rows; row += 2) {
    const x = v128.load(rowOf(fast, row));
    const y = v128.load(rowOf(slow, row));
    const apart = i64x2.bitmask(v128.or(f64x2.gt(x, y), f64x2.lt(x, y)));
    if (apart != 0) return row + ctz(apart);
  }
  const isApart =
    row <= rows &&
    (load<f64>(rowOf(fast, row)) > load<f64>(rowOf(slow, row)) ||
      load<f64>(rowOf(fast, row)) < load<f64>(rowOf(slow, row)));
  return isApart ? row : rows + 1;
}

/** First row from `row` on which `upper` is not above `lower`. */
function endAbove(upper: usize, lower: usize, row: i32, rows: i32): i32 {
  for (; row + 7 <= rows; row += 8) {
    const x = rowOf(upper, row);
    const y = rowOf(lower, row);
    const above0 = f64x2.gt(v128.load(x), v128.load(y));
    const above2 = f64x2.gt(v128.load(x, 16), v128.load(y, 16));
    const above4 = f64x2.gt(v128.load(x, 32), v128.load(y, 32));
    const above6 = f64x2.gt(v128.load(x, 48), v128.load(y, 48));
    const all = v128.and(v128.and(above0, above2), v128.and(above4, above6));
    if (i64x2.bitmask(all) == 3) continue;
    const above =
      i64x2.bitmask(above0) |
      (i64x2.bitmask(above2) << 2) |
      (i64x2.bitmask(above4) << 4) |
      (i64x2.bitmask(above6) << 6);
    return row + ctz(~above);
  }
  while (row <= rows && load<f64>(rowOf(upper, row)) > load<f64>(rowOf(lower, row))) row++;
  return row;
}

/** Two numbers that were stored one by one: a load of both at once would wait for the stores to reach the cache. */
function pairAt(address: usize): v128 {
  return v128.load64_lane(address + 8, v128.load64_zero(address), 1);
}

function hasOrder(state: usize): bool {
  const entries = load<u64>(state, ENTRY) | load<u64>(state + 8, ENTRY);
  return (entries | load<u64>(state, EXIT) | load<u64>(state + 8, EXIT)) != 0;
}

/** The nearer row on which a bracket of the two lanes sells; the largest row number for never. */
function nextBracket(state: usize, firstBar: i32): i32 {
  return min(rowOfBracket(state, firstBar), rowOfBracket(state + 8, firstBar));
}

function rowOfBracket(lane: usize, firstBar: i32): i32 {
  const bar = load<f64>(lane, BRACKET_BAR);
  return bar < 0 ? i32.MAX_VALUE : <i32>bar - firstBar + 1;
}

/** Fills what a bar fills for one lane. */
function meet(lane: usize, row: i32, bar: f64): void {
  const price = load<f64>(rowOf(open, row));
  if (isNaN(price)) {
    store<f64>(lane, 0, ENTRY);
    return;
  }
  if (load<f64>(lane, EXIT) != 0) sell(lane, price * sellSlippage);
  if (load<f64>(lane, ENTRY) != 0) buy(lane, price * buySlippage, row);
  if (load<f64>(lane, BRACKET_BAR) == bar) sell(lane, load<f64>(lane, BRACKET_PRICE));
}

function buy(lane: usize, price: f64, row: i32): void {
  const units = load<f64>(lane, ENTRY);
  const cash = load<f64>(lane, CASH);
  const value = price * units;
  const fee = feeRate * value;
  if (value + fee <= cash) {
    store<f64>(lane, cash - (value + fee), CASH);
    store<f64>(lane, units, SIZE);
    store<f64>(lane, load<f64>(rowOf(bracketBar, row - 1)), BRACKET_BAR);
    store<f64>(lane, load<f64>(rowOf(bracketPrice, row - 1)), BRACKET_PRICE);
  }
  store<f64>(lane, 0, ENTRY);
}

function sell(lane: usize, price: f64): void {
  const value = price * load<f64>(lane, SIZE);
  const fee = feeRate * value;
  store<f64>(lane, load<f64>(lane, CASH) + (value - fee), CASH);
  store<f64>(lane, 0, SIZE);
  store<f64>(lane, 0, EXIT);
  store<f64>(lane, -1, BRACKET_BAR);
  store<f64>(lane, load<f64>(lane, TRADES) + 1, TRADES);
}

/** Queues what a cross of one lane asks for. */
function signal(lane: usize, fast: usize, slow: usize, row: i32): void {
  const quick = load<f64>(rowOf(fast, row));
  const steady = load<f64>(rowOf(slow, row));
  const quickBefore = load<f64>(rowOf(fast, row - 1));
  const steadyBefore = load<f64>(rowOf(slow, row - 1));
  const holds = load<f64>(lane, SIZE) > 0;
  if (quick > steady && quickBefore <= steadyBefore) {
    if (!holds || load<f64>(lane, EXIT) != 0) askEntry(lane, load<f64>(rowOf(ask, row)));
  }
  if (holds && quick < steady && quickBefore >= steadyBefore) store<f64>(lane, 1, EXIT);
}

/** `price` is NaN where no entry may be asked for, so that the units are no number. */
function askEntry(lane: usize, price: f64): void {
  const units = floor((sizeFraction * load<f64>(lane, EQUITY)) / price / lotSize) * lotSize;
  if (units > 0 && units < Infinity) store<f64>(lane, units, ENTRY);
}
