import type { Bars } from '../core/bars';
import type { Instrument } from '../core/dataset';
import { BacktabError } from '../core/errors';
import {
  AccountRecord,
  ColumnStore,
  planSeries,
  referencesOf,
  type ParameterValues,
} from '../script/evaluate';
import type { TimedBars } from '../script/frame-rows';
import type { Plan } from '../script/plan';
import { portfolioStrategy } from '../script/portfolio-strategy';
import type { BacktestOutcome } from './outcome';

/** An instrument as the rules of a plan see it. */
export interface RuledMember {
  readonly name: string;
  readonly bars: Bars;
  readonly instrument: Instrument;
  /** Milliseconds of a bar; the shortest step between two when absent. */
  readonly intervalMs?: number;
  /** Instant at which the last bar is known at the latest, where that is before its interval is over. */
  readonly lastClose?: number;
  /** Store of the same bars, so that runs share their indicators; a fresh one when absent. */
  readonly columns?: ColumnStore;
}

/** What a script draws and tells on the bars of one instrument. */
export type ScriptSeries = Pick<BacktestOutcome, 'plots' | 'lenses' | 'annotations' | 'doubts'>;

export const NO_SERIES: ScriptSeries = { plots: [], lenses: [], annotations: [], doubts: [] };

/**
 * The rules of a plan on the members that it does not name; those that it names are read and traded by the others.
 *
 * @throws BacktabError `reference_missing` for a dataset that is not there, `references_only` when none is left for the
 *         rules, `parameter_unknown` | `parameter_out_of_range` | `timeframe_too_short`
 */
export function portfolioRules(plan: Plan, parameters: ParameterValues, members: readonly RuledMember[]) {
  const named = referencesOf(plan);
  const names = members.map(({ name }) => name);
  checkReferences(named, names);
  const stores = members.map((member) => ruledStore(member, members, named));
  const records = stores.map((store) => store && new AccountRecord(plan));
  const ruled = names.filter((_, k) => stores[k]);
  return {
    strategy: portfolioStrategy(plan, parameters, stores, { markets: names, records }),
    /** Where the rules run: the row of each such instrument, its columns, and what the run wrote down. */
    ruled: stores.flatMap((store, market) => (store ? [{ market, store, record: records[market]! }] : [])),
    /** Name of the only instrument that the rules run on; null when there are several. */
    only: ruled.length === 1 ? ruled[0]! : null,
    /** Series on an instrument's bars, after the run; none for one that the plan names. */
    seriesOf(name: string): ScriptSeries {
      const k = names.indexOf(name);
      const store = stores[k];
      return store ? planSeries(plan, parameters, store, records[k]) : NO_SERIES;
    },
  };
}

function checkReferences(named: readonly string[], names: readonly string[]): void {
  const known = names.join(', ');
  const missing = named.find((name) => !names.includes(name));
  if (missing !== undefined) throw new BacktabError('reference_missing', { name: missing, known });
  if (names.every((name) => named.includes(name))) throw new BacktabError('references_only', { known });
}

/** Bars of a member with the others by their names where the plan names any; null for one that it names. */
function ruledStore(
  member: RuledMember,
  members: readonly RuledMember[],
  named: readonly string[],
): ColumnStore | null {
  if (named.includes(member.name)) return null;
  if (named.length === 0) return member.columns ?? new ColumnStore(member.bars, timesOf(member));
  const others = members.filter(({ name }) => named.includes(name));
  return new ColumnStore(member.bars, {
    ...timesOf(member),
    references: Object.fromEntries(
      others.map((other) => [other.name, { bars: other.bars, ...timesOf(other) }]),
    ),
  });
}

const timesOf = ({ instrument, intervalMs, lastClose }: RuledMember): Omit<TimedBars, 'bars'> => ({
  zone: instrument.zone,
  ...(lastClose === undefined ? {} : { lastClose }),
  ...(intervalMs === undefined ? {} : { intervalMs }),
});
