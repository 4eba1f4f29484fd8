// What settings come to in a lane: prices and fees of fills, steps of prices, whole lots. The twins are the models of
// `src/engine/costs`, `src/engine/exchange/fill-price.ts` and `src/engine/lots.ts`.

/** How an order comes to its fill. */
export const MARKET = 0;
export const GAP = 1;
export const TRIGGER = 2;
export const LIMIT = 3;

export let capital: f64 = 0;
export let takerRate: f64 = 0;
export let makerRate: f64 = 0;
let perUnit: f64 = 0;
let perOrder: f64 = 0;
let feeMinimum: f64 = 0;
let feeMaximum: f64 = 0;
export let openingShare: f64 = 0;
export let closingShare: f64 = 0;
let rootImpact: f64 = 0;
let squareImpact: f64 = 0;
let slippageTicks: f64 = 0;
let tick: f64 = 0;
let tickSlack: f64 = 0;
let leastShare: f64 = 0;
let lot: f64 = 0;
let lotSlack: f64 = 0;
export let minNotional: f64 = 0;
export let most: f64 = 0;
/** Whether market orders slip, those that stop at a gap, and those within a bar. */
let slips: i32 = 0;
let isBounded: bool = false;
export let mayShort: bool = false;

/** @param rules  numbers in the order in which they are read here */
export function setRules(rules: usize): void {
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

export function lotsIn(quantity: f64): f64 {
  const units = floor(quantity / lot) * lot;
  return units > 0 && units < Infinity ? units : 0;
}

export function wholeLotsIn(quantity: f64): f64 {
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
export function toTick(price: f64, isUp: bool): f64 {
  if (tick == 0) return price;
  const steps = price / tick;
  const nearest = round(steps);
  if (abs(steps - nearest) < tickSlack) return nearest * tick;
  return (isUp ? ceil(steps) : floor(steps)) * tick;
}

export function isPrice(value: f64): bool {
  return value > 0 && value < Infinity;
}

export function isLevel(price: f64): bool {
  return isNaN(price) || isPrice(price);
}

export function feeOf(rate: f64, value: f64, quantity: f64): f64 {
  const fee = rate * value + perUnit * quantity + perOrder;
  const least = feeMinimum > 0 && feeMinimum > fee ? feeMinimum : fee;
  return min(least, feeMaximum == Infinity ? Infinity : feeMaximum * value);
}

/** Price of a fill, from the one that the market had. */
export function fillPrice(
  sign: f64,
  how: i32,
  spread: f64,
  reference: f64,
  quantity: f64,
  traded: f64,
  top: f64,
  bottom: f64,
): f64 {
  if (((slips >> how) & 1) == 0) return reference;
  let share = spread;
  if ((rootImpact > 0 || squareImpact > 0) && traded > 0) {
    const part = quantity / traded;
    share += rootImpact * sqrt(part) + squareImpact * part * part;
  }
  const slipped = reference * (1 + sign * share) + sign * slippageTicks * tick;
  const price = max(toTick(slipped, sign > 0), tick > 0 ? tick : reference * leastShare);
  if (!isBounded) return price;
  return sign > 0 ? min(price, max(top, reference)) : max(price, min(bottom, reference));
}
