import { intervalOf } from '../core/interval';
import type { ExchangeRate } from '../core/market';
import type { RunMember, RunSet } from '../core/run-set';
import { runBacktest } from '../research/backtest';
import { instrumentView } from '../research/instrument-view';
import type { BacktestOutcome } from '../research/outcome';
import { runPortfolio, type PortfolioMember, type PortfolioOutcome } from '../research/portfolio';
import type { Plan } from '../script/plan';
import type { HeldDatasets } from './held-data';
import type { BacktestAnswer, BacktestRequest, RunInstrument, ShownInstrument } from './protocol';
import { checkedRunSet } from './run-set-schema';
import { checkedSettings } from './settings-schema';

/** A run as a worker keeps it: what the page is told, and what it was made from. */
export interface ExactRun {
  readonly plan: Plan;
  readonly answer: BacktestAnswer;
  /** Of a run over several instruments, with their bars; null for one. */
  readonly portfolio: PortfolioRun | null;
}

/** A run over several instruments with what else its variants need. */
export interface PortfolioRun {
  readonly outcome: PortfolioOutcome;
  readonly members: readonly PortfolioMember[];
  readonly rates: Readonly<Record<string, ExchangeRate>>;
}

/** Values of parameters that the script still has: others were left behind by an edit. */
export function knownParameters(
  plan: Plan,
  parameters: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(plan.params.map((p) => [p.name, parameters[p.name] ?? p.default]));
}

/**
 * Runs a request exactly on one dataset or several, and says how long it took.
 *
 * @throws BacktabError as `runBacktest` and `runPortfolio` do, `dataset_missing`, `request_invalid`
 */
export function exactRun(plan: Plan, request: BacktestRequest, held: HeldDatasets): ExactRun {
  return request.datasets === undefined
    ? singleRun(plan, request, held)
    : portfolioRun(plan, request, checkedRunSet(request.datasets), held);
}

/** What the page is told of the run of a request. */
export const runAnswer = (plan: Plan, request: BacktestRequest, held: HeldDatasets): BacktestAnswer =>
  exactRun(plan, request, held).answer;

function singleRun(plan: Plan, request: BacktestRequest, held: HeldDatasets): ExactRun {
  const { manifest, columns } = held.of(request.dataset);
  const startedAt = performance.now();
  const parameters = knownParameters(plan, request.parameters);
  const outcome = runBacktest(
    {
      plan,
      parameters,
      bars: columns.bars,
      dataHash: manifest.sha256,
      instrument: manifest.instrument,
      tries: request.tries,
      report: manifest.report,
      settings: checkedSettings(request.settings),
    },
    columns,
  );
  const elapsedMs = performance.now() - startedAt;
  const answer = { request: { ...request, parameters }, outcome, dataSha256: manifest.sha256, elapsedMs };
  return { plan, answer, portfolio: null };
}

function portfolioRun(plan: Plan, request: BacktestRequest, set: RunSet, held: HeldDatasets): ExactRun {
  const startedAt = performance.now();
  const parameters = knownParameters(plan, request.parameters);
  const members = set.members.map((member) => portfolioMember(member, held));
  const rates = Object.fromEntries(
    Object.entries(set.rates ?? {}).map(([code, rate]) => [
      code,
      typeof rate === 'number' ? rate : held.of(rate).columns.bars,
    ]),
  );
  const outcome = runPortfolio({
    plan,
    parameters,
    members,
    ...(set.currency === undefined ? {} : { currency: set.currency }),
    rates,
    tries: request.tries,
    settings: checkedSettings(request.settings),
  });
  const { currency, barsPerYear } = outcome;
  const instruments = outcome.names.flatMap((name) => {
    const member = set.members.find(({ alias }) => alias === name);
    return member ? [runInstrument(member, held)] : [];
  });
  return {
    plan,
    answer: {
      request: { ...request, datasets: set, parameters },
      outcome: plainOutcome(outcome),
      dataSha256: outcome.dataHash,
      elapsedMs: performance.now() - startedAt,
      portfolio: { instruments, currency, barsPerYear },
    },
    portfolio: { outcome, members, rates },
  };
}

function portfolioMember(member: RunMember, held: HeldDatasets): PortfolioMember {
  const { manifest, columns } = held.of(member.dataset);
  return {
    name: member.alias,
    bars: columns.bars,
    dataHash: manifest.sha256,
    instrument: runInstrument(member, held).instrument,
    report: manifest.report,
    contract: member.contract ?? {},
    ...intervalOf(manifest),
    columns,
  };
}

function runInstrument({ alias, dataset, currency }: RunMember, held: HeldDatasets): RunInstrument {
  const { name, interval, instrument, rows, source } = held.of(dataset).manifest;
  return {
    alias,
    dataset,
    name,
    interval,
    instrument: { ...instrument, name: alias, currency: currency ?? instrument.currency },
    rows,
    synthetic: source.kind === 'synthetic',
  };
}

/** An outcome as plain values: without the bars and the functions of a run over several instruments. */
export function plainOutcome({
  result,
  metrics,
  holding,
  ranges,
  verdict,
  report,
  plots,
  lenses,
  annotations,
  doubts,
}: BacktestOutcome): BacktestOutcome {
  return { result, metrics, holding, ranges, verdict, report, plots, lenses, annotations, doubts };
}

/**
 * A run over several instruments as one of them shows it.
 *
 * @param alias  the one that is shown; the first where there is none of the name
 */
export function shownInstrument({ portfolio }: ExactRun, alias: string | null): ShownInstrument | null {
  if (!portfolio) return null;
  const { outcome, members } = portfolio;
  const shown = members.find(({ name }) => name === alias) ?? members[0];
  if (!shown) return null;
  return {
    alias: shown.name,
    ...outcome.seriesOf(shown.name),
    ...instrumentView(shown.bars.time, outcome.result.series, outcome.holding.equity),
  };
}
