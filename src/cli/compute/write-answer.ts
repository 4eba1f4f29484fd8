import type { Column } from '../../core/column';
import type { ErrorCode } from '../../core/errors';
import { numbersText } from '../../core/text/number-text';
import type { IndicatorAnswer } from '../../research/indicator-answer';

/** Writes numbers as JSON, separated by commas, in parts that are valid until the next is asked for. */
export interface NumbersToText {
  parts(values: Column): Iterable<Uint8Array<ArrayBuffer>>;
}

/** Numbers written at a time, so that an answer is never one text in memory. */
const PART = 4096;

const encoder = new TextEncoder();

/** The writer that is there without WASM. */
export const PLAIN_NUMBERS: NumbersToText = {
  *parts(values) {
    for (let from = 0; from < values.length; from += PART) {
      yield encoder.encode((from > 0 ? ',' : '') + numbersText(values.subarray(from, from + PART)));
    }
  },
};

/** Why a request has no answer. */
export interface RequestFailure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly remedy: string;
}

/** One answer as JSON on one line, in parts. NaN and infinities are the strings `NaN`, `Infinity`, `-Infinity`. */
export function* answerBytes(
  id: string | number | undefined,
  answer: IndicatorAnswer,
  numbers: NumbersToText,
): Generator<Uint8Array<ArrayBuffer>> {
  yield encoder.encode(`{"id":${JSON.stringify(id ?? null)},"begin":${answer.begin},"outputs":{`);
  for (const [k, { name, values }] of answer.outputs.entries()) {
    yield encoder.encode(`${k > 0 ? ',' : ''}${JSON.stringify(name)}:[`);
    yield* numbers.parts(values);
    yield encoder.encode(']');
  }
  yield encoder.encode('}}\n');
}

/** A failure as JSON on one line. */
export const failureBytes = (
  id: string | number | null,
  { code, message, remedy }: RequestFailure,
): Uint8Array<ArrayBuffer> => encoder.encode(`${JSON.stringify({ id, error: { code, message, remedy } })}\n`);
