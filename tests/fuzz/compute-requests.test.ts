import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRequest } from '../../src/cli/compute/request';
import { BacktabError } from '../../src/core/errors';
import { INDICATORS } from '../../src/indicators/catalogue';
import { twinAnswer } from '../conformance/twin-answer';
import { walk } from '../conformance/data';

const ROWS = 60;
const { open, high, low, close } = walk(ROWS, 21);
const table = {
  rows: ROWS,
  columns: new Map([
    ['open', open],
    ['high', high],
    ['low', low],
    ['Close', close],
    ['volume', close.map((x) => Math.round(x * 10))],
    ['extra', close.map((x, i) => (i % 7 === 0 ? NaN : x))],
  ]),
};

const names = fc.constantFrom(...INDICATORS.map(({ name }) => name));
const slip = (text: string, at: number): string =>
  text.slice(0, at % text.length) + text.slice((at % text.length) + 1);
const functions = fc.oneof(
  { weight: 6, arbitrary: names },
  names.map((name) => name.toUpperCase()),
  fc.tuple(names, fc.nat(20)).map(([name, at]) => slip(name, at)),
  fc.string({ maxLength: 200 }),
);
const inputNames = fc.constantFrom(
  'real',
  'real0',
  'real1',
  'high',
  'low',
  'close',
  'open',
  'volume',
  'time',
  'x',
);
const columnNames = fc.oneof(fc.constantFrom(...table.columns.keys(), 'close', '__proto__', ''), fc.string());
const values = fc.oneof(
  fc.integer({ min: -3, max: 40 }),
  fc.double(),
  fc.constantFrom(1e308, 100_001, 0, -0, 'ema', 'KAMA', 'none', ''),
);
const parameterNames = fc.oneof(
  fc.constantFrom(
    ...new Set(INDICATORS.flatMap(({ params }) => params.map(({ name }) => name))),
    '__proto__',
  ),
  fc.string({ maxLength: 12 }),
);

/** Requests of which about one in three is good. */
const requests = fc.record(
  {
    id: fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
    fn: functions,
    inputs: fc.dictionary(inputNames, columnNames, { maxKeys: 2 }),
    params: fc.oneof(fc.constant({}), fc.dictionary(parameterNames, values, { maxKeys: 3 })),
    unstablePeriod: fc.oneof(fc.constantFrom(0, 5, 100_001, -1, 0.5), fc.string()),
    convention: fc.constantFrom('talib', 'tradingview', 'other'),
  },
  { requiredKeys: ['fn'] },
);

/** `answered`, or the code of the error; anything else is thrown on. */
function outcomeOf(line: string): string {
  try {
    const answer = twinAnswer(readRequest(line), table);
    expect(answer.outputs.length).toBeGreaterThan(0);
    for (const { values: column } of answer.outputs)
      expect(answer.begin + column.length).toBeLessThanOrEqual(ROWS);
    return 'answered';
  } catch (e) {
    if (e instanceof BacktabError) return e.code;
    throw e;
  }
}

const CODES = [
  'answered',
  'request_invalid',
  'indicator_unknown',
  'input_missing',
  'column_unknown',
  'parameter_unknown',
  'parameter_out_of_range',
  'setting_invalid',
  'setting_unknown',
];

describe('requests', () => {
  it('are answered or refused with a code, whatever they hold', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(requests, (request) => {
        const outcome = outcomeOf(JSON.stringify(request));
        seen.add(outcome);
        expect(CODES).toContain(outcome);
      }),
      { seed: 5, numRuns: 3000 },
    );
    expect([...seen].toSorted()).toEqual(
      expect.arrayContaining(['answered', 'indicator_unknown', 'parameter_unknown']),
    );
  });

  it('are refused where they are not JSON objects of the right shape', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => {
        expect(CODES.filter((code) => code !== 'answered')).toContain(outcomeOf(line));
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  it.each(INDICATORS.map(({ name }) => name))('%s takes empty and one-row tables', (fn) => {
    for (const rows of [0, 1]) {
      const short = new Map([...table.columns].map(([name, column]) => [name, column.slice(0, rows)]));
      short.set('time', new Float64Array(rows));
      short
        .set('real', close.slice(0, rows))
        .set('real0', close.slice(0, rows))
        .set('real1', open.slice(0, rows));
      short.set('periods', open.slice(0, rows));
      const answer = twinAnswer(readRequest(JSON.stringify({ fn })), { rows, columns: short });
      for (const { values: column } of answer.outputs)
        expect(answer.begin + column.length).toBeLessThanOrEqual(rows);
    }
  });
});
