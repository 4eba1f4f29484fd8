import { blockBounds, earlyRows } from './lane-sweep';

/** A stretch of returns: the row that it ends before, and what ends there. */
export interface ReturnStretch {
  readonly end: number;
  readonly ends: 'block' | 'early';
}

/**
 * Where sums over the returns of a run are read: at the end of each block, and of the early returns, which stand before a
 * block that ends with them.
 *
 * @param returns  of the run
 */
export function returnStretches(returns: number): readonly ReturnStretch[] {
  const early = earlyRows(returns);
  const blocks = blockBounds(returns)
    .slice(1)
    .map((end): ReturnStretch => ({ end, ends: 'block' }));
  const at = blocks.findIndex(({ end }) => end >= early);
  return [...blocks.slice(0, at), { end: early, ends: 'early' }, ...blocks.slice(at)];
}
