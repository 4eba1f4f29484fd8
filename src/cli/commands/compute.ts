import sampleText from '@sp500.csv?raw';
import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { BacktabError, toBacktabError } from '../../core/errors';
import { SAMPLE_FILE } from '../../data/sample/describe-import';
import { textSource } from '../../data/import/source';
import { readTable, type NumberTable } from '../../data/table/read-table';
import { answerRequest } from '../../research/indicator-answer';
import { readArguments } from '../arguments';
import { readRequest } from '../compute/request';
import { answerText } from '../compute/write-answer';
import { fileSource } from '../file-source';

export const COMPUTE_USAGE = 'backtab compute --data FILE|sp500 --requests FILE [--out FILE]';

/**
 * Computes indicators in a batch: one JSON request a line, one JSON answer a line, in order. A bad
 * request answers with its error and the rest go on. The data are read once.
 */
export async function compute(args: readonly string[]): Promise<void> {
  const line = readArguments(args, { data: 'value', requests: 'value', out: 'value' });
  const data = line.value('data');
  const requests = line.value('requests');
  if (!data || !requests || line.words.length > 0)
    throw new BacktabError('usage', { reason: `Usage: ${COMPUTE_USAGE}` });
  await fileSource(requests);
  const table = await readTable(
    data === 'sp500' ? textSource(SAMPLE_FILE, sampleText) : await fileSource(data),
  );
  const path = line.value('out');
  const out = path ? createWriteStream(path) : process.stdout;
  for await (const text of createInterface({ input: createReadStream(requests), crlfDelay: Infinity })) {
    if (text.trim() !== '') await writeAll(out, answersTo(text, table));
  }
  if (path) {
    out.end();
    await finished(out);
  }
}

function* answersTo(text: string, table: NumberTable): Generator<string> {
  let id: string | number | undefined;
  try {
    const request = readRequest(text);
    id = request.id;
    yield* answerText(id, answerRequest(request, table));
  } catch (e) {
    const { code, message, remedy } = toBacktabError(e);
    yield `${JSON.stringify({ id: id ?? idOf(text), error: { code, message, remedy } })}\n`;
  }
}

/** The id of a line that is no good request, where it has one. */
function idOf(text: string): string | number | null {
  try {
    const { id } = JSON.parse(text) as { id?: unknown };
    return typeof id === 'string' || typeof id === 'number' ? id : null;
  } catch {
    return null;
  }
}

async function writeAll(out: Writable, parts: Iterable<string>): Promise<void> {
  for (const part of parts) if (!out.write(part)) await once(out, 'drain');
}
