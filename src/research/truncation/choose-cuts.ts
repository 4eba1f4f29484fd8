import { uniforms } from '../../core/random/uniforms';

/** Cuts that are always made at either end. */
const ENDS = 3;

/**
 * Numbers of steps to keep: all of them where there are few; else the first and the last, those around orders, and the
 * rest spread evenly, each at a random place of its stretch.
 *
 * @param steps   steps of the whole run
 * @param active  steps at which something was asked for, ascending
 * @param most    cuts wanted; a few more come with the ends
 * @param seed    of the random places
 * @returns       ascending, each from 1 to `steps - 1`
 */
export function chooseCuts(
  steps: number,
  active: readonly number[],
  most: number,
  seed: number,
): readonly number[] {
  const last = steps - 1;
  if (last <= most) return Array.from({ length: Math.max(0, last) }, (_, k) => k + 1);
  const draws = uniforms(seed, 2 * most);
  const chosen = new Set<number>();
  for (let k = 1; k <= ENDS; k++) chosen.add(k).add(steps - k);
  // An order's own bar is the last one kept, then the bar on which it fills.
  const around = Math.min(active.length, most >> 2);
  for (let k = 0; k < around; k++) {
    const step = active[Math.floor(((k + draws[k]!) * active.length) / around)]!;
    chosen.add(step + 1).add(step + 2);
  }
  const spread = most - (most >> 2);
  for (let k = 0; k < spread; k++) chosen.add(1 + Math.floor(((k + draws[most + k]!) * last) / spread));
  return [...chosen].filter((kept) => kept >= 1 && kept <= last).toSorted((a, b) => a - b);
}
