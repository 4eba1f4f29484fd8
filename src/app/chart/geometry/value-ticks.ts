import type { ValueScale } from './value-scale';

/** Leading digits of round numbers on a log axis, densest first. */
const LOG_LADDERS = [[1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9], [1, 1.5, 2, 3, 5, 7.5], [1, 2, 5], [1]] as const;

/** Log axes may be denser: their labels are uneven, so few of them come close. */
const LOG_GAP = 0.7;

/** Least of 1, 2, 2.5 and 5 times a power of ten that is not below `atLeast` (> 0). */
export function niceStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const lead = atLeast / power;
  const nice = [1, 2, 2.5, 5].find((candidate) => lead <= candidate * (1 + 1e-9)) ?? 10;
  return nice * power;
}

/** Multiples of a nice step from `min` to `max`, at most `most` of them. */
export function linearTicks(min: number, max: number, most: number): number[] {
  if (!(max > min) || !Number.isFinite(max - min)) return [];
  const step = niceStep((max - min) / Math.max(most, 1));
  const ticks: number[] = [];
  for (let k = Math.ceil(min / step - 1e-9); k * step <= max + step * 1e-9; k++) {
    ticks.push(Number((k * step).toPrecision(15)));
  }
  return ticks;
}

/** Round values of a log axis that stand at least `gap` pixels apart. */
function logTicks(scale: ValueScale, gap: number): number[] {
  const { min, max } = scale;
  if (max / min < 3) return linearTicks(min, max, scale.height / gap);
  for (const ladder of LOG_LADDERS) {
    const ticks: number[] = [];
    for (let power = Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power++) {
      for (const lead of ladder) ticks.push(Number((lead * 10 ** power).toPrecision(3)));
    }
    const inside = ticks.filter((tick) => tick >= min && tick <= max);
    const heights = inside.map((tick) => scale.toY(tick));
    if (heights.every((y, k) => k === 0 || heights[k - 1]! - y >= gap)) return inside;
  }
  const [low, high] = [Math.ceil(Math.log10(min)), Math.floor(Math.log10(max))];
  const every = Math.max(1, Math.ceil(((high - low + 1) * gap) / scale.height));
  return Array.from({ length: Math.floor((high - low) / every) + 1 }, (_, k) => 10 ** (low + k * every));
}

/** Values to label on an axis, ascending, about `gap` pixels apart or more; 0.7 times that on a log axis. */
export function valueTicks(scale: ValueScale, gap: number): number[] {
  return scale.log ? logTicks(scale, gap * LOG_GAP) : linearTicks(scale.min, scale.max, scale.height / gap);
}

/** Values whose change since `base` is a round percentage. */
export function percentTicks(scale: ValueScale, base: number, gap: number): number[] {
  const changes = linearTicks(scale.min / base - 1, scale.max / base - 1, scale.height / gap);
  return changes.map((change) => base * (1 + change));
}

/** Decimals that tell neighbouring ticks apart, 0 to 8. */
export function tickDecimals(ticks: readonly number[]): number {
  if (ticks.length < 2) return ticks.length === 1 ? decimalsOf(ticks[0]!) : 0;
  return Math.max(...ticks.map(decimalsOf));
}

function decimalsOf(value: number): number {
  for (let digits = 0; digits < 8; digits++) {
    const scaled = value * 10 ** digits;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * Math.max(1, Math.abs(scaled))) return digits;
  }
  return 8;
}
