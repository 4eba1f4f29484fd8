import { tableFromIPC } from 'apache-arrow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bars } from '../core/bars';
import type { Column } from '../core/column';
import { BacktabError } from '../core/errors';
import { UNWATCHED, type Job } from '../core/job';
import type { DatasetId } from '../core/nominal';
import { INDICATORS } from '../indicators/catalogue';
import { answerOf, type IndicatorAnswer } from '../research/indicator-answer';
import { resolveRequest, type ColumnTable, type IndicatorRequest } from '../research/indicator-request';
import { summariseOutput } from '../research/output-summary';
import { installErrorTransfer } from './boundary';
import { computeBatch } from './compute-batch';
import type { ComputeAnswer, ExportDataset, ExportedFile } from './compute-protocol';
import { checkBatch, checkExport } from './compute-schema';
import { exportColumns } from './export-columns';
import { indicatorColumns } from './indicator-columns';
import { IndicatorPool } from './indicator-pool';

installErrorTransfer();
/** Workers take their time to start where nothing is bundled. */
vi.setConfig({ testTimeout: 60_000 });

const ROWS = 400;
const column = (value: (i: number) => number): Column =>
  Float64Array.from({ length: ROWS }, (_, i) => value(i));
const close = column((i) => 100 + ((i * 7919) % 97) / 4);
const bars: Bars = {
  time: column((i) => 1_600_000_000_000 + 3_600_000 * i),
  open: close.map((x, i) => x + ((i % 5) - 2) / 3),
  high: close.map((x) => x + 2),
  low: close.map((x) => x - 2),
  close,
  volume: column((i) => 1000 + ((i * 31) % 71)),
  extra: { score: column((i) => i) },
};
const { extra, ...prices } = bars;
const table: ColumnTable = { rows: ROWS, columns: new Map(Object.entries({ ...prices, ...extra })) };

const request = (fn: string, change: Partial<IndicatorRequest> = {}): IndicatorRequest => ({
  fn,
  inputs: Object.fromEntries(
    (INDICATORS.find(({ name }) => name === fn)?.inputs ?? [])
      .filter(({ source }) => source === 'real')
      .map(({ name }, k) => [name, k === 0 ? 'close' : 'high']),
  ),
  params: {},
  unstablePeriod: 0,
  ...change,
});
const ALL = INDICATORS.map(({ name }) => request(name));

/** Enough for several workers to have something to do. */
const SOME = [...ALL.slice(0, 30), request('rsi')];

const A = 'a' as DatasetId;
const B = 'b' as DatasetId;

/** A store with two datasets of the same bars; any other is missing. */
const source = (id: DatasetId): Promise<Bars> =>
  id === A || id === B
    ? Promise.resolve(structuredClone(bars))
    : Promise.reject(new BacktabError('dataset_missing', { dataset: id }));

/** A request computed in this thread. */
async function answered(asked: IndicatorRequest): Promise<IndicatorAnswer> {
  const resolved = resolveRequest(asked, table);
  const { indicator, inputs, params, unstablePeriod } = resolved;
  return answerOf(resolved, await indicatorColumns(indicator, inputs, params, unstablePeriod), table.rows);
}

/** The answer that this thread gives to a request. */
async function expected(asked: IndicatorRequest, dataset: DatasetId, at: number): Promise<ComputeAnswer> {
  const { begin, outputs } = await answered(asked);
  const summed = outputs.map(({ name, kind, values }) => ({ name, kind, ...summariseOutput(values) }));
  return { dataset, request: at, begin, outputs: summed, failure: null };
}

/** Workers that were started and not ended, and which of them die of a request for `doomed`. */
let living = 0;
let deaths = 0;
let doomed: { readonly fn: string; readonly times: number } | null = null;
let pool = new IndicatorPool(1);

