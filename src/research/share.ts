import type { Bars } from '../core/bars';
import type { SettingsChange } from '../core/check-setting';
import type { Instrument, QualityReport } from '../core/dataset';
import { BacktabError } from '../core/errors';
import { intervalOf } from '../core/interval';
import type { ExchangeRate } from '../core/market';
import type { RunResult } from '../core/run';
import type { SharedData, SharedDataset, SharedStrategy } from '../core/share';
import { ENGINE_VERSION } from '../core/version';
import type { Plan } from '../script/plan';
import { runBacktest } from './backtest';
import { compareTrades, tradeMarks, type TradeDifference } from './compare-trades';
import type { BacktestOutcome } from './outcome';
import { runPortfolio } from './portfolio';

/** A run that is to be shared. */
export interface ShareOrder {
  readonly script: string;
  readonly parameters: Readonly<Record<string, number>>;
  /** Those over the script's. */
  readonly settings: SettingsChange;
  readonly data: SharedData;
  readonly outcome: BacktestOutcome;
  /** As its author wants to be called; null for no word of it. */
  readonly author: string | null;
  /** Day, as `2026-11-29`; null for no word of it. */
  readonly created: string | null;
}

/** What a link or a file claims about a run. */
export function shareOf(order: ShareOrder): SharedStrategy {
  const { outcome, ...rest } = order;
  const { result, metrics } = outcome;
  return {
    ...rest,
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

/** Data that are at hand, under their fingerprint. */
export interface DataHere {
  readonly bars: Bars;
  readonly instrument: Instrument;
  readonly report?: QualityReport;
}

/**
 * Runs a shared strategy exactly as it was run where it was made.
 *
 * @param plan  of its script
 * @param here  data by fingerprint
 * @throws BacktabError `dataset_missing` for data that are not here, and as `runBacktest` and `runPortfolio` do
 */
export function runShared(
  shared: SharedStrategy,
  plan: Plan,
  here: ReadonlyMap<string, DataHere>,
): BacktestOutcome {
  const { parameters, settings, data } = shared;
  const [only] = data.sets;
  if (only?.alias === null) {
    const { bars, instrument, report } = dataOf(only, here);
    return runBacktest({
      plan,
      parameters,
      bars,
      dataHash: only.sha256,
      instrument: { ...instrument, zone: only.zone ?? instrument.zone },
      ...intervalOf(only),
      tries: 1,
      settings,
      ...(report ? { report } : {}),
    });
  }
  const members = data.sets.map((set) => {
    const { bars, instrument, report } = dataOf(set, here);
    const name = set.alias ?? set.name;
    const currency = set.currency ?? instrument.currency;
    const barsPerYear = set.barsPerYear ?? instrument.barsPerYear;
    return {
      name,
      bars,
      dataHash: set.sha256,
      instrument: { ...instrument, name, currency, barsPerYear, zone: set.zone ?? instrument.zone },
      ...intervalOf(set),
      contract: set.contract,
      ...(report ? { report } : {}),
    };
  });
  const rates = Object.fromEntries(
    data.rates.map(({ currency, rate }): [string, ExchangeRate] => [
      currency,
      typeof rate === 'number' ? rate : dataOf(rate, here).bars,
    ]),
  );
  const account = data.currency === null ? {} : { currency: data.currency };
  return runPortfolio({ plan, parameters, members, rates, ...account, tries: 1, settings });
}

function dataOf({ sha256, name }: SharedDataset, here: ReadonlyMap<string, DataHere>): DataHere {
  const data = here.get(sha256);
  if (!data) throw new BacktabError('dataset_missing', { dataset: name });
  return data;
}

/** What a re-run of a shared strategy says about its claim. */
export type SharedCheck =
  | { readonly state: 'identical' }
  | {
      /** `newer` where it was made by a newer engine, so that this one cannot tell. */
      readonly state: 'differs' | 'newer';
      /** The first trade that differs; null when all that are told agree. */
      readonly difference: TradeDifference | null;
      readonly reason: string;
    };

/** Holds a re-run against the claim: identical when the result hashes are equal. */
export function checkShared(shared: SharedStrategy, result: RunResult): SharedCheck {
  if (result.hash === shared.result.hash) return { state: 'identical' };
  const { trades, tradeMarks: marks } = shared.result;
  const difference = compareTrades(marks, trades, result.trades);
  const order = compareVersions(shared.engine, result.engine);
  if (order === 0) {
    const reason = difference
      ? 'What was sent was changed after it was made, or was not made by this engine.'
      : 'The trades agree, the result hash does not: what was sent was changed after it was made.';
    return { state: 'differs', difference, reason };
  }
  const made = `It was made by engine ${shared.engine}; this one is ${result.engine}.`;
  if (order > 0)
    return { state: 'newer', difference, reason: `${made} Only that one can tell whether it is right.` };
  const reason = difference
    ? `${made} The changelog lists what changed in between.`
    : `${made} The trades are the same; hashes of another version never are.`;
  return { state: 'differs', difference, reason };
}

/** Below, at or above 0 as version `a` is older than, the same as or newer than `b`. */
export function compareVersions(a: string, b: string): number {
  const [mine, theirs] = [a, b].map((version) => version.split('.').map(Number));
  const step = mine?.findIndex((part, k) => part !== theirs?.[k]) ?? -1;
  return step < 0 ? 0 : (mine?.[step] ?? 0) - (theirs?.[step] ?? 0);
}
