// One lane after the other: the account of a trial from its first bar to its last, and the figures of two at once.
//
// twin       src/engine/lane/lane.ts, whose rules these are, by way of src/research/lane-sweep.ts
// in         bars as columns f64[rows]; the lowest and highest price of each bar that is traded on, else NaN, and the same
//            of each 16 bars; the orders of a program as words; `begin`, generated from the program, which looks at the
//            account, says which orders act on a row and writes what they ask for
// out        equity f64[rows] of each trial; figures f64[FIGURES][2]
// precision  same bits as the twin: the same operations in the same order
// limits     31 orders

import { rowOf } from '../shared/rows';

@external('program', 'begin')
declare function begin(row: i32): i32;

const BLOCK_SHIFT = 4;
const BLOCK_ROWS = 16;

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

/** How an order comes to its fill. */
const MARKET = 0;
const GAP = 1;
const TRIGGER = 2;
const LIMIT = 3;

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

let capital: f64 = 0;
let takerRate: f64 = 0;
let makerRate: f64 = 0;
let perUnit: f64 = 0;
let perOrder: f64 = 0;
let feeMinimum: f64 = 0;
let feeMaximum: f64 = 0;
let openingShare: f64 = 0;
let closingShare: f64 = 0;
let rootImpact: f64 = 0;
let squareImpact: f64 = 0;
let slippageTicks: f64 = 0;
let tick: f64 = 0;
let tickSlack: f64 = 0;
let leastShare: f64 = 0;
let lot: f64 = 0;
let lotSlack: f64 = 0;
let minNotional: f64 = 0;
let most: f64 = 0;
/** Whether market orders slip, those that stop at a gap, and those within a bar. */
let slips: i32 = 0;
let isBounded: bool = false;
let mayShort: bool = false;

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
 * @param rules    numbers in the order in which they are read here
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
  capital = load<f64>(rules);
  takerRate = load<f64>(rules, 8);
  makerRate = load<f64>(rules, 16);
  perUnit = load<f64>(rules, 24);
  perOrder = load<f64>(rules, 32);
  feeMinimum = load<f64>(rules, 40);
  feeMaximum = load<f64>(rules, 48);
  openingShare = load<f64>(rules, 56);
  closingShare = load<f64>(rules, 64);
  rootImpact = load<f64>(rules, 72);
  squareImpact = load<f64>(rules, 80);
  slippageTicks = load<f64>(rules, 88);
  tick = load<f64>(rules, 96);
  tickSlack = load<f64>(rules, 104);
  leastShare = load<f64>(rules, 112);
  lot = load<f64>(rules, 120);
  lotSlack = load<f64>(rules, 128);
  minNotional = load<f64>(rules, 136);
  most = load<f64>(rules, 144);
  slips = <i32>load<f64>(rules, 152);
  isBounded = load<f64>(rules, 160) != 0;
  mayShort = load<f64>(rules, 168) != 0;
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
      if (next < row || nextTo != wanted) next = nextOf(acts, wanted, row);
      nextTo = wanted;
      row = size == 0 ? rest(row, next, out) : drift(row, next, out);
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

/** Passes rows on which nothing is held. */
function rest(row: i32, until: i32, out: usize): i32 {
  const value = f64x2.splat(cash);
  for (; row + 1 < until; row += 2) v128.store(rowOf(out, row), value);
  if (row < until) store<f64>(rowOf(out, row), cash);
  return until;
}

/** Orders that could do something now, as bits. */
function listened(): u32 {
  let bits: u32 = size == 0 || leaves ? HEARS_ENTRY : 0;
  if (size > 0) bits |= HEARS_LONG_EXIT;
  if (size < 0) bits |= HEARS_SHORT_EXIT;
  return bits;
}

/** First row from `row` on that has one of the bits; the number of rows for none. The bytes go on for a whole vector. */
function nextOf(acts: usize, bits: u32, row: i32): i32 {
  const wanted = i8x16.splat(<i8>bits);
  for (; row < rows; row += 16) {
    const found = i8x16.bitmask(i8x16.ne(v128.and(v128.load(acts + row), wanted), i8x16.splat(0)));
    if (found != 0) return min(row + ctz(found), rows);
  }
  return rows;
}