class WatchedWorker extends Worker {
  #alive = true;

  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    living++;
  }

  override postMessage(message: unknown, transfer?: unknown): void {
    super.postMessage(message, transfer as Transferable[]);
    const { path, argumentList } = message as {
      path?: string[];
      argumentList?: { value?: { fn?: string } }[];
    };
    if (path?.[0] !== 'summarise' || argumentList?.[0]?.value?.fn !== doomed?.fn) return;
    if (deaths >= (doomed?.times ?? 0)) return;
    deaths++;
    queueMicrotask(() => this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' })));
  }

  override terminate(): void {
    if (this.#alive) living--;
    this.#alive = false;
    super.terminate();
  }
}

beforeEach(() => {
  living = 0;
  deaths = 0;
  doomed = null;
  vi.stubGlobal('Worker', WatchedWorker);
});

afterEach(() => {
  pool.close();
  vi.unstubAllGlobals();
});

async function run(
  workers: number,
  requests: readonly IndicatorRequest[],
  datasets: readonly DatasetId[] = [A],
  job: Job = UNWATCHED,
): Promise<readonly ComputeAnswer[]> {
  pool = new IndicatorPool(workers);
  const answers: ComputeAnswer[] = [];
  await computeBatch({ requests, datasets }, pool, source, (told) => answers.push(...told), job);
  const place = ({ dataset, request: at }: ComputeAnswer): number =>
    datasets.indexOf(dataset) * requests.length + at;
  return answers.toSorted((a, b) => place(a) - place(b));
}

describe('a batch', () => {
  it.each([1, 3])('has the answers of one thread, whole catalogue, with %d workers', async (workers) => {
    const answers = await run(workers, ALL, [A, B]);
    const wanted = [A, B].flatMap((id) => ALL.map((asked, at) => expected(asked, id, at)));
    expect(answers).toEqual(await Promise.all(wanted));
    expect(living).toBe(workers);
  });

  it('goes on past requests that fail, each with its code', async () => {
    const broken = [
      request('rsii'),
      request('sma', { inputs: { real: 'nothing' } }),
      request('sma', { params: { timePeriod: 0 } }),
      { fn: 3 } as unknown as IndicatorRequest,
      request('sma', { inputs: { real: 'score' } }),
    ];
    const answers = await run(2, broken);
    expect(answers.map(({ failure }) => failure?.code)).toEqual([
      'indicator_unknown',
      'column_unknown',
      'parameter_out_of_range',
      'request_invalid',
      undefined,
    ]);
    expect(answers.slice(0, 4).every(({ failure, outputs }) => failure?.remedy && outputs.length === 0)).toBe(
      true,
    );
  });

  it('goes on past a dataset that cannot be read', async () => {
    const gone = 'gone' as DatasetId;
    const answers = await run(2, ALL.slice(0, 3), [gone, A]);
    expect(answers.map(({ dataset, failure }) => `${dataset} ${failure?.code}`)).toEqual([
      ...Array.from({ length: 3 }, () => 'gone dataset_missing'),
      ...Array.from({ length: 3 }, () => 'a undefined'),
    ]);
  });

  it('replaces a worker that dies and asks again', async () => {
    doomed = { fn: 'rsi', times: 2 };
    const answers = await run(2, SOME);
    expect(deaths).toBe(2);
    expect(answers).toEqual(await Promise.all(SOME.map((asked, at) => expected(asked, A, at))));
    expect(living).toBe(2);
  });

  it('gives up only the request that kills every worker', async () => {
    doomed = { fn: 'rsi', times: Infinity };
    const answers = await run(2, SOME);
    expect(deaths).toBe(3);
    const failed = answers.filter(({ failure }) => failure);
    expect(failed.map(({ request: at, failure }) => [SOME[at]?.fn, failure?.code])).toEqual([
      ['rsi', 'worker_lost'],
    ]);
    expect(answers).toHaveLength(SOME.length);
  });

  it('ends on cancel, tells progress by requests, and leaves no worker behind', async () => {
    const told: number[] = [];
    const job: Job = {
      checkpoint: (done, total) => {
        told.push(done);
        expect(total).toBe(2 * SOME.length);
        return done < 20
          ? Promise.resolve()
          : Promise.reject(new BacktabError('cancelled', { work: 'The batch' }));
      },
    };
    await expect(run(2, SOME, [A, B], job)).rejects.toMatchObject({ code: 'cancelled' });
    expect(told.slice(0, 20)).toEqual(told.slice(0, 20).toSorted((a, b) => a - b));
    pool.close();
    expect(living).toBe(0);
  });

  it('is refused when the message has another shape', () => {
    const wrong = { requests: 3, datasets: [] } as unknown as Parameters<typeof checkBatch>[0];
    expect(() => checkBatch(wrong)).toThrow(expect.objectContaining({ code: 'request_invalid' }));
    expect(() => checkExport([{ id: 3 } as unknown as ExportDataset], 'csv')).toThrow(
      expect.objectContaining({ code: 'request_invalid' }),
    );
  });
});

describe('an export', () => {
  const dataset = (change: Partial<ExportDataset> = {}): ExportDataset => ({
    id: A,
    name: 'Data: a/b',
    synthetic: true,
    rows: ROWS,
    requests: [
      { request: request('sma'), columns: ['sma(close, 30)'] },
      { request: request('macd'), columns: ['macd.value', 'macd.signal', 'macd.histogram'] },
      { request: request('obv'), columns: ['obv'] },
    ],
    ...change,
  });

  async function files(
    datasets: readonly ExportDataset[],
    format: 'arrow' | 'csv',
    partBytes?: number,
  ): Promise<readonly ExportedFile[]> {
    pool = new IndicatorPool(2);
    const written: ExportedFile[] = [];
    await exportColumns(datasets, format, pool, source, (file) => written.push(file), UNWATCHED, partBytes);
    return written;
  }

  it('writes one file for a dataset, its synthetic origin in name and metadata', async () => {
    const [file, ...others] = await files([dataset()], 'arrow');
    expect(others).toEqual([]);
    expect(file?.name).toBe('Data  a b, synthetic, indicators.arrow');
    const read = tableFromIPC(await file!.content.arrayBuffer());
    expect(read.schema.metadata).toEqual(
      new Map([
        ['dataset', 'Data: a/b'],
        ['synthetic', 'true'],
      ]),
    );
    expect(read.schema.names).toEqual([
      'time',
      'sma(close, 30)',
      'macd.value',
      'macd.signal',
      'macd.histogram',
      'obv',
    ]);
    const { begin, outputs } = await answered(request('macd'));
    expect(read.getChild('macd.signal')?.toArray().subarray(begin)).toEqual(outputs[1]?.values);
    expect(read.getChild('macd.signal')?.toArray().subarray(0, begin)).toEqual(
      new Float64Array(begin).fill(NaN),
    );
  });

  it('splits columns that are too many to hold, and each part has the time', async () => {
    const parts = await files([dataset()], 'csv', 8 * ROWS * 4);
    expect(parts.map(({ name }) => name.split(', ').at(-1))).toEqual([
      'part 1 of 3.csv',
      'part 2 of 3.csv',
      'part 3 of 3.csv',
    ]);
    const heads = await Promise.all(
      parts.map(async ({ content }) => (await content.text()).split('\r\n')[0]),
    );
    expect(heads).toEqual([
      'time,"sma(close, 30)"',
      'time,macd.value,macd.signal,macd.histogram',
      'time,obv',
    ]);
  });

  it('is refused beyond the limit, before anything is read', async () => {
    await expect(files([dataset({ rows: 1e9 })], 'arrow')).rejects.toMatchObject({
      code: 'export_too_large',
      params: { limitBytes: 4e9 },
    });
    expect(living).toBe(0);
  });

  it('fails as a whole when a request fails', async () => {
    const requests = [{ request: request('sma', { params: { timePeriod: 0 } }), columns: ['sma'] }];
    await expect(files([dataset({ requests })], 'csv')).rejects.toMatchObject({
      code: 'parameter_out_of_range',
    });
  });
});
