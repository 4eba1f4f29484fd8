// One lane after the other: the account of a trial from its first bar to its last.
//
// twin       src/engine/lane/lane.ts, whose rules these are, by way of src/research/lane-sweep.ts
// in         bars as columns f64[rows]; the lowest and highest price of each bar that is traded on, else NaN, and the same
//            of each 16 bars; the orders of a program as words; `begin`, generated from the program, which looks at the
//            account, says which orders act on a row and writes what they ask for
// out        equity f64[rows] of each trial
// precision  same bits as the twin: the same operations in the same order
// limits     31 orders

import {
  capital,
  closingShare,
  feeOf,
  fillPrice,
  GAP,
  isLevel,
  isPrice,
  LIMIT,
  lotsIn,
  makerRate,
  MARKET,
  mayShort,
  minNotional,
  most,
  openingShare,
  setRules,
  takerRate,
  toTick,
  TRIGGER,
  wholeLotsIn,
} from '../shared/lane-rules';
import { BLOCK_ROWS, BLOCK_SHIFT, nextOf, writeFlat, writeHeld } from '../shared/lane-rows';
import { rowOf } from '../shared/rows';

/** Looks at a row by the code of the program and answers the orders that act, as bits. */
declare function begin(row: i32): i32;

/** Of the account, which generated code reads. */
const EQUITY: usize = 0;
const CASH: usize = 8;
const POSITION_SIZE: usize = 16;
const ENTRY_PRICE: usize = 24;
const BARS_HELD: usize = 32;
/** Of the requests, which generated code writes: size, stop, target, distance of the trailing stop. */
const REQUESTS: usize = 64;
const REQUEST_SHIFT: usize = 5;
const STOP: usize = 8;
const TARGET: usize = 16;
const DISTANCE: usize = 24;

/** An order as a word. */
const ENTERS = 1;
const SELLS = 2;
const LEAVES_LONG = 4;
const LEAVES_SHORT = 8;
const SIZING_SHIFT = 4;
const UNITS = 0;
const CASH_AMOUNT = 1;
const PERCENT_OF_EQUITY = 2;
const TRAIL_SHIFT = 6;
const TRAIL_NONE = 0;
const TRAIL_PERCENT = 2;

/** What an order that may act on a row could do. */
const HEARS_ENTRY: u32 = 1;
const HEARS_LONG_EXIT: u32 = 2;
const HEARS_SHORT_EXIT: u32 = 4;

let open: usize = 0;
let high: usize = 0;
let low: usize = 0;
let close: usize = 0;
let volume: usize = 0;
let lowest: usize = 0;
let highest: usize = 0;
let blockLowest: usize = 0;
let blockHighest: usize = 0;
let rows: i32 = 0;
let account: usize = 0;
let orders: usize = 0;
let orderCount: i32 = 0;

let cash: f64 = 0;
let size: f64 = 0;
let equity: f64 = 0;
let mark: f64 = 0;
let entryPrice: f64 = 0;
let entryRow: i32 = 0;
let trades: i32 = 0;
let isBeyond: bool = false;
let leaves: bool = false;
/** 1 for a purchase that waits, -1 for a sale, 0 for none. */
let waiting: f64 = 0;
let waitingUnits: f64 = 0;
let waitingStop: f64 = 0;
let waitingTarget: f64 = 0;
let waitingTrail: i32 = 0;
let waitingDistance: f64 = 0;
let stop: f64 = 0;
let target: f64 = 0;
let trailKind: i32 = 0;
let distance: f64 = 0;
let best: f64 = 0;
let trail: f64 = 0;
/** Prices between which nothing of a position is reached; both are outside. */
let below: f64 = 0;
let above: f64 = 0;

/**
 * Tells where everything lies.
 *
 * @param columns  open, high, low, close, volume, lowest and highest of each row, and of each block, as addresses
 * @param rules    numbers, as `setRules` reads them
 * @param words    orders
 */
export function laneSetup(
  columns: usize,
  count: i32,
  rules: usize,
  at: usize,
  words: usize,
  numberOfOrders: i32,
): void {
  open = load<u32>(columns);
  high = load<u32>(columns, 4);
  low = load<u32>(columns, 8);
  close = load<u32>(columns, 12);
  volume = load<u32>(columns, 16);
  lowest = load<u32>(columns, 20);
  highest = load<u32>(columns, 24);
  blockLowest = load<u32>(columns, 28);
  blockHighest = load<u32>(columns, 32);
  rows = count;
  account = at;
  orders = words;
  orderCount = numberOfOrders;
  setRules(rules);
}

/**
 * Runs one trial.
 *
 * @param acts  bytes with bits of the orders that may act on a row (`HEARS_ENTRY` and so on); 0 where every row has to be begun
 * @param out   equity of the trial at the first row
 * @returns     round trips that ended, or -1 where something came up that only the whole engine knows
 */
