import type { LinkVerdict } from '../../workers/protocol';
import { formatCount, formatInteger } from '../format';
import type { Failure } from '../state/workspace';

/** How far the check of an opened link has come, in words. */
export interface LinkStatus {
  readonly state: 'waiting' | 'checking' | 'stopped' | 'identical' | 'differs' | 'data_not_here';
  readonly title: string;
  readonly badge: string;
  readonly sentence: string;
}

/** @param failure  why a check ended without a verdict, or null */
export function linkStatus(
  verdict: LinkVerdict | null,
  checking: boolean,
  failure: Failure | null,
): LinkStatus {
  if (verdict) return found(verdict);
  if (failure) {
    return {
      state: 'stopped',
      title: 'Check ended',
      badge: 'not checked',
      sentence: `${failure.message} ${failure.remedy} Nothing was stored.`,
    };
  }
  const sentence =
    'This device runs the strategy again on its own copy of the data, read only. Nothing is stored.';
  return checking
    ? { state: 'checking', title: 'Checking', badge: 'not checked yet', sentence }
    : { state: 'waiting', title: 'Opened from a link', badge: 'not checked yet', sentence };
}

function found(verdict: LinkVerdict): LinkStatus {
  switch (verdict.state) {
    case 'identical': {
      const trades = verdict.answer.outcome.result.trades.length;
      return {
        state: 'identical',
        title: 'Identical',
        badge: 're-run here, exact',
        sentence:
          `This device ran the strategy again on its own copy of the data and got the same ` +
          `${formatCount(trades, 'trade')}, byte for byte. ` +
          'Identical means reproduced. It does not mean profitable.',
      };
    }
    case 'differs': {
      const at = verdict.firstTrade;
      return {
        state: 'differs',
        title: at === null ? 'Differs' : `Differs at trade ${formatInteger(at + 1)}`,
        badge: 're-run here, exact',
        sentence: `${verdict.reason} Trust the figures found here.`,
      };
    }
    case 'data_not_here':
      return {
        state: 'data_not_here',
        title: 'Data not here',
        badge: 'not checked',
        sentence: verdict.remedy,
      };
  }
}
