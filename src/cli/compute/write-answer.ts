import type { Column } from '../../core/column';
import type { IndicatorAnswer } from '../../research/indicator-answer';

/** Numbers written at a time, so that an answer is never one text in memory. */
const PART = 8192;

const numberText = (value: number): string => {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  return Number.isNaN(value) ? '"NaN"' : value > 0 ? '"Infinity"' : '"-Infinity"';
};

/** One answer as JSON on one line, in parts. NaN and infinities are the strings `NaN`, `Infinity`, `-Infinity`. */
export function* answerText(id: string | number | undefined, answer: IndicatorAnswer): Generator<string> {
  yield `{"id":${JSON.stringify(id ?? null)},"begin":${answer.begin},"outputs":{`;
  for (const [k, { name, values }] of answer.outputs.entries()) {
    yield `${k > 0 ? ',' : ''}${JSON.stringify(name)}:[`;
    yield* columnText(values);
    yield ']';
  }
  yield '}}\n';
}

function* columnText(values: Column): Generator<string> {
  for (let from = 0; from < values.length; from += PART) {
    const part = Array.from(values.subarray(from, from + PART), numberText);
    yield (from > 0 ? ',' : '') + part.join(',');
  }
}
