import type { Column } from '../core/column';
import type { Job } from '../core/job';
import type { RunSettings } from '../core/run';
import { costGrid } from './sensitivity/cost-grid';
import { entrySkip, type SkipOptions } from './sensitivity/entry-skip';
import { DELAYS, orderDelay } from './sensitivity/order-delay';
import type {
  RunVariant,
  SensitivityKind,
  SensitivityMetric,
  SensitivityPlan,
  SensitivityStudy,
  VariantFigures,
} from './sensitivity/shape';
import { startRoll, STARTS } from './sensitivity/start-roll';
import { sensitivityStudy } from './sensitivity/study';

/** What the studies of a run are planned from. */
export interface SensitivityRequest {
  /** Settings of the run, those of its script included. */
  readonly settings: RunSettings;
  /** `f64[n]`, Unix milliseconds. */
  readonly time: Column;
  /** Starts of `start`, the run's own included; 24 when omitted. */
  readonly starts?: number;
  /** Greatest delay of `delay`, bars; 5 when omitted. */
  readonly delays?: number;
  readonly skip?: SkipOptions;
}

/**
 * The plan of a study.
 *
 * @throws BacktabError `parameter_out_of_range`
 */
export function sensitivityPlan(kind: SensitivityKind, request: SensitivityRequest): SensitivityPlan {
  const { settings, time, starts = STARTS, delays = DELAYS, skip = {} } = request;
  if (kind === 'costs') return costGrid(settings);
  if (kind === 'start') return startRoll(time, starts);
  if (kind === 'delay') return orderDelay(settings, delays);
  return entrySkip(skip);
}

/**
 * Runs the variants of a plan and says what they found.
 *
 * @param plan    the study
 * @param run     runs a variant; it must not depend on what was run before
 * @param metric  figure that is summed up
 * @param job     asked between variants, so that long work can be watched and cancelled
 *
 * @throws BacktabError codes of `run`, `cancelled` by the job
 */
export async function runSensitivity(
  plan: SensitivityPlan,
  run: RunVariant,
  metric: SensitivityMetric,
  job: Job,
): Promise<SensitivityStudy> {
  const base = run({});
  const figures: VariantFigures[] = [];
  for (const variant of plan.variants) {
    await job.checkpoint(figures.length, plan.variants.length);
    figures.push(run(variant));
  }
  await job.checkpoint(figures.length, plan.variants.length);
  return sensitivityStudy(plan, base, figures, metric);
}
