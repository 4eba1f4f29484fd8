import type { Column } from '../core/column';

/** Largest fall of an account from its peak since the start, a fraction. */
export function deepestFall(equity: Column, capital: number): number {
  let peak = capital;
  let deepest = 0;
  for (let i = 0; i < equity.length; i++) {
    const value = equity[i]!;
    if (value >= peak) peak = value;
    else deepest = Math.max(deepest, 1 - value / peak);
  }
  return deepest;
}
