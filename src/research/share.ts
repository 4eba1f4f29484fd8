import type { SettingsChange } from '../core/check-setting';
import type { RunResult } from '../core/run';
import type { SharedStrategy } from '../core/share';
import { ENGINE_VERSION } from '../core/version';
import type { BacktestOutcome } from './outcome';
import { compareTrades, tradeMarks } from './compare-trades';

/**
 * What a link claims about a run.
 *
 * @param settings  those over the script's
 */
export function shareOf(
  script: string,
  parameters: Readonly<Record<string, number>>,
  data: SharedStrategy['data'],
  outcome: BacktestOutcome,
  settings: SettingsChange = {},
): SharedStrategy {
  const { result, metrics } = outcome;
  return {
    version: 1,
    script,
    parameters,
    ...(Object.keys(settings).length > 0 ? { settings } : {}),
    data,
    engine: ENGINE_VERSION,
    result: {
      hash: result.hash,
      trades: result.trades.length,
      cagr: metrics.cagr,
      sharpe: metrics.sharpe,
      maxDrawdown: metrics.maxDrawdown,
      tradeMarks: tradeMarks(result.trades),
    },
  };
}

/** What a re-run of a shared strategy says about the link's claim. */
export type SharedCheck =
  | { readonly state: 'identical' }
  | { readonly state: 'differs'; readonly firstTrade: number | null; readonly reason: string };

/**
 * Holds a re-run against the claim: identical when the result hashes are equal.
 *
 * @returns  when they differ, the index of the first trade that does (null when the trades agree) and why
 */
export function checkShared(shared: SharedStrategy, result: RunResult): SharedCheck {
  if (result.hash === shared.result.hash) return { state: 'identical' };
  const { trades, tradeMarks: marks } = shared.result;
  const firstTrade = compareTrades(marks, trades, result.trades)?.index ?? null;
  const reason =
    shared.engine === result.engine
      ? 'The link was changed after it was made, or was not made by this engine.'
      : `The link was made by engine ${shared.engine}; this page has ${result.engine}.`;
  return { state: 'differs', firstTrade, reason };
}
