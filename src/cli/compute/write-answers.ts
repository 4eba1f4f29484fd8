import type { BackendKind } from '../../core/backend';
import type { Column } from '../../core/column';
import { BacktabError } from '../../core/errors';
import type { ColumnTable } from '../../research/indicator-request';
import { AnswerPool } from './answer-pool';
import type { WriteBytes } from './answers';
import { openAnswers, type Kernels } from './open-answers';
import { PartBuffer } from './part-buffer';
import type { WorkerStart } from './protocol';

/** Requests to be answered on a table. */
export interface AnswerWork {
  readonly table: ColumnTable;
  readonly lines: AsyncIterable<string>;
  readonly kernels: Kernels;
  readonly choice: BackendKind | 'auto';
  /** Workers to take, 1 for none beside this thread; null lets the amount of work decide. */
  readonly workers: number | null;
  /** Workers where there is much to do. */
  readonly usualWorkers: number;
  /** The built worker. */
  readonly code: URL;
  /** Receives bytes of its own. */
  readonly write: WriteBytes;
}

const PART_BYTES = 256 * 1024;
/** Rows times lines of a list that a worker takes at a time, and the most lines of it. */
const LIST_ROWS = 2 ** 20;
const LIST_LINES = 64;
/** Less is done before workers have started. */
const WORTH_WORKERS = 4 * LIST_ROWS;

/**
 * Answers lines in order, in this thread or by workers: the bytes are the same. Empty lines are passed over.
 *
 * @returns what the backends had to say
 * @throws BacktabError `backend_unavailable` | `worker_lost`; whatever `write` throws
 */
export async function writeAnswers(work: AnswerWork): Promise<ReadonlySet<string>> {
  const { kernels, choice } = work;
  if (choice === 'wasm' && typeof kernels === 'string')
    throw new BacktabError('backend_unavailable', { backend: 'WASM', reason: kernels });
  const rows = Math.max(1, work.table.rows);
  const lists = inLists(work.lines, Math.max(1, Math.min(LIST_LINES, Math.floor(LIST_ROWS / rows))));
  const ahead: (readonly string[])[] = [];
  const isMuch = (): boolean => ahead.reduce((sum, list) => sum + list.length * rows, 0) >= WORTH_WORKERS;
  while (work.workers === null && work.usualWorkers > 1 && !isMuch()) {
    const next = await lists.next();
    if (next.done) break;
    ahead.push(next.value);
  }
  const all = chained(ahead, lists);
  const size = work.workers ?? (isMuch() ? work.usualWorkers : 1);
  if (size === 1) return writeHere(work, all);
  const pool = new AnswerPool(work.code, size, startOf(work));
  return pool.run(all, work.write);
}

async function writeHere(
  { table, kernels, choice, write }: AnswerWork,
  lists: AsyncIterable<readonly string[]>,
): Promise<ReadonlySet<string>> {
  const { answers, note } = await openAnswers(table, kernels, choice);
  const buffer = new PartBuffer(PART_BYTES, write);
  for await (const lines of lists) await answers.write(lines, (bytes) => buffer.write(bytes));
  await buffer.end();
  const said = note();
  return new Set(said === null ? [] : [said]);
}

function startOf({ table, kernels, choice }: AnswerWork): WorkerStart {
  const columns = [...table.columns].map(([name, column]) => [name, shared(column)] as const);
  return { rows: table.rows, columns, kernels, choice };
}

function shared(column: Column): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(column.byteLength);
  new Float64Array(memory).set(column);
  return memory;
}

async function* inLists(lines: AsyncIterable<string>, size: number): AsyncGenerator<readonly string[]> {
  let list: string[] = [];
  for await (const line of lines) {
    if (line.trim() !== '') list.push(line);
    if (list.length < size) continue;
    yield list;
    list = [];
  }
  if (list.length > 0) yield list;
}

async function* chained<T>(first: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}
