// Chaikin A/D Oscillator.
//
// How far the line is from its average follows from its steps alone, without the line's own size: with `keep` for what a
// row keeps of the average before, it is the filter `d = keep * (d[1] + step)` from 0 on.
//
// twin       src/indicators/volume/adosc.ts, whose docstring defines the result
// state      keep of the fast average, keep of the slow one | has begun, unused, last distance of each
// precision  rtol 1e-13 of the twin; same bits for a prefix of the input

import { fixed } from '../../shared/constant';
import { alone, continued, reachFirst, reachSecond, step } from '../../shared/filter';
import { flowOf } from '../../shared/flow';
import { rowOf } from '../../shared/rows';

const BEGUN: usize = 16;
const FAST: usize = 32;
const SLOW: usize = 40;

export function flowOscillator(
  state: usize,
  count: i32,
  high: usize,
  low: usize,
  close: usize,
  volume: usize,
  y: usize,
): void {
  if (load<f64>(state, BEGUN) == 0) {
    store<f64>(state, 1, BEGUN);
    store<f64>(y, 0);
    high += 8;
    low += 8;
    close += 8;
    volume += 8;
    y += 8;
    if (--count == 0) return;
  }
  const fastKeep = load<f64>(state);
  const slowKeep = load<f64>(state, 8);
  const fastScale = fixed(fastKeep);
  const slowScale = fixed(slowKeep);
  const fastOne = step(fastKeep);
  const slowOne = step(slowKeep);
  const fastNear = reachFirst(fastKeep);
  const slowNear = reachFirst(slowKeep);
  const fastFar = reachSecond(fastKeep);
  const slowFar = reachSecond(slowKeep);
  const rest = count & 3;
  const whole = rowOf(y, count & ~3);
  const end = rowOf(y, count);
  let fast = v128.load64_splat(state + FAST);
  let slow = v128.load64_splat(state + SLOW);
  let flow = slow;
  let laterFlow = slow;
  let fastBefore = fast;
  let slowBefore = slow;
  while (y < end) {
    fastBefore = fast;
    slowBefore = slow;
    flow = flowOf(high, low, close, volume);
    laterFlow = flowOf(high + 16, low + 16, close + 16, volume + 16);
    const fastLow = alone(f64x2.mul(flow, fastScale), fastOne);
    const fastHigh = continued(alone(f64x2.mul(laterFlow, fastScale), fastOne), fastLow, fastNear);
    const slowLow = alone(f64x2.mul(flow, slowScale), slowOne);
    const slowHigh = continued(alone(f64x2.mul(laterFlow, slowScale), slowOne), slowLow, slowNear);
    v128.store(y, f64x2.sub(continued(slowLow, slow, slowNear), continued(fastLow, fast, fastNear)));
    fast = continued(fastHigh, fast, fastFar);
    slow = continued(slowHigh, slow, slowFar);
    v128.store(y, f64x2.sub(slow, fast), 16);
    high += 32;
    low += 32;
    close += 32;
    volume += 32;
    y += 32;
  }
  if (whole == end) {
    store<f64>(state, f64x2.extract_lane(fast, 1), FAST);
    store<f64>(state, f64x2.extract_lane(slow, 1), SLOW);
    return;
  }
  // What goes on after rows that do not fill their group.
  let fastValue = f64x2.extract_lane(fastBefore, 1);
  let slowValue = f64x2.extract_lane(slowBefore, 1);
  for (let i = 0; i < rest; i++) {
    const x =
      i < 2
        ? select<f64>(f64x2.extract_lane(flow, 0), f64x2.extract_lane(flow, 1), i == 0)
        : f64x2.extract_lane(laterFlow, 0);
    fastValue = fastKeep * fastValue + fastKeep * x;
    slowValue = slowKeep * slowValue + slowKeep * x;
  }
  store<f64>(state, fastValue, FAST);
  store<f64>(state, slowValue, SLOW);
}
