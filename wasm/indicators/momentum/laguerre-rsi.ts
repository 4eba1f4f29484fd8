// Ehlers' four Laguerre filters: a damped average, and three all-pass filters one after the other.
//
// twin       src/indicators/momentum/laguerre-rsi.ts
// state      gamma | has begun, last value of each stage
// precision  the twin's bits

import { rowOf } from '../../shared/rows';

const BEGUN: usize = 8;
const STAGES: usize = 16;

export function laguerreStages(
  state: usize,
  count: i32,
  x: usize,
  first: usize,
  second: usize,
  third: usize,
  fourth: usize,
): void {
  const gamma = load<f64>(state);
  const rest = 1 - gamma;
  const isFirst = load<f64>(state, BEGUN) == 0;
  let a = isFirst ? load<f64>(x) : load<f64>(state, STAGES);
  let b = isFirst ? a : load<f64>(state, STAGES + 8);
  let c = isFirst ? a : load<f64>(state, STAGES + 16);
  let d = isFirst ? a : load<f64>(state, STAGES + 24);
  let i = 0;
  if (isFirst) {
    store<f64>(state, 1, BEGUN);
    store<f64>(first, a);
    store<f64>(second, a);
    store<f64>(third, a);
    store<f64>(fourth, a);
    i = 1;
  }
  for (; i < count; i++) {
    const nextA = rest * load<f64>(rowOf(x, i)) + gamma * a;
    const nextB = a + gamma * (b - nextA);
    const nextC = b + gamma * (c - nextB);
    d = c + gamma * (d - nextC);
    a = nextA;
    b = nextB;
    c = nextC;
    store<f64>(rowOf(first, i), a);
    store<f64>(rowOf(second, i), b);
    store<f64>(rowOf(third, i), c);
    store<f64>(rowOf(fourth, i), d);
  }
  store<f64>(state, a, STAGES);
  store<f64>(state, b, STAGES + 8);
  store<f64>(state, c, STAGES + 16);
  store<f64>(state, d, STAGES + 24);
}