export function laneWalk(acts: usize, out: usize): i32 {
  equity = capital;
  cash = capital;
  size = 0;
  entryPrice = NaN;
  mark = NaN;
  trades = 0;
  isBeyond = false;
  leaves = false;
  waiting = 0;
  clearBracket();
  let next = -1;
  let nextTo = 0;
  for (let row = 0; row < rows; row++) {
    if (acts && waiting == 0 && !leaves) {
      const wanted = listened();
      if (next < row || nextTo != wanted) next = nextOf(acts, wanted, row, rows);
      nextTo = wanted;
      row = size == 0 ? writeFlat(row, next, cash, out) : drift(row, next, out);
      if (row == rows) break;
    }
    pass(row);
    if (!acts || (load<u8>(acts + row) & listened()) != 0) {
      tellAccount(row);
      takeOrders(begin(row), row);
    }
    if (isBeyond) return -1;
    store<f64>(rowOf(out, row), equity);
  }
  return trades;
}

/** Orders that could do something now, as bits. */
function listened(): u32 {
  let bits: u32 = size == 0 || leaves ? HEARS_ENTRY : 0;
  if (size > 0) bits |= HEARS_LONG_EXIT;
  if (size < 0) bits |= HEARS_SHORT_EXIT;
  return bits;
}

/** Passes rows on which a position is only marked. */
function drift(from: i32, until: i32, out: usize): i32 {
  const end = quietEnd(from, until, below, above);
  if (end == from) return from;
  writeHeld(close, from, end, cash, size, out);
  mark = load<f64>(rowOf(close, end - 1));
  equity = cash + size * mark;
  return end;
}

/** First row from `row` on of which a price reaches `floor` or `ceiling`, or on which there is no trading. */
function quietEnd(row: i32, until: i32, floor: f64, ceiling: f64): i32 {
  while (row < until) {
    if ((row & (BLOCK_ROWS - 1)) == 0) {
      while (row + BLOCK_ROWS <= until) {
        const block = row >> BLOCK_SHIFT;
        if (!(load<f64>(rowOf(blockLowest, block)) > floor)) break;
        if (!(load<f64>(rowOf(blockHighest, block)) < ceiling)) break;
        row += BLOCK_ROWS;
      }
      if (row >= until) break;
    }
    if (!(load<f64>(rowOf(lowest, row)) > floor && load<f64>(rowOf(highest, row)) < ceiling)) break;
    row++;
  }
  return row;
}

/** Passes a row up to its close, at which the account is valued. */
function pass(row: i32): void {
  const bottom = load<f64>(rowOf(lowest, row));
  const last = load<f64>(rowOf(close, row));
  const isTradable = bottom == bottom;
  if (!isTradable) waiting = 0;
  else if (waiting != 0 || leaves) meet(row, last);
  else if (size != 0 && !(bottom > below && load<f64>(rowOf(highest, row)) < above)) meet(row, last);
  if (isTradable || isPrice(last)) mark = last;
  const net = size * mark;
  equity = size == 0 || net == 0 ? cash : cash + net;
}

function tellAccount(row: i32): void {
  store<f64>(account, equity, EQUITY);
  store<f64>(account, cash, CASH);
  store<f64>(account, size, POSITION_SIZE);
  store<f64>(account, entryPrice, ENTRY_PRICE);
  store<f64>(account, size == 0 ? NaN : <f64>(row - entryRow), BARS_HELD);
}

function takeOrders(acting: i32, row: i32): void {
  for (let k = 0; k < orderCount; k++) {
    if (((acting >> k) & 1) == 0) continue;
    const order = load<u32>(orders + ((<usize>k) << 2));
    if ((order & ENTERS) != 0) {
      if (waiting == 0 && (size == 0 || leaves))
        ask(order, account + REQUESTS + ((<usize>k) << REQUEST_SHIFT), row);
    } else if (size > 0 && (order & LEAVES_LONG) != 0) leaves = true;
    else if (size < 0 && (order & LEAVES_SHORT) != 0) leaves = true;
  }
}

/** Asks for an entry at the next open. */
function ask(order: u32, request: usize, row: i32): void {
  if (isNaN(load<f64>(rowOf(lowest, row)))) return;
  const price = load<f64>(rowOf(close, row));
  const isSale = (order & SELLS) != 0;
  const wantedStop = load<f64>(request, STOP);
  const wantedTarget = load<f64>(request, TARGET);
  const units = unitsOf((order >> SIZING_SHIFT) & 3, load<f64>(request), price, wantedStop);
  if (units == 0 || units * price < minNotional) return;
  if (isSale && !mayShort) return;
  const sign: f64 = isSale ? -1 : 1;
  const stopLevel = isNaN(wantedStop) ? NaN : toTick(wantedStop, isSale);
  const targetLevel = isNaN(wantedTarget) ? NaN : toTick(wantedTarget, !isSale);
  if (!isLevel(stopLevel) || !isLevel(targetLevel)) return;
  if (sign * (stopLevel - price) > 0 || sign * (targetLevel - price) < 0) return;
  const kind = <i32>((order >> TRAIL_SHIFT) & 3);
  const behind = load<f64>(request, DISTANCE);
  if (kind != TRAIL_NONE && !isPrice(behind)) return;
  waiting = sign;
  waitingUnits = units;
  waitingStop = stopLevel;
  waitingTarget = targetLevel;
  waitingTrail = kind;
  waitingDistance = behind;
}

