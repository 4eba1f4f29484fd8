import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readTable } from '../../data/table/read-table';
import { batch } from '../../indicators/batch';
import { findIndicator } from '../../indicators/catalogue';
import { underConvention } from '../../indicators/convention';
import type { ColumnTable } from '../../research/indicator-request';
import { twinAnswer } from '../../../tests/conformance/twin-answer';
import { compute } from '../commands/compute';
import { readRequest } from './request';
import { answerBytes, PLAIN_NUMBERS } from './write-answer';

// The test runner has addresses of its server for files.
vi.mock(import('@kernels.wasm?url'), () => ({
  default: new URL('../../../build/wasm/kernels.wasm', import.meta.url).href,
}));

vi.mock(import('../../data/table/read-table'), async (original) => {
  const table = await original();
  return { ...table, readTable: vi.fn<typeof table.readTable>(table.readTable) };
});

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backtab-compute-'));
});

beforeEach(() => {
  vi.mocked(readTable).mockClear();
});

afterAll(() => rm(folder, { recursive: true }));

interface Answer {
  readonly id: unknown;
  readonly begin: number;
  readonly outputs: Record<string, unknown[]>;
  readonly error?: { readonly code: string; readonly message: string; readonly remedy: string };
}

/** Answers to request lines on a CSV text, or on the bundled data. */
async function computed(csv: string | null, requests: readonly unknown[]): Promise<Answer[]> {
  const path = (name: string): string => join(folder, name);
  if (csv !== null) await writeFile(path('table.csv'), csv);
  const lines = requests.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  await writeFile(path('requests.jsonl'), lines.join('\n'));
  const data = csv === null ? 'sp500' : path('table.csv');
  await compute(['--data', data, '--requests', path('requests.jsonl'), '--out', path('answers.jsonl')]);
  const text = await readFile(path('answers.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

const CLOSES = [10, 11, 9, 12, 12, 13, 11, 10, 14, 15, 15, 16];
const TABLE = [
  'time,open,high,low,close,volume',
  ...CLOSES.map((c, i) => `2024-01-0${1 + Math.floor(i / 4)}T0${i % 4}:00Z,${c},${c + 1},${c - 1},${c},100`),
  '',
].join('\n');

describe('a file of requests', () => {
  it('reads the data once for 2,000 requests and answers in order', async () => {
    const names = ['sma', 'EMA', 'Rsi', 'bbands', 'ATR'];
    const requests = Array.from({ length: 2000 }, (_, id) => {
      const fn = names[id % names.length]!;
      const real = findIndicator(fn.toLowerCase())!.inputs[0]!.name === 'real';
      const inputs = real ? { real: 'close' } : {};
      return { id, fn, inputs, params: { timePeriod: 2 + (id % 7) } };
    });
    const answers = await computed(TABLE, requests);
    expect(answers.map(({ id }) => id)).toEqual(requests.map(({ id }) => id));
    expect(answers.every(({ error }) => error === undefined)).toBe(true);
    expect(readTable).toHaveBeenCalledTimes(1);
  });

  it('is answered in parts, however long the answer', () => {
    const close = new Float64Array(100_000).fill(1);
    const table: ColumnTable = { rows: close.length, columns: new Map([['close', close]]) };
    const request = readRequest('{"fn":"sma","inputs":{"real":"close"},"params":{"timePeriod":1}}');
    const decoder = new TextDecoder();
    const bytes = [...answerBytes('a', twinAnswer(request, table), PLAIN_NUMBERS)];
    const parts = bytes.map((part) => decoder.decode(part));
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(20_000);
    expect((JSON.parse(parts.join('')) as Answer).outputs['value']).toHaveLength(close.length);
  });

  it('takes moving averages by name in any case, and by number', async () => {
    const request = (maType: unknown) => ({
      fn: 'MA',
      inputs: { real: 'close' },
      params: { timePeriod: 4, maType },
    });
    const [byNumber, byName, wrong] = await computed(TABLE, [request(4), request('TEMA'), request('hema')]);
    expect(byName).toEqual(byNumber);
    expect(wrong?.error).toMatchObject({ code: 'setting_invalid' });
  });

  it('names the nearest of a wrong name', async () => {
    const answers = await computed(TABLE, [
      { fn: 'bband', inputs: { real: 'close' } },
      { fn: 'sma', inputs: { real: 'close' }, params: { timeperiod: 3 } },
      { fn: 'cdldoji', candleSettings: { bodyDogi: { period: 3 } } },
      { fn: 'cdldoji', candleSettings: { bodyDoji: { perod: 3 } } },
    ]);
    expect(
      answers.map(({ error }) => [error?.code, /nearest[a-z ]* is (\w+)/.exec(error?.remedy ?? '')?.[1]]),
    ).toEqual([
      ['indicator_unknown', 'bbands'],
      ['parameter_unknown', 'timePeriod'],
      ['setting_unknown', 'bodyDoji'],
      ['setting_unknown', 'period'],
    ]);
  });

  it('writes infinities as text and takes one row', async () => {
    const csv = 'open,high,low,close,volume\n0,0,0,0,1\n';
    const [ln, roc] = await computed(csv, [
      { fn: 'ln', inputs: { real: 'close' } },
      { fn: 'roc', inputs: { real: 'close' } },
    ]);
    expect(ln).toMatchObject({ begin: 0, outputs: { value: ['-Infinity'] } });
    expect(roc).toMatchObject({ begin: 0, outputs: { value: [] } });
  });

  it('answers on a table without rows, and refuses one of unequal rows', async () => {
    const [none] = await computed('close\n', [{ fn: 'sma', inputs: { real: 'close' } }]);
    expect(none).toMatchObject({ begin: 0, outputs: { value: [] } });
    const failure = computed('open,close\n1,2\n3\n', [{ fn: 'sma', inputs: { real: 'close' } }]);
    await expect(failure).rejects.toMatchObject({ code: 'csv_malformed', params: { line: 3 } });
  });
});

describe('times', () => {
  const PIVOTS = { fn: 'PIVOT_CLASSIC', params: { sessionOffset: 0 } };

  it('are read from text, from milliseconds, and from the bundled dates', async () => {
    const [fromText] = await computed(TABLE, [PIVOTS]);
    const [header = '', ...rows] = TABLE.trimEnd().split('\n');
    const inMs = rows.map((row) => row.replace(/^[^,]*/, (time) => String(Date.parse(time))));
    const [fromMs] = await computed([header.replace('time', 'date'), ...inMs, ''].join('\n'), [PIVOTS]);
    expect(fromMs).toEqual(fromText);
    const pivots = fromText?.outputs['pivot'];
    const [high, low, close] = [13, 8, 12];
    expect(pivots?.slice(4, 8)).toEqual(Array(4).fill((high + low + close) / 3));
    expect(new Set(pivots).size).toBeGreaterThan(2);
    const [sample] = await computed(null, [{ ...PIVOTS, params: { period: 2 } }]);
    expect(sample?.outputs['pivot']).toHaveLength(5105);
    expect(new Set(sample?.outputs['pivot']).size).toBeGreaterThan(240);
  });

  it('can be named, and are missed where there are none', async () => {
    const named = TABLE.replace('time', 'opened');
    const [missing, given] = await computed(named, [PIVOTS, { ...PIVOTS, inputs: { time: 'opened' } }]);
    expect(missing?.error).toMatchObject({ code: 'input_missing' });
    expect(given?.outputs['pivot']).toHaveLength(CLOSES.length);
  });
});

describe('convention', () => {
  it("gives TradingView's values", async () => {
    const request = { fn: 'ema', inputs: { real: 'close' }, params: { timePeriod: 3 } };
    const [talib, tradingview] = await computed(TABLE, [
      { ...request, convention: 'talib' },
      { ...request, convention: 'TradingView' },
    ]);
    const ema = underConvention(findIndicator('ema')!, 'tradingview');
    expect(talib?.begin).toBe(2);
    expect(tradingview).toMatchObject({ begin: 0 });
    expect(tradingview?.outputs['value']).toEqual([...batch(ema, [Float64Array.from(CLOSES)], [3])[0]!]);
  });

  it('is refused when there is no such', async () => {
    const [wrong, notText] = await computed(TABLE, [
      { fn: 'ema', inputs: { real: 'close' }, convention: 'metastock' },
      { fn: 'ema', inputs: { real: 'close' }, convention: 3 },
    ]);
    expect(wrong?.error?.code).toBe('setting_invalid');
    expect(notText?.error?.code).toBe('request_invalid');
  });
});

describe('candle settings', () => {
  it('change patterns, also in the spelling of TA-Lib', async () => {
    const [plain, ours, theirs] = await computed(null, [
      { fn: 'cdldoji' },
      { fn: 'cdldoji', candleSettings: { bodyDoji: { range: 'realBody', period: 5, factor: 0.4 } } },
      { fn: 'CDLDOJI', candleSettings: { BodyDoji: { RangeType: 0, AvgPeriod: 5, Factor: 0.4 } } },
    ]);
    expect([plain?.begin, ours?.begin, theirs?.begin]).toEqual([10, 5, 5]);
    expect(theirs?.outputs).toEqual(ours?.outputs);
    expect(ours?.outputs['value']?.slice(5)).not.toEqual(plain?.outputs['value']);
  });

  it.each([
    [{ fn: 'cdldoji', candleSettings: { bodyDoji: { period: -1 } } }, 'parameter_out_of_range'],
    [{ fn: 'cdldoji', candleSettings: { bodyDoji: { period: 'ten' } } }, 'setting_invalid'],
    [{ fn: 'cdldoji', candleSettings: { bodyDoji: { range: 'body' } } }, 'setting_invalid'],
    [{ fn: 'cdldoji', candleSettings: { bodyDoji: { range: 3 } } }, 'setting_invalid'],
    [{ fn: 'cdldoji', candleSettings: { bodyDoji: 3 } }, 'request_invalid'],
    [{ fn: 'rsi', inputs: { real: 'close' }, candleSettings: {} }, 'setting_unknown'],
  ])('refuses %j with %s', async (request, code) => {
    const [answer] = await computed(TABLE, [request]);
    expect(answer?.error?.code).toBe(code);
  });
});
