import { barCount } from '../core/bars';
import type { QualityReport } from '../core/dataset';
import { BacktabError } from '../core/errors';
import { fingerprint } from '../core/fingerprint';
import type { ContractTerms, ExchangeRate, Market } from '../core/market';
import { portfolioHash } from '../core/portfolio-hash';
import type { RunResult } from '../core/run';
import { DEFAULT_SETTINGS, type RunSettings } from '../core/settings';
import type { Strategy } from '../core/strategy';
import { ENGINE_VERSION } from '../core/version';
import { resultHash } from '../engine/result-hash';
import { simulatePortfolio } from '../engine/simulate';
import { measure } from '../metrics/measure';
import { resolveParameters, type ParameterValues } from '../script/evaluate';
import type { Plan } from '../script/plan';
import { NO_SERIES, portfolioRules, type RuledMember, type ScriptSeries } from './portfolio-rules';
import { checkRows } from './check-rows';
import { marketDetail, type Detail } from './detail';
import { judgeRun } from './judge-run';
import type { BacktestOutcome } from './outcome';

/** One instrument of a portfolio. */
export interface PortfolioMember extends RuledMember {
  /** Bars of a shorter interval for the policy `detail`. */
  readonly detail?: Detail | null;
  /** SHA-256 (hex) of the bars (`core/fingerprint.ts`), or of them and their detail (`hashWithDetail`). */
  readonly dataHash: string;
  readonly report?: QualityReport;
  readonly contract?: ContractTerms;
}

/** One script on several instruments of one account. */
export interface PortfolioRequest {
  readonly plan: Plan;
  readonly parameters: ParameterValues;
  readonly members: readonly PortfolioMember[];
  /** The account's currency; that of the first member by name when absent. */
  readonly currency?: string;
  /** What foreign currencies are worth in the account's, by their codes. */
  readonly rates?: Readonly<Record<string, ExchangeRate>>;
  /** Runs of this strategy on these data so far, this one included; 1 or more. */
  readonly tries: number;
  /** Settings that replace the script's. */
  readonly settings?: Partial<RunSettings>;
}

/** A portfolio run: as a backtest, with the names that the rows `market` of orders, fills and trades stand for. */
export interface PortfolioOutcome extends BacktestOutcome {
  readonly names: readonly string[];
  /** The instruments in the order of `names`. */
  readonly markets: readonly Market[];
  readonly dataHash: string;
  /** Bars a year of the account's steps: the most of any member. */
  readonly barsPerYear: number;
  readonly currency: string;
  /** What the script draws and tells on the bars of an instrument; nothing on one that it names. */
  seriesOf(name: string): ScriptSeries;
}

/**
 * Runs a plan's rules on each of several instruments that share cash and equity. The order in which members are given
 * changes nothing: they stand by name. Holding is an equal share of the capital in each, from its first close on,
 * without costs.
 *
 * @throws BacktabError codes of `portfolioRules`, `data_insufficient` without members or below two bars, `instrument_twice`, `instruments_apart`,
 *         `rate_missing`, `parameter_unknown` | `parameter_out_of_range` | `setting_invalid`
 */
export function runPortfolio(request: PortfolioRequest): PortfolioOutcome {
  const { plan, parameters, rates = {}, tries } = request;
  const members = request.members.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  checkMembers(members);
  const settings: RunSettings = { ...plan.settings, ...request.settings };
  const currency = request.currency ?? members[0]?.instrument.currency ?? '';
  const markets = members.map(marketOf);
  const { strategy, only, seriesOf } = portfolioRules(plan, parameters, members);
  const simulation = simulatePortfolio({ markets, strategy, settings, currency, rates });
  const dataHash = dataHashOf(members, rates);
  const hash = resultHash(simulation, {
    engine: ENGINE_VERSION,
    planHash: plan.hash,
    parameters: Object.fromEntries(resolveParameters(plan, parameters)),
    dataHash,
  });
  const { orders, fills, trades, series, events } = simulation;
  const result: RunResult = { engine: ENGINE_VERSION, hash, settings, orders, fills, trades, series, events };
  const barsPerYear = Math.max(...members.map(({ instrument }) => instrument.barsPerYear));
  return {
    ...judgeRun(result, {
      held: equalHolding({ markets, currency, rates }, settings.capital, barsPerYear),
      heldName: 'an equal share of each',
      barsPerYear,
      tries,
      notes: members.map(({ report }) => report?.notes ?? []),
    }),
    ...(only === null ? NO_SERIES : seriesOf(only)),
    seriesOf,
    names: members.map(({ name }) => name),
    markets,
    dataHash,
    barsPerYear,
    currency,
  };
}

