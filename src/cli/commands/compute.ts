import kernelsUrl from '@kernels.wasm?url';
import sampleText from '@sp500.csv?raw';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { BacktabError } from '../../core/errors';
import { SAMPLE_FILE } from '../../data/sample/describe-import';
import { textSource } from '../../data/import/source';
import { readTable, type NumberTable } from '../../data/table/read-table';
import { readArguments } from '../arguments';
import { readBackend } from '../backend-option';
import { readCount } from '../count-option';
import { writeAnswers } from '../compute/write-answers';
import type { Kernels } from '../compute/open-answers';
import { fileSource } from '../file-source';
import { fileSink, isClosedPipe, standardSink } from '../sink';

export const COMPUTE_USAGE =
  'backtab compute --data FILE|sp500 --requests FILE [--out FILE] [--backend auto|cpu|wasm] [--workers N]';

const MOST_WORKERS = 64;
/** More by themselves would wait for the one that writes. */
const USUAL_WORKERS = 16;

/**
 * Computes indicators in a batch: one JSON request a line, one JSON answer a line, in order. A bad
 * request answers with its error and the rest go on. The data are read once.
 */
export async function compute(args: readonly string[]): Promise<void> {
  const line = readArguments(args, {
    data: 'value',
    requests: 'value',
    out: 'value',
    backend: 'value',
    workers: 'value',
  });
  const data = line.value('data');
  const requests = line.value('requests');
  if (!data || !requests || line.words.length > 0)
    throw new BacktabError('usage', { reason: `Usage: ${COMPUTE_USAGE}` });
  const choice = readBackend(line.value('backend'));
  const wanted = line.value('workers');
  const workers = wanted === undefined ? null : readCount('workers', wanted, MOST_WORKERS);
  await fileSource(requests);
  const table = await tableOf(data);
  const path = line.value('out');
  const out = path ? await fileSink(path) : standardSink();
  try {
    const notes = await writeAnswers({
      table,
      lines: linesOf(requests),
      kernels: await kernelsOf(kernelsUrl),
      choice,
      workers,
      usualWorkers: Math.min(USUAL_WORKERS, availableParallelism()),
      code: new URL('./compute.worker.js', import.meta.url),
      write: (bytes) => out.write(bytes),
    });
    await out.end();
    for (const note of notes) process.stderr.write(`note: ${note}\n`);
  } catch (e) {
    if (!isClosedPipe(e)) throw e;
  }
}

/** The file is opened when the first line is asked for: lines that nobody awaits would be lost. */
async function* linesOf(path: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(path), crlfDelay: Infinity });
}

const tableOf = async (data: string): Promise<NumberTable> =>
  readTable(data === 'sp500' ? textSource(SAMPLE_FILE, sampleText) : await fileSource(data));

/** Why there are none goes to whoever asks for them. */
async function kernelsOf(url: string): Promise<Kernels> {
  try {
    return await WebAssembly.compile(await readFile(new URL(url)));
  } catch (e) {
    return e instanceof Error ? e.message : String(e);
  }
}
