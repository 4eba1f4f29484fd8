import { toBacktabError } from '../core/errors';
import { batch } from '../indicators/batch';
import type { ResolvedRequest } from '../research/indicator-request';
import type { BatchEnd, TakeEnd } from './backend';

/** One call by its twin. */
export function twinEnd({ indicator, inputs, params, unstablePeriod }: ResolvedRequest): BatchEnd {
  try {
    return { columns: batch(indicator, inputs, params, unstablePeriod), by: 'cpu' };
  } catch (e) {
    return { failure: toBacktabError(e) };
  }
}

/** Calls by their twins, one after the other. */
export async function computeByTwins(calls: readonly ResolvedRequest[], take: TakeEnd): Promise<void> {
  for (const [index, call] of calls.entries()) await take(index, twinEnd(call));
}