/** SHA-256 (hex) of all data that a portfolio reads. */
const dataHashOf = (
  members: readonly PortfolioMember[],
  rates: Readonly<Record<string, ExchangeRate>>,
): string =>
  portfolioHash(
    members.map(({ name, dataHash, instrument: { currency } }) => ({ name, dataHash, currency })),
    Object.fromEntries(
      Object.entries(rates).map(([code, rate]) => [
        code,
        typeof rate === 'number' ? rate : fingerprint(rate),
      ]),
    ),
  );

/** A member as the engine takes it. */
export const marketOf = ({
  name,
  bars,
  detail,
  instrument,
  contract,
  intervalMs,
}: PortfolioMember): Market => ({
  name,
  bars,
  currency: instrument.currency,
  barsPerYear: instrument.barsPerYear,
  ...(contract ? { contract } : {}),
  ...(intervalMs === undefined ? {} : { intervalMs }),
  ...marketDetail(detail),
});

/** @throws BacktabError `data_insufficient`, `instrument_twice`, `instruments_apart` */
export function checkMembers(members: readonly PortfolioMember[]): void {
  if (members.length === 0)
    throw new BacktabError('data_insufficient', { work: 'A portfolio', rows: 0, needed: 2 });
  for (const { bars } of members) checkRows('A portfolio', bars);
  const twice = members.find(({ name }, k) => members[k + 1]?.name === name);
  if (twice) throw new BacktabError('instrument_twice', { name: twice.name });
  const last = ({ bars }: PortfolioMember): number => bars.time[barCount(bars) - 1]!;
  const first = ({ bars }: PortfolioMember): number => bars.time[0]!;
  const earliest = members.reduce((a, b) => (last(b) < last(a) ? b : a));
  const latest = members.reduce((a, b) => (first(b) > first(a) ? b : a));
  if (last(earliest) >= first(latest)) return;
  throw new BacktabError('instruments_apart', {
    first: earliest.name,
    ends: last(earliest),
    second: latest.name,
    begins: first(latest),
  });
}

/** Buys its share of each instrument at that one's first close. */
class EqualHolder implements Strategy {
  readonly name = 'holding';
  readonly #bought = new Set<number>();
  readonly #share: number;

  constructor(share: number) {
    this.#share = share;
  }

  onBar: Strategy['onBar'] = (_bar, _index, { markets }) =>
    markets.flatMap(({ isNew, bar }, market) => {
      if (!isNew || this.#bought.has(market) || !(bar.close > 0 && bar.close < Infinity)) return [];
      this.#bought.add(market);
      return [{ kind: 'enter', side: 'buy', sizing: { kind: 'cash', amount: this.#share }, market }];
    });
}

/** Smallest quantity of holding: fractions, as good as any. */
const FRACTION = 1e-9;

function equalHolding(
  setup: Pick<Parameters<typeof simulatePortfolio>[0], 'currency' | 'rates'> & {
    readonly markets: readonly Market[];
  },
  capital: number,
  barsPerYear: number,
): BacktestOutcome['holding'] {
  const markets = setup.markets.map(({ contract, ...market }) => ({
    ...market,
    ...(contract?.multiplier === undefined ? {} : { contract: { multiplier: contract.multiplier } }),
  }));
  const { series } = simulatePortfolio({
    ...setup,
    markets,
    strategy: new EqualHolder(capital / markets.length),
    settings: {
      ...DEFAULT_SETTINGS,
      capital,
      lotSize: FRACTION,
      marketFill: 'same_close',
      cashShortfall: 'shrink',
    },
  });
  const metrics = measure({ series, fills: [], trades: [] }, barsPerYear);
  return { equity: series.equity, drawdown: series.drawdown, metrics };
}
