import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { IndicatorTable } from '../../src/compute/wasm/graph/table';
import { instantiateKernels } from '../../src/compute/wasm/kernels';
import type { Column } from '../../src/core/column';
import { batch } from '../../src/indicators/batch';
import { PATTERNS } from '../../src/indicators/pattern/all';
import { candlePattern, type CandlePattern } from '../../src/indicators/pattern/candle-pattern';
import {
  CANDLE_RANGES,
  CANDLE_SETTING_NAMES,
  DEFAULT_CANDLE_SETTINGS,
  type CandleRange,
  type CandleSettings,
} from '../../src/indicators/pattern/candle-settings';
import { talibCases, talibInputs } from '../support/talib-golden';

/** More than the blocks in which a graph is run. */
const ROWS = 4500;
const PENETRATIONS = [0, 0.3, 1.7];

const instance = readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url))
  .then((bytes) => WebAssembly.compile(bytes))
  .then((module) => instantiateKernels(module));

/** Bars of a few steps of a grid, so that many lie on a limit; a level and a step for each row. */
function bars(level: (row: number) => number, step: (row: number) => number): Column[] {
  let state = 11;
  const draw = (most: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % (most + 1);
  };
  const columns = Array.from({ length: 4 }, () => new Float64Array(ROWS));
  for (let row = 0; row < ROWS; row++) {
    const [open, close] = [draw(8), draw(8)];
    const steps = [open, Math.max(open, close) + draw(2), Math.min(open, close) - draw(2), close];
    steps.forEach((count, k) => (columns[k]![row] = level(row) + count * step(row)));
  }
  return columns;
}

/** What sums of ranges do on them: nothing is rounded, or a little, or now and then, or at every bar. */
const MARKETS = {
  'whole steps': bars(
    () => 100,
    () => 1,
  ),
  'steps of a cent': bars(
    () => 99.5,
    () => 0.01,
  ),
  'prices as small as their ranges': bars(
    () => 0,
    () => 0.1,
  ),
  'a rise from 1 to a million': bars(
    (row) => 10 ** (row / 750),
    (row) => 10 ** (row / 750) / 30,
  ),
  'steps without a grid': bars(
    (row) => (row % 7) / 3,
    (row) => 1 / (1 + (row % 5)),
  ),
};

/** Every range, periods from none to beyond a block, and factors of any size. */
const SETTINGS: Readonly<Record<string, CandleSettings>> = {
  standard: DEFAULT_CANDLE_SETTINGS,
  mixed: settings((k) => ({
    range: CANDLE_RANGES[k % 3]!,
    period: 1 + ((k * 7) % 29),
    factor: 0.3 + k / 10,
  })),
  alike: settings((k) => ({ range: 'shadows', period: 12, factor: 0.2 + k / 20 })),
  own: settings((k) => ({ range: CANDLE_RANGES[(k + 1) % 3]!, period: 0, factor: 0.4 + (k % 4) / 5 })),
  long: settings((k) => ({ range: CANDLE_RANGES[k % 2]!, period: 1023 + (k % 3), factor: 0.5 + k / 11 })),
  longer: settings((k) => ({ range: CANDLE_RANGES[k % 3]!, period: 4085 + (k % 12), factor: 0.9 })),
};

function settings(of: (k: number) => CandleSettings['near']): CandleSettings {
  return Object.fromEntries(
    CANDLE_SETTING_NAMES.map((name, k) => [name, of(k)]),
  ) as unknown as CandleSettings;
}

describe.each(Object.keys(MARKETS) as (keyof typeof MARKETS)[])('%s', (market) => {
  it.each(Object.keys(SETTINGS))('give each pattern its values with %s settings', async (name) => {
    const table = new IndicatorTable(await instance, MARKETS[market]);
    const patterns = PATTERNS.map((pattern) => pattern.withSettings(SETTINGS[name]!));
    const calls = patterns.flatMap((indicator) =>
      paramsOf(indicator).map((params) => call(indicator, params)),
    );
    const prepared = table.prepare(calls);
    expect(prepared.composed).toBe(calls.length);
    prepared.run();
    prepared.outputs().forEach(([value], k) => {
      const { indicator, params } = calls[k]!;
      const [twin] = batch(indicator, MARKETS[market], params);
      expect(firstDifference(value!, twin!), `${indicator.name}(${params.join(', ')})`).toBe(-1);
    });
  });
});

/** Not a pattern: the mean of a range, asked at one of five bars. */
const meanAt = (range: CandleRange, period: number, ago: number): CandlePattern =>
  candlePattern(
    {
      name: 'mean',
      title: 'Mean',
      summary: 'Mean of a range.',
      bars: 5,
      averages: { near: [0, 1, 2, 3, 4] },
      find: (recent) => recent.near(ago),
      series: (recent) => recent.near(ago),
    },
    { ...DEFAULT_CANDLE_SETTINGS, near: { range, period, factor: 1.1 } },
  );

/** Short ones, and those whose first row stands around the end of a block. */
const PERIODS = [0, 1, 2, 3, 5, 10, 25, 1015, 1016, 1017, 1018, 1019, 1020, 4088, 4089, 4090, 4091, 4092];

it.each(Object.keys(MARKETS) as (keyof typeof MARKETS)[])(
  'has the means of the twin with %s',
  async (market) => {
    const table = new IndicatorTable(await instance, MARKETS[market]);
    const calls = CANDLE_RANGES.flatMap((range) =>
      PERIODS.flatMap((period) => [0, 1, 2, 3, 4].map((ago) => call(meanAt(range, period, ago), []))),
    );
    const prepared = table.prepare(calls);
    prepared.run();
    const outputs = prepared.outputs();
    const wrong = calls.filter(({ indicator }, k) => {
      const [twin] = batch(indicator, MARKETS[market], []);
      return firstDifference(outputs[k]![0]!, twin!) !== -1;
    });
    expect(wrong).toEqual([]);
  },
);

it.each(PATTERNS)('$name has the values of TA-Lib', async (pattern) => {
  for (const { series, params, begin, values } of talibCases(pattern.name)) {
    const inputs = talibInputs(pattern, series);
    const prepared = new IndicatorTable(await instance, inputs).prepare([call(pattern, params)]);
    prepared.run();
    expect(prepared.outputs()[0]![0]!.subarray(begin)).toEqual(values[0]);
  }
});

const paramsOf = ({ params }: CandlePattern): number[][] =>
  params.length === 0 ? [[]] : PENETRATIONS.map((penetration) => [penetration]);

const call = (indicator: CandlePattern, params: readonly number[]) => ({
  indicator,
  inputs: [0, 1, 2, 3],
  params,
});

/** Row at which columns first differ; -1 where they do not. */
const firstDifference = (a: Column, b: Column): number =>
  a.findIndex((x, row) => !(x === b[row] || (Number.isNaN(x) && Number.isNaN(b[row]))));
