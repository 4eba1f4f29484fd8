import type { Fan } from '../../../research/monte-carlo/outcome';
import { FAN_SHARES } from '../../../workers/futures-protocol';

/** Size of the drawing, pixels. */
export interface FanSize {
  readonly width: number;
  readonly height: number;
}

/** A fan as paths of SVG. */
export interface FanPicture {
  /** From the widest band to the narrowest, each between two shares. */
  readonly bands: readonly { readonly from: number; readonly to: number; readonly path: string }[];
  readonly median: string;
  readonly low: number;
  readonly high: number;
  /** Height of a growth factor. */
  y(value: number): number;
  /** Place of a step. */
  x(step: number): number;
}

const MIDDLE = FAN_SHARES.indexOf(0.5);

/** Draws the quantiles of a fan between the least and the greatest of them. */
export function fanPicture({ steps, quantiles }: Fan, { width, height }: FanSize): FanPicture {
  const all = quantiles.flat();
  const low = Math.min(1, ...all);
  const high = Math.max(1, ...all);
  const last = Math.max(1, steps.at(-1) ?? 1);
  const x = (step: number): number => (step / last) * width;
  const y = (value: number): number => height - ((value - low) / (high - low || 1)) * height;
  const line = (values: readonly number[]): string[] =>
    values.map((value, k) => `${x(steps[k] ?? 0).toFixed(1)},${y(value).toFixed(1)}`);
  const bands = Array.from({ length: MIDDLE }, (_, k) => {
    const under = quantiles[k] ?? [];
    const over = quantiles[quantiles.length - 1 - k] ?? [];
    return {
      from: FAN_SHARES[k] ?? 0,
      to: FAN_SHARES[FAN_SHARES.length - 1 - k] ?? 1,
      path: `M${line(over).join('L')}L${line(under).toReversed().join('L')}Z`,
    };
  });
  return { bands, median: `M${line(quantiles[MIDDLE] ?? []).join('L')}`, low, high, x, y };
}
