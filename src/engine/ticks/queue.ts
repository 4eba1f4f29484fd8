import type { RunSettings } from '../../core/settings';

/**
 * Units of others ahead of an order after the size shown at its price changed by other means than trades. What was added
 * stands behind the order; what was withdrawn stood behind it as far as it can have (`back`, the cautious bound), ahead of
 * it as far as it can have (`front`, the other bound), or anywhere with equal chance (`proportional`).
 *
 * @param ahead   units ahead before, 0 or more
 * @param before  size shown before, less what traded there since; NaN when the price was not the best one
 * @param after   size shown now
 * @returns       units ahead now, at most `after`
 *
 * @see Cont, Stoikov, Talreja, A Stochastic Model for Order Book Dynamics, 2010: orders of a price are withdrawn at one
 *      rate each, so that the share of the queue ahead is also the share of the withdrawals
 */
export function aheadAfter(
  model: RunSettings['queueModel'],
  ahead: number,
  before: number,
  after: number,
): number {
  const left = after < before && model !== 'back' ? keptAhead(model, ahead, before, after) : ahead;
  return left < after ? left : after;
}

function keptAhead(model: 'proportional' | 'front', ahead: number, before: number, after: number): number {
  if (before === Infinity) return ahead;
  if (model === 'proportional') return ahead * (after / before);
  const withdrawn = before - after;
  return ahead > withdrawn ? ahead - withdrawn : 0;
}

/** What a trade leaves of the units ahead. */
export const aheadAfterTrade = (ahead: number, quantity: number): number =>
  ahead > quantity ? ahead - quantity : ahead === ahead ? 0 : NaN;
