import './trusted-types';
import * as Comlink from 'comlink';
import type { Bars } from '../core/bars';
import { BacktabError } from '../core/errors';
import type { Job } from '../core/job';
import type { DatasetId } from '../core/nominal';
import type { OutputPreview } from '../research/output-preview';
import { installErrorTransfer } from './boundary';
import { coreCount } from './core-count';
import { computeBatch } from './compute-batch';
import { MOST_REQUESTS } from './compute-limits';
import type {
  ComputeAnswer,
  ComputeBatch,
  ComputeEnd,
  ExportDataset,
  ExportedFile,
  ExportFormat,
} from './compute-protocol';
import { checkBatch, checkExport } from './compute-schema';
import { exportColumns } from './export-columns';
import { IndicatorPool } from './indicator-pool';
import { Jobs } from './jobs';
import type { OnProgress } from './protocol';

const workers = coreCount();

/** Gives the bars of a dataset; the page reads them from the store. */
export type BarsSource = (id: DatasetId) => Promise<Bars>;

const jobs = new Jobs();
/** Pools of the jobs that run, so that a cancel need not wait for a request to end. */
const pools = new Map<number, IndicatorPool>();
/** The pool that previews use, with the dataset that it holds. */
let viewer: {
  readonly key: string;
  readonly pool: IndicatorPool;
  readonly ready: Promise<IndicatorPool>;
} | null = null;

const service = {
  /** Computes every request on every dataset; answers are told as they come. Units of progress are requests. */
  async run(
    batch: ComputeBatch,
    source: BarsSource,
    onAnswers: (answers: readonly ComputeAnswer[]) => unknown,
    job: number,
    onProgress: OnProgress,
  ): Promise<ComputeEnd> {
    checkBatch(batch);
    const requests = batch.requests.length * batch.datasets.length;
    if (requests > MOST_REQUESTS)
      throw new BacktabError('batch_too_large', { requests, limit: MOST_REQUESTS });
    return withPool(job, 'The batch', onProgress, (pool, running) =>
      computeBatch(batch, pool, source, onAnswers, running),
    );
  },

  /**
   * Writes the output columns of each dataset to files and tells each when it is whole. Units of progress are
   * requests, once computed and once written.
   */
  async export(
    datasets: readonly ExportDataset[],
    format: ExportFormat,
    source: BarsSource,
    onFile: (file: ExportedFile) => unknown,
    job: number,
    onProgress: OnProgress,
  ): Promise<void> {
    checkExport(datasets, format);
    return withPool(job, 'The export', onProgress, (pool, running) =>
      exportColumns(datasets, format, pool, source, onFile, running),
    );
  },

  /**
   * One output of a request on a dataset, small enough to be drawn.
   *
   * @param version  changes whenever the bars do
   */
  async preview(
    dataset: DatasetId,
    version: string,
    request: unknown,
    output: string,
    stretches: number,
    source: BarsSource,
  ): Promise<OutputPreview> {
    const pool = await viewerOf(dataset, version, source);
    return pool.one((remote) => remote.preview(request, output, stretches));
  },

  cancel(job: number): void {
    jobs.cancel(job);
    pools.get(job)?.close();
  },
  pause: (job: number): void => jobs.pause(job),
  resume: (job: number): void => jobs.resume(job),
};

/** Runs a job with a pool of its own; the memory of previews is given back first. */
function withPool<T>(
  job: number,
  name: string,
  onProgress: OnProgress,
  work: (pool: IndicatorPool, running: Job) => Promise<T>,
): Promise<T> {
  viewer?.pool.close();
  viewer = null;
  return jobs.run(job, name, onProgress, async (running) => {
    const pool = new IndicatorPool(workers);
    pools.set(job, pool);
    try {
      return await work(pool, running);
    } catch (e) {
      throw pool.closed ? new BacktabError('cancelled', { work: name }, { cause: e }) : e;
    } finally {
      pools.delete(job);
      pool.close();
    }
  });
}

/** One pool for all previews of a dataset, which it holds until another is looked at or a job begins. */
function viewerOf(dataset: DatasetId, version: string, source: BarsSource): Promise<IndicatorPool> {
  const key = `${dataset} ${version}`;
  if (viewer?.key === key) return viewer.ready;
  viewer?.pool.close();
  const pool = new IndicatorPool(1);
  const ready = source(dataset).then((bars) => {
    pool.load(bars);
    return pool;
  });
  viewer = { key, pool, ready };
  ready.catch(() => {
    if (viewer?.pool === pool) viewer = null;
  });
  return ready;
}

export type ComputeService = typeof service;

installErrorTransfer();
Comlink.expose(service);
