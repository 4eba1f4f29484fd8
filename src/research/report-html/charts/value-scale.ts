import { log } from '../../../core/math/log';
import { log10 } from '../../../core/math/log10';
import { pow } from '../../../core/math/pow';

/** Maps values to heights of a chart, and where its lines of reference stand. */
export interface ValueScale {
  /** y of a value, units of the picture, growing downwards. */
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
}

/** The steps of a scale, times a power of ten. */
const STEPS = [1, 2, 5] as const;

/**
 * A linear scale with about so many ticks.
 *
 * @param low     least value shown
 * @param high    greatest value shown
 * @param top     y of `high`
 * @param bottom  y of `low`
 * @param count   ticks that are aimed at
 */
export function linearScale(low: number, high: number, top: number, bottom: number, count = 4): ValueScale {
  const span = high - low || Math.abs(high) || 1;
  const [from, to] = high > low ? [low, high] : [low - span / 2, high + span / 2];
  const step = roundStep((to - from) / count);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return {
    y: (value) => bottom - ((value - from) / (to - from)) * (bottom - top),
    ticks: Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step),
  };
}

/** A logarithmic scale of values above zero; linear where a tick or two would be all. */
export function logScale(low: number, high: number, top: number, bottom: number): ValueScale {
  if (!(low > 0 && high > low)) return linearScale(low, high, top, bottom);
  const [from, to] = [log(low), log(high)];
  const y = (value: number): number => bottom - ((log(value) - from) / (to - from)) * (bottom - top);
  const ticks: number[] = [];
  for (let power = Math.floor(log10(low)); power <= Math.ceil(log10(high)); power++) {
    for (const step of STEPS) {
      const tick = step * pow(10, power);
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return { y, ticks: ticks.length >= 3 ? ticks : linearScale(low, high, top, bottom).ticks };
}

function roundStep(width: number): number {
  const power = pow(10, Math.floor(log10(width)));
  return (STEPS.find((step) => step * power >= width * (1 - 1e-9)) ?? 10) * power;
}