/** Whole lots of an entry; 0 for none. */
function unitsOf(sizing: u32, amount: f64, price: f64, wantedStop: f64): f64 {
  if (sizing == UNITS) return wholeLotsIn(amount);
  if (sizing == CASH_AMOUNT) return lotsIn(amount / price);
  const part = (amount / 100) * equity;
  if (sizing == PERCENT_OF_EQUITY) return lotsIn(part / price);
  return isNaN(wantedStop) ? 0 : lotsIn(part / abs(price - wantedStop));
}

/** A bar with prices: what waits meets its open, then the bracket its range. */
function meet(row: i32, last: f64): void {
  const first = load<f64>(rowOf(open, row));
  const top = load<f64>(rowOf(high, row));
  const bottom = load<f64>(rowOf(low, row));
  if (size < 0) guard(top);
  if (leaves) leave(row, first, MARKET, false);
  if (waiting != 0) enter(row, first, top);
  if (size == 0) return;
  const sign: f64 = size > 0 ? 1 : -1;
  const worst = size > 0 ? bottom : top;
  const reached = size > 0 ? top : bottom;
  const trails = trailKind != TRAIL_NONE;
  if (sign * (stop - first) >= 0) leave(row, first, GAP, false);
  else if (trails && sign * (trail - first) >= 0) leave(row, first, GAP, false);
  else if (sign * (first - target) >= 0) leave(row, first, LIMIT, entryRow != row);
  else {
    const meetsStop = sign * (stop - worst) >= 0;
    const meetsTrail = trails && sign * (trail - worst) >= 0;
    if (meetsStop && !(meetsTrail && abs(trail - first) < abs(stop - first)))
      leave(row, stop, TRIGGER, false);
    else if (meetsTrail) leave(row, trail, TRIGGER, false);
    else if (sign * (reached - target) >= 0) leave(row, target, LIMIT, true);
    else if (trails) {
      follow(reached, sign);
      if (sign * (trail - last) >= 0) leave(row, trail, TRIGGER, false);
    }
  }
}

/** A short position that a price of the bar could ruin is the margin call's, which a lane does not know. */
function guard(top: f64): void {
  const ruin = -cash / size;
  if (!(ruin > 0) || top >= ruin) isBeyond = true;
}

function enter(row: i32, reference: f64, top: f64): void {
  const sign = waiting;
  const units = waitingUnits;
  waiting = 0;
  if (size != 0) return;
  const price = priceAt(row, sign, MARKET, openingShare, reference, units);
  const value = price * units;
  const fee = feeOf(takerRate, value, units);
  if (!(units < most && value < most && value + fee <= cash)) return;
  pay(sign, value, fee);
  size = sign * units;
  entryPrice = price;
  entryRow = row;
  stop = waitingStop;
  target = waitingTarget;
  trailKind = waitingTrail;
  distance = waitingDistance;
  best = NaN;
  if (trailKind != TRAIL_NONE) follow(reference, sign);
  else findQuiet();
  if (sign < 0) guard(top);
}

/** @param hasRested  whether a limit had waited for the market, rather than come to it at this very price */
function leave(row: i32, reference: f64, how: i32, hasRested: bool): void {
  const sign: f64 = size > 0 ? -1 : 1;
  const units = abs(size);
  const price = priceAt(row, sign, how, closingShare, reference, units);
  const value = price * units;
  pay(sign, value, feeOf(hasRested ? makerRate : takerRate, value, units));
  size = 0;
  entryPrice = NaN;
  leaves = false;
  clearBracket();
  trades++;
}

function clearBracket(): void {
  trailKind = TRAIL_NONE;
  stop = NaN;
  target = NaN;
}

function pay(sign: f64, value: f64, fee: f64): void {
  cash = sign > 0 ? cash - (value + fee) : cash + (value - fee);
}

function priceAt(row: i32, sign: f64, how: i32, spread: f64, reference: f64, units: f64): f64 {
  const traded = load<f64>(rowOf(volume, row));
  const top = load<f64>(rowOf(high, row));
  return fillPrice(sign, how, spread, reference, units, traded, top, load<f64>(rowOf(low, row)));
}

/** Moves the trailing stop with a price, never back. */
function follow(price: f64, sign: f64): void {
  if (!(sign * (price - best) <= 0)) best = price;
  const behind = trailKind == TRAIL_PERCENT ? (best * distance) / 100 : distance;
  trail = toTick(best - sign * behind, sign < 0);
  findQuiet();
}

function findQuiet(): void {
  const trails = trailKind != TRAIL_NONE;
  if (size > 0) {
    below = max(0, max(orElse(stop, 0), trails ? trail : 0));
    above = min(orElse(target, Infinity), trails ? best : Infinity);
  } else {
    above = min(orElse(stop, Infinity), min(trails ? trail : Infinity, -cash / size));
    below = max(0, max(orElse(target, 0), trails ? best : 0));
  }
}

function orElse(level: f64, none: f64): f64 {
  return isNaN(level) ? none : level;
}
