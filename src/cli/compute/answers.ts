import type { ComputeBackend } from '../../compute/backend';
import { toBacktabError } from '../../core/errors';
import { answerOf } from '../../research/indicator-answer';
import { resolveRequest, type ColumnTable, type ResolvedRequest } from '../../research/indicator-request';
import { readRequest } from './request';
import { answerBytes, failureBytes, type NumbersToText } from './write-answer';

/** Takes bytes over before it is done; they may change afterwards. */
export type WriteBytes = (bytes: Uint8Array) => Promise<void>;

/** What a line asks for, or its failure. */
type Asked =
  | { readonly id: string | number | undefined; readonly call: ResolvedRequest }
  | { readonly failure: Uint8Array };

/** Answers lines of requests on one table, in their order. */
export class Answers {
  readonly #table: ColumnTable;
  readonly #backend: ComputeBackend;
  readonly #numbers: NumbersToText;

  constructor(table: ColumnTable, backend: ComputeBackend, numbers: NumbersToText) {
    this.#table = table;
    this.#backend = backend;
    this.#numbers = numbers;
  }

  /** Writes one line of JSON for each line; a bad request answers with its error. */
  async write(lines: readonly string[], write: WriteBytes): Promise<void> {
    const asked = lines.map((line) => this.#ask(line));
    const good = asked.flatMap((one, line) => ('call' in one ? [{ ...one, line }] : []));
    let next = 0;
    const writeFailures = async (end: number): Promise<void> => {
      for (; next < end; next++) {
        const one = asked[next]!;
        if ('failure' in one) await write(one.failure);
      }
    };
    await this.#backend.computeIndicators(
      good.map(({ call }) => call),
      async (index, end) => {
        const { id, call, line } = good[index]!;
        await writeFailures(line);
        next = line + 1;
        if ('failure' in end) await write(failureBytes(id ?? null, end.failure));
        else {
          const answer = answerOf(call, end.columns, this.#table.rows);
          for (const part of answerBytes(id, answer, this.#numbers)) await write(part);
        }
      },
    );
    await writeFailures(asked.length);
  }

  #ask(line: string): Asked {
    let id: string | number | undefined;
    try {
      const request = readRequest(line);
      id = request.id;
      return { id, call: resolveRequest(request, this.#table) };
    } catch (e) {
      return { failure: failureBytes(id ?? idOf(line), toBacktabError(e)) };
    }
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
