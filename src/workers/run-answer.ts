import type { Bars } from '../core/bars';
import type { DatasetManifest } from '../core/dataset';
import { intervalMsOf } from '../core/interval';
import { checkedSettings } from './settings-schema';
import { runBacktest } from '../research/backtest';
import { columnsFor } from '../research/columns-for';
import type { ColumnStore } from '../script/evaluate';
import type { Plan } from '../script/plan';
import type { BacktestAnswer, BacktestRequest } from './protocol';

/** Bars with the columns computed on them. */
export interface HeldData {
  readonly manifest: DatasetManifest;
  readonly columns: ColumnStore;
}

/** A store of a dataset's bars that knows their times. */
export const storeOf = (manifest: DatasetManifest, bars: Bars): ColumnStore =>
  columnsFor({ bars, instrument: manifest.instrument, ...intervalOf(manifest) });

/** Duration of a dataset's bars, where they have one. */
export function intervalOf({ interval }: DatasetManifest): { readonly intervalMs?: number } {
  const intervalMs = intervalMsOf(interval);
  return intervalMs === undefined ? {} : { intervalMs };
}

/** Values of parameters that the script still has: others were left behind by an edit. */
export function knownParameters(
  plan: Plan,
  parameters: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(plan.params.map((p) => [p.name, parameters[p.name] ?? p.default]));
}

/**
 * Runs a request exactly, and says how long it took.
 *
 * @throws BacktabError as `runBacktest` does
 */
export function runAnswer(
  plan: Plan,
  request: BacktestRequest,
  { manifest, columns }: HeldData,
): BacktestAnswer {
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
  return { request: { ...request, parameters }, outcome, dataSha256: manifest.sha256, elapsedMs };
}
