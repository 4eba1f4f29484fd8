// Two-average crossover of many lanes, two lanes in a vector, one tile of bars a call.
//
// twin       src/research/two-average-sweep.ts, whose docstring defines the result
// in         tape columns f64[1 + rows] (src/compute/sweep/tape.ts); the first row is the bar before the tile
//            averages f64[1 + rows] per column, columns in `pairs` by number
//            pairs u32[2 vectors][2]: fast column, slow column; an odd last lane is there twice
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
    const lanes = pairs + (<usize>vector << 4);
    runVector(
      tape + stride,
      averages + stride * load<u32>(lanes),
      averages + stride * load<u32>(lanes, 4),
      averages + stride * load<u32>(lanes, 8),
      averages + stride * load<u32>(lanes, 12),
      state + STATE_BYTES * vector,
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
  let bracketNext = nextBracket(state);
  let holds = v128.any_true(size);

  const before = f64x2.replace_lane(f64x2.splat(load<f64>(fast0)), 1, load<f64>(fast1));
  const beforeSlow = f64x2.replace_lane(f64x2.splat(load<f64>(slow0)), 1, load<f64>(slow1));
  let above = f64x2.gt(before, beforeSlow);
  let below = f64x2.lt(before, beforeSlow);

  for (let row = 1; row <= rows; row++) {
    const bar = <f64>(firstBar + row - 1);
    let trades = false;
    if (waits || bar == bracketNext) {
      v128.store(state, cash, CASH);
      v128.store(state, size, SIZE);
      meet(state, row, bar);
      meet(state + 8, row, bar);
      cash = v128.load(state, CASH);
      size = v128.load(state, SIZE);
      waits = hasOrder(state);
      bracketNext = nextBracket(state);
      holds = v128.any_true(size);
      trades = true;
    }
    // A flat account has the equity of the bar before: its return is zero and nothing falls.
    if (holds || trades) {
      const value = f64x2.add(cash, f64x2.mul(size, v128.load64_splat(rowOf(mark, row))));
      const change = f64x2.sub(f64x2.div(value, equity), f64x2.splat(1));
      sum = f64x2.add(sum, change);
      squares = f64x2.add(squares, f64x2.mul(change, change));
      equity = value;
      peak = f64x2.pmax(peak, value);
      const deeper = f64x2.lt(f64x2.mul(value, worstPeak), f64x2.mul(worstEquity, peak));
      if (v128.any_true(deeper)) {
        worstEquity = v128.bitselect(value, worstEquity, deeper);
        worstPeak = v128.bitselect(peak, worstPeak, deeper);
      }
    }

    const fast = f64x2.replace_lane(v128.load64_splat(rowOf(fast0, row)), 1, load<f64>(rowOf(fast1, row)));
    const slow = f64x2.replace_lane(v128.load64_splat(rowOf(slow0, row)), 1, load<f64>(rowOf(slow1, row)));
    const isAbove = f64x2.gt(fast, slow);
    const isBelow = f64x2.lt(fast, slow);
    const changes = v128.or(v128.xor(isAbove, above), v128.xor(isBelow, below));
    above = isAbove;
    below = isBelow;
    if (v128.any_true(changes)) {
      v128.store(state, equity, EQUITY);
      v128.store(state, size, SIZE);
      signal(state, fast0, slow0, row);
      signal(state + 8, fast1, slow1, row);
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

@inline
function hasOrder(state: usize): bool {
  return v128.any_true(v128.or(v128.load(state, ENTRY), v128.load(state, EXIT)));
}

/** The nearer bar on which a bracket of the two lanes sells; a bar in the past or below zero never comes. */
function nextBracket(state: usize): f64 {
  const first = load<f64>(state, BRACKET_BAR);
  const second = load<f64>(state, BRACKET_BAR + 8);
  if (first < 0) return second;
  if (second < 0) return first;
  return min(first, second);
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
