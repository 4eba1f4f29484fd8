// Whether prices trend (1) or cycle (0).
//
// twin       src/indicators/cycle/ht-trendmode.ts
// state      | phase and sines of the last row, rows since the sines last crossed
// precision  the twin's values

import { rowOf } from '../../shared/rows';

const PHASE: usize = 0;
const SINE: usize = 8;
const LEAD_SINE: usize = 16;
const SINCE_CROSSING: usize = 24;

const FAR: f64 = 0.015;
const SLOWEST: f64 = 0.67;
const FASTEST: f64 = 1.5;

export function trendMode(
  state: usize,
  count: i32,
  phases: usize,
  sines: usize,
  leadSines: usize,
  cycle: usize,
  smoothed: usize,
  trendline: usize,
  mode: usize,
): void {
  let phase = load<f64>(state, PHASE);
  let wasAbove = <i32>(load<f64>(state, SINE) > load<f64>(state, LEAD_SINE));
  let wasBelow = <i32>(load<f64>(state, SINE) < load<f64>(state, LEAD_SINE));
  let sinceCrossing = load<f64>(state, SINCE_CROSSING);
  for (let i = 0; i < count; i++) {
    const turn = load<f64>(phases) - phase;
    phase = load<f64>(phases);
    const sine = load<f64>(sines);
    const leadSine = load<f64>(leadSines);
    const isAbove = <i32>(sine > leadSine);
    const isBelow = <i32>(sine < leadSine);
    // They change places where one is above now and was not before.
    const crosses = (isAbove & (wasAbove ^ 1)) | (isBelow & (wasBelow ^ 1));
    wasAbove = isAbove;
    wasBelow = isBelow;
    sinceCrossing = sinceCrossing * <f64>(crosses ^ 1) + 1;

    const length = load<f64>(cycle);
    const trend = load<f64>(trendline);
    const distance = (load<f64>(smoothed) - trend) / trend;
    const isFar = (<i32>(trend != 0)) & (<i32>(abs(distance) >= FAR));
    const speed = 360 / length;
    const isNew = crosses | (<i32>(sinceCrossing < 0.5 * length));
    const turnsAsCycle = (<i32>(turn > SLOWEST * speed)) & (<i32>(turn < FASTEST * speed));
    store<f64>(mode, <f64>(isFar | ((isNew | turnsAsCycle) ^ 1)));
    phases += 8;
    sines += 8;
    leadSines += 8;
    cycle += 8;
    smoothed += 8;
    trendline += 8;
    mode += 8;
  }
  store<f64>(state, phase, PHASE);
  store<f64>(state, load<f64>(sines - 8), SINE);
  store<f64>(state, load<f64>(leadSines - 8), LEAD_SINE);
  store<f64>(state, sinceCrossing, SINCE_CROSSING);
}
