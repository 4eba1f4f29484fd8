// Logarithm to base 10, whole at whole powers of ten.
//
// twin       src/core/math/log10.ts
// state      none
// precision  rtol 1e-15 of the twin

import { withoutLowWord } from '../../shared/constant';
import { rowOf } from '../../shared/rows';
import { atTheEnds, isNormal, logarithms, logPair, NODES, splitLogarithm, storeNode } from './log';

const INVERSE_LN10: f64 = 0.4342944819032518;
const INVERSE_LN10_TOP: f64 = 0.43429446220397949;
const INVERSE_LN10_LOW: f64 = 1.9699272335463627e-8;
/** log10 2 as a multiple of 2^-42, and its rest. */
const LOG2_HIGH: f64 = 0.3010299956640665;
const LOG2_LOW: f64 = -8.532344317057107e-14;

const TABLE: usize = memory.data(8192, 16);
let isFilled = false;
const PAIR: usize = memory.data(16, 16);

export function commonLogarithm(state: usize, count: i32, x: usize, y: usize): void {
  if (!isFilled) fill();
  if (logarithms(TABLE, count, x, y, LOG2_HIGH, LOG2_LOW, INVERSE_LN10)) return;
  for (let i = 0; i < count; i++) {
    const row = load<f64>(rowOf(x, i));
    if (!isNormal(row)) store<f64>(rowOf(y, i), log10(row));
  }
}

function fill(): void {
  for (let i = 0; i < NODES; i++) {
    const entry = TABLE + (i << 5);
    const rest = takeApart(storeNode(entry, i));
    const top = withoutLowWord(load<f64>(PAIR)) * INVERSE_LN10_TOP;
    splitLogarithm(entry, top, rest);
  }
  isFilled = true;
}

/** The twin itself. */
function log10(x: f64): f64 {
  if (!(x > 0 && x < Infinity)) return atTheEnds(x);
  const rest = takeApart(x);
  return withoutLowWord(load<f64>(PAIR)) * INVERSE_LN10_TOP + rest;
}

/** Leaves the natural logarithm in `PAIR`; answers what the common one has beyond the product of the upper parts. */
function takeApart(x: f64): f64 {
  logPair(x, PAIR);
  const high = load<f64>(PAIR);
  const rest = high - withoutLowWord(high) + load<f64>(PAIR, 8);
  return rest * INVERSE_LN10_TOP + high * INVERSE_LN10_LOW;
}
