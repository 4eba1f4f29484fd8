import type { SweepAxis } from '../outcome';
import { coordinates } from './grid-place';
import { TRIAL_LIMIT } from './limits';

/** Bits of a key: with a position below `TRIAL_LIMIT` they make an integer that a double holds exactly. */
const KEY_BITS = 32;

/**
 * An order in which settings that lie near each other on the grid, along whatever axis, are run near each other in time, so
 * that few of their columns are needed at once and each is computed about once, however few are kept: a Morton curve.
 *
 * @param places  of at most a million settings
 * @returns       positions in `places`, each once
 * @see Morton, G. M. (1966): A computer oriented geodetic data base and a new technique in file sequencing. IBM.
 */
export function visitingOrder(axes: readonly SweepAxis[], places: Float64Array): Uint32Array {
  const digits = keyDigits(axes.map(({ values }) => bitsOf(values.length)));
  const keys = new Float64Array(places.length);
  for (let position = 0; position < places.length; position++) {
    const at = coordinates(axes, places[position]!);
    let key = 0;
    for (const { axis, bit } of digits) key = 2 * key + ((at[axis]! >>> bit) & 1);
    keys[position] = key * TRIAL_LIMIT + position;
  }
  return Uint32Array.from(keys.sort(), (key) => key % TRIAL_LIMIT);
}

/** One bit of a key: a bit of the coordinate along an axis. */
interface Digit {
  readonly axis: number;
  readonly bit: number;
}

/** Bits of keys, highest first: those of all axes by turns. */
function keyDigits(bits: readonly number[]): readonly Digit[] {
  const digits: Digit[] = [];
  for (let bit = Math.max(0, ...bits) - 1; bit >= 0; bit--)
    bits.forEach((count, axis) => {
      if (bit < count) digits.push({ axis, bit });
    });
  return digits.slice(0, KEY_BITS);
}

/** Bits that number so many values. */
const bitsOf = (values: number): number => 32 - Math.clz32(values - 1);
