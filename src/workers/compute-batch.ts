import { BacktabError, toBacktabError } from '../core/errors';
import type { Bars } from '../core/bars';
import type { Job } from '../core/job';
import type { DatasetId } from '../core/nominal';
import type { ComputeAnswer, ComputeBatch, ComputeEnd, PlainFailure } from './compute-protocol';
import type { IndicatorPool } from './indicator-pool';

/** Answers are told at most this often. */
const TELL_MS = 100;

/**
 * Computes every request of a batch on every dataset, one dataset in memory at a time. A request that fails
 * and a dataset that cannot be read answer with their failure, and the rest go on.
 *
 * @throws BacktabError `cancelled`
 */
export async function computeBatch(
  { requests, datasets }: ComputeBatch,
  pool: IndicatorPool,
  source: (id: DatasetId) => Promise<Bars>,
  onAnswers: (answers: readonly ComputeAnswer[]) => unknown,
  job: Job,
): Promise<ComputeEnd> {
  const startedAt = performance.now();
  const total = requests.length * datasets.length;
  let workers = 0;
  let done = 0;
  let toldAt = startedAt;
  let untold: ComputeAnswer[] = [];

  const tell = async (): Promise<void> => {
    toldAt = performance.now();
    const answers = untold;
    untold = [];
    if (answers.length > 0) await onAnswers(answers);
  };
  const add = async (answer: ComputeAnswer): Promise<void> => {
    untold.push(answer);
    done++;
    if (performance.now() - toldAt >= TELL_MS) await tell();
    await job.checkpoint(done, total);
  };

  await job.checkpoint(0, total);
  for (const dataset of datasets) {
    const failed = (request: number, e: unknown): ComputeAnswer => ({
      dataset,
      request,
      begin: 0,
      outputs: [],
      failure: plainFailure(e),
    });
    try {
      pool.load(await source(dataset));
    } catch (e) {
      for (let request = 0; request < requests.length; request++) await add(failed(request, e));
      continue;
    }
    await job.checkpoint(done, total);
    const took = await pool.run(
      requests,
      (service, request) => service.summarise(request),
      (request, end) =>
        add(
          'value' in end ? { dataset, request, ...end.value, failure: null } : failed(request, end.failure),
        ),
    );
    workers = Math.max(workers, took);
  }
  await tell();
  return { elapsedMs: performance.now() - startedAt, workers };
}

function plainFailure(e: unknown): PlainFailure {
  const failure: BacktabError = toBacktabError(e);
  return { code: failure.code, message: failure.message, remedy: failure.remedy };
}
