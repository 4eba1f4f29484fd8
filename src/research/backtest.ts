import type { QualityReport } from '../core/dataset';
import { BacktabError } from '../core/errors';
import type { RunResult, RunSettings } from '../core/run';
import { ENGINE_VERSION } from '../core/version';
import { resultHash } from '../engine/result-hash';
import { simulatePortfolio } from '../engine/simulate';
import {
  AccountRecord,
  type ColumnStore,
  planSeries,
  planStrategy,
  referencesOf,
  resolveParameters,
  type ParameterValues,
} from '../script/evaluate';
import type { Plan } from '../script/plan';
import { checkRows } from './check-rows';
import { columnsFor, type TimedSetup } from './columns-for';
import { marketDetail, type Detail } from './detail';
import { heldName, holding } from './holding';
import { judgeRun } from './judge-run';
import type { BacktestOutcome } from './outcome';

/** One backtest: what to run, on what, and what is known about it. */
export interface BacktestRequest extends TimedSetup {
  readonly plan: Plan;
  /** Values by name; the script's default where one is absent. */
  readonly parameters: ParameterValues;
  /** Bars of a shorter interval for the policy `detail`. */
  readonly detail?: Detail | null;
  /** SHA-256 (hex) of the bars (`core/fingerprint.ts`), or of them and their detail (`hashWithDetail`). */
  readonly dataHash: string;
  /** Runs of this strategy on these data so far, this one included; 1 or more. */
  readonly tries: number;
  /** What the import found, so that the verdict can say which fills stand on doubtful rows. */
  readonly report?: QualityReport;
  /** Settings that replace the script's. */
  readonly settings?: Partial<RunSettings>;
}

/**
 * Runs a plan exactly and says what the result is worth: run, metrics, holding, 95 % ranges,
 * verdict, and the plan's named series.
 *
 * @param request  what to run
 * @param columns  store of the same bars, so that runs share their indicators; a fresh one when omitted
 *
 * @throws BacktabError `data_insufficient` below two bars, `parameter_unknown` | `parameter_out_of_range` |
 *         `setting_invalid` | `reference_missing` | `timeframe_too_short` for a request that cannot be run
 */
export function runBacktest(
  request: BacktestRequest,
  columns: ColumnStore = columnsFor(request),
): BacktestOutcome {
  const { plan, parameters, bars, instrument, tries } = request;
  checkRows('A backtest', bars);
  checkAlone(plan);
  const settings: RunSettings = { ...plan.settings, ...request.settings };
  const record = new AccountRecord(plan);
  const strategy = planStrategy(plan, parameters, columns, { record });
  const markets = [{ name: '', bars, ...marketDetail(request.detail) }];
  const simulation = simulatePortfolio({ markets, strategy, settings });
  const identity = {
    engine: ENGINE_VERSION,
    planHash: plan.hash,
    parameters: Object.fromEntries(resolveParameters(plan, parameters)),
    dataHash: request.dataHash,
  };
  const { orders, fills, trades, series, events } = simulation;
  const hash = resultHash(simulation, identity);
  const result: RunResult = { engine: ENGINE_VERSION, hash, settings, orders, fills, trades, series, events };

  const { barsPerYear } = instrument;
  return {
    ...judgeRun(result, {
      held: holding(bars, settings.capital, barsPerYear),
      heldName: heldName(instrument.name),
      barsPerYear,
      tries,
      notes: [request.report?.notes ?? []],
    }),
    ...planSeries(plan, parameters, columns, record),
  };
}

/** @throws BacktabError `reference_missing` for a plan that reads or trades another dataset */
export function checkAlone(plan: Plan): void {
  const [missing] = referencesOf(plan);
  if (missing !== undefined) throw new BacktabError('reference_missing', { name: missing, known: 'none' });
}