/** Passes rows on which a position is only marked. */
function drift(from: i32, until: i32, out: usize): i32 {
  const end = quietEnd(from, until);
  if (end == from) return from;
  const held = f64x2.splat(size);
  const paid = f64x2.splat(cash);
  const prices = close;
  let row = from;
  for (; row + 1 < end; row += 2)
    v128.store(rowOf(out, row), f64x2.add(paid, f64x2.mul(held, v128.load(rowOf(prices, row)))));
  if (row < end) store<f64>(rowOf(out, row), cash + size * load<f64>(rowOf(prices, row)));
  mark = load<f64>(rowOf(prices, end - 1));
  equity = cash + size * mark;
  return end;
}

/** First row from `row` on of which a price reaches something of the position, or on which there is no trading. */
function quietEnd(row: i32, until: i32): i32 {
  const floor = below;
  const ceiling = above;
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

function lotsIn(quantity: f64): f64 {
  const units = floor(quantity / lot) * lot;
  return units > 0 && units < Infinity ? units : 0;
}

function wholeLotsIn(quantity: f64): f64 {
  const lots = quantity / lot;
  const nearest = round(lots);
  return abs(lots - nearest) <= nearest * lotSlack ? nearest * lot : lotsIn(quantity);
}

/** To the nearest whole number, halves up. */
function round(x: f64): f64 {
  const whole = floor(x);
  return x - whole >= 0.5 ? whole + 1 : whole;
}

/** A price on the grid of its steps. */
function toTick(price: f64, isUp: bool): f64 {
  if (tick == 0) return price;
  const steps = price / tick;
  const nearest = round(steps);
  if (abs(steps - nearest) < tickSlack) return nearest * tick;
  return (isUp ? ceil(steps) : floor(steps)) * tick;
}

// @ts-ignore: decorator
@inline
function isPrice(value: f64): bool {
  return value > 0 && value < Infinity;
}

// @ts-ignore: decorator
@inline
function isLevel(price: f64): bool {
  return isNaN(price) || isPrice(price);
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
    if (meetsStop && !(meetsTrail && abs(trail - first) < abs(stop - first))) leave(row, stop, TRIGGER, false);
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
  const price = fillPrice(sign, MARKET, openingShare, row, reference, units);
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
  const price = fillPrice(sign, how, closingShare, row, reference, units);
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

function feeOf(rate: f64, value: f64, quantity: f64): f64 {
  const fee = rate * value + perUnit * quantity + perOrder;
  const least = feeMinimum > 0 && feeMinimum > fee ? feeMinimum : fee;
  return min(least, feeMaximum == Infinity ? Infinity : feeMaximum * value);
}

/** Price of a fill, from the one that the market had. */
function fillPrice(sign: f64, how: i32, spread: f64, row: i32, reference: f64, quantity: f64): f64 {
  if (((slips >> how) & 1) == 0) return reference;
  let share = spread;
  const traded = load<f64>(rowOf(volume, row));
  if ((rootImpact > 0 || squareImpact > 0) && traded > 0) {
    const part = quantity / traded;
    share += rootImpact * sqrt(part) + squareImpact * part * part;
  }
  const slipped = reference * (1 + sign * share) + sign * slippageTicks * tick;
  const price = max(toTick(slipped, sign > 0), tick > 0 ? tick : reference * leastShare);
  if (!isBounded) return price;
  return sign > 0
    ? min(price, max(load<f64>(rowOf(high, row)), reference))
    : max(price, min(load<f64>(rowOf(low, row)), reference));
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

// @ts-ignore: decorator
@inline
function orElse(level: f64, none: f64): f64 {
  return isNaN(level) ? none : level;
}

/** Figures of `laneFigures`, each of two trials; the blocks come last. */
const FINAL: usize = 0;
const DRAWDOWN: usize = 16;
const MEAN: usize = 32;
const DEVIATION: usize = 48;
const EARLY: usize = 64;
const LOWEST: usize = 96;
const PEAK: usize = 112;
const BLOCK_SUMS: usize = 128;
/** What a stretch of returns ends. */
const ENDS_BLOCK = 1;
const ENDS_EARLY = 2;

/**
 * Figures of two equity curves. Their returns are left in place of the curves.
 *
 * @param one, other  f64[rows], one row or more
 * @param stretches   u32[][2]: the return that a stretch ends before, and what it ends
 */
export function laneFigures(one: usize, other: usize, stretches: usize, stretchCount: i32, out: usize): void {
  let before = pairAt(one, other);
  let peak = f64x2.pmax(f64x2.splat(capital), before);
  let deepest = fallFrom(before, peak, f64x2.splat(0));
  let keep = keepOf(deepest);
  let bottom = before;
  let sum = f64x2.splat(0);
  let squares = f64x2.splat(0);
  let blockSum = f64x2.splat(0);
  let blockSquares = f64x2.splat(0);
  let block = out + BLOCK_SUMS;
  let at = one;
  const apart = other - one;
  for (let k = 0; k < stretchCount; k++) {
    const end = one + 8 * load<u32>(stretches + ((<usize>k) << 3));
    const ends = load<u32>(stretches + ((<usize>k) << 3), 4);
    for (; at < end; at += 8) {
      const value = pairAt(at + 8, at + apart + 8);
      if (i64x2.all_true(i64x2.eq(value, before))) {
        store<f64>(at, 0);
        store<f64>(at + apart, 0);
        continue;
      }
      const change = f64x2.sub(f64x2.div(value, before), f64x2.splat(1));
      const square = f64x2.mul(change, change);
      sum = f64x2.add(sum, change);
      squares = f64x2.add(squares, square);
      blockSum = f64x2.add(blockSum, change);
      blockSquares = f64x2.add(blockSquares, square);
      v128.store64_lane(at, change, 0);
      v128.store64_lane(at + apart, change, 1);
      peak = f64x2.pmax(peak, value);
      bottom = f64x2.pmin(bottom, value);
      if (v128.any_true(f64x2.lt(value, f64x2.mul(peak, keep)))) {
        deepest = fallFrom(value, peak, deepest);
        keep = keepOf(deepest);
      }
      before = value;
    }
    if ((ends & ENDS_EARLY) != 0) {
      v128.store(out, sum, EARLY);
      v128.store(out, squares, EARLY + 16);
    }
    if ((ends & ENDS_BLOCK) != 0) {
      v128.store(block, blockSum);
      v128.store(block, blockSquares, 16);
      blockSum = blockSquares = f64x2.splat(0);
      block += 32;
    }
  }
  const mean = f64x2.div(sum, f64x2.splat(<f64>(rows - 1)));
  v128.store(out, before, FINAL);
  v128.store(out, deepest, DRAWDOWN);
  v128.store(out, mean, MEAN);
  v128.store(out, deviationOf(one, other, mean), DEVIATION);
  v128.store(out, bottom, LOWEST);
  v128.store(out, peak, PEAK);
}

// @ts-ignore: decorator
@inline
function pairAt(one: usize, other: usize): v128 {
  return v128.load64_lane(other, v128.load64_zero(one), 1);
}

/** The deepest fall, with that of a value from the peak so far. */
function fallFrom(value: v128, peak: v128, deepest: v128): v128 {
  return f64x2.pmax(deepest, f64x2.sub(f64x2.splat(1), f64x2.div(value, peak)));
}

/** Share of the peak above which no value is a deeper fall, with room for rounding. */
function keepOf(deepest: v128): v128 {
  const left = f64x2.sub(f64x2.splat(1), deepest);
  const room = f64x2.add(f64x2.mul(left, f64x2.splat(1 + 1e-15)), f64x2.splat(1e-15));
  return f64x2.pmin(f64x2.splat(1), room);
}

/** Sample deviation of the returns of two trials. */
function deviationOf(one: usize, other: usize, mean: v128): v128 {
  const count = rows - 1;
  const apart = other - one;
  const end = rowOf(one, count);
  let squares = f64x2.splat(0);
  for (let at = one; at < end; at += 8) {
    const away = f64x2.sub(pairAt(at, at + apart), mean);
    squares = f64x2.add(squares, f64x2.mul(away, away));
  }
  if (count < 2) return f64x2.splat(NaN);
  return f64x2.sqrt(f64x2.div(squares, f64x2.splat(<f64>(count - 1))));
}
