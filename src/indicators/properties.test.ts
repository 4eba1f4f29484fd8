import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../core/column';
import { batch } from './batch';
import { INDICATORS } from './catalogue';
import { dependsOnConvention, underConvention } from './convention';
import type { Indicator, IndicatorInput } from './indicator';
import { cdl3linestrike } from './pattern/cdl3linestrike';
import { cdldoji } from './pattern/cdldoji';
import { cdlhammer } from './pattern/cdlhammer';
import { cdlmorningstar } from './pattern/cdlmorningstar';
import { changedCandleSettings } from './pattern/candle-settings-change';
import { restoreState, saveState, type StreamState } from './state';

const ROWS = 120;
const LONG = 400;
const HOUR = 3_600_000;

/** Seeded bars of a price near 100; other series are within (0, 1), where every function is defined. */
function seededInputs(indicator: Indicator, length: number): Column[] {
  const steps = fc.sample(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 5, maxLength: 5 }), {
    seed: 7,
    numRuns: length,
  });
  let last = 100;
  const rows = steps.map((step, i) => {
    const [gap, body, up, down, volume] = step.map((x) => x / 1000) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const open = last * (1 + (gap - 0.5) / 50);
    const close = open * (1 + (body - 0.5) / 20);
    last = close;
    const high = Math.max(open, close) * (1 + up / 50);
    const low = Math.min(open, close) * (1 - down / 50);
    return { time: i * HOUR, open, high, low, close, volume: Math.round(1000 + volume * 9000) };
  });
  const series = (input: IndicatorInput, k: number) => (row: (typeof rows)[number], i: number) => {
    if (input.source !== 'real') return row[input.source];
    if (input.name === 'periods') return 2 + (i % 40);
    return (k === 0 ? row.close : row.high - row.low + row.open) / 1000;
  };
  return indicator.inputs.map((input, k) => Float64Array.from(rows, series(input, k)));
}

const defaultsOf = (indicator: Indicator): number[] => indicator.params.map((param) => param.default);
/** The shortest periods, the other parameters at their defaults. */
const shortestOf = (indicator: Indicator): number[] =>
  indicator.params.map((param) => (param.kind === 'integer' ? param.min : param.default));

const slice = (columns: readonly Column[], from: number, to?: number): Column[] =>
  columns.map((column) => column.slice(from, to));
/** Whether the columns hold the rows of `whole` from `from` on, to the bit. */
const matches = (columns: readonly Column[], whole: readonly Column[], from = 0): boolean =>
  columns.every((column, k) => column.every((x, i) => Object.is(x, whole[k]![from + i])));

/** Rows at which a prefix of the input gives other bits than the whole. */
function unstablePrefixes(
  indicator: Indicator,
  inputs: readonly Column[],
  params: readonly number[],
): number[] {
  const whole = batch(indicator, inputs, params);
  const lengths = Array.from({ length: inputs[0]!.length }, (_, i) => i);
  return lengths.filter((length) => !matches(batch(indicator, slice(inputs, 0, length), params), whole));
}

const isPlain = (state: StreamState): boolean => {
  if (typeof state !== 'object' || state === null)
    return ['number', 'boolean'].includes(typeof state) || state === null;
  if (ArrayBuffer.isView(state)) return true;
  return Object.values(state).every((value) => isPlain(value as StreamState));
};

/** Rows at which a stream, saved and resumed there, goes on in another way. */
function brokenResumes(indicator: Indicator, inputs: readonly Column[], params: readonly number[]): number[] {
  const whole = batch(indicator, inputs, params);
  const row = new Float64Array(inputs.length);
  const out = new Float64Array(indicator.outputs.length);
  const stream = indicator.stream(params);
  const broken: number[] = [];
  for (let at = 0; at <= inputs[0]!.length; at++) {
    const state = saveState(stream);
    const resumed = indicator.stream(params);
    restoreState(resumed, structuredClone(state) as StreamState);
    const rest = batch({ ...indicator, stream: () => resumed }, slice(inputs, at), params);
    if (!isPlain(state) || !matches(rest, whole, at)) broken.push(at);
    if (at === inputs[0]!.length) break;
    inputs.forEach((input, k) => (row[k] = input[at]!));
    stream.next(row, out);
  }
  return broken;
}

const shifted = (column: Column, rows: number): Column =>
  Float64Array.of(...Array<number>(rows).fill(NaN), ...column);

/** Entries that are no others of the catalogue: those under TradingView's convention, where it differs. */
const TRADING_VIEW = INDICATORS.filter(dependsOnConvention).map((indicator) => ({
  ...underConvention(indicator, 'tradingview'),
  name: `${indicator.name} (tradingview)`,
}));

/** Patterns whose words mean something else: bars of their own, other means, shorter and longer ones. */
const OTHER_CANDLES = [cdldoji, cdlhammer, cdlmorningstar, cdl3linestrike].map((pattern) => ({
  ...pattern.withSettings(
    changedCandleSettings({
      bodyLong: { period: 3, factor: 0.5 },
      bodyShort: { range: 'shadows', period: 25 },
      bodyDoji: { period: 0, factor: 0.3 },
      near: { range: 'realBody', factor: 2 },
    }),
  ),
  name: `${pattern.name} (other candle settings)`,
}));

describe.each([...INDICATORS, ...TRADING_VIEW, ...OTHER_CANDLES])('$name', (indicator) => {
  const inputs = seededInputs(indicator, ROWS);
  const defaults = defaultsOf(indicator);
  const sets = [defaults, shortestOf(indicator)];
  const refusal = expect.objectContaining({ code: 'parameter_out_of_range' });

  it('warms up for its lookback', () => {
    const long = seededInputs(indicator, LONG);
    for (const params of sets) {
      const first = batch(indicator, long, params).map((column) => column.findIndex((x) => !Number.isNaN(x)));
      expect(first).toEqual(indicator.outputs.map(() => indicator.lookback(params)));
    }
  });

  it('gives every prefix the bits of the whole', () => {
    for (const params of sets) expect(unstablePrefixes(indicator, inputs, params)).toEqual([]);
  });

  it('resumes from a saved state at every row', () => {
    for (const params of sets) expect(brokenResumes(indicator, inputs, params)).toEqual([]);
  });

  it('begins at the first row where all inputs are numbers', () => {
    const gap = 7;
    const added = indicator.outputs.map(({ name }) => (isRowNumber(indicator, name) ? gap : 0));
    const plain = batch(indicator, inputs, defaults).map((column, k) =>
      shifted(
        column.map((x) => x + added[k]!),
        gap,
      ),
    );
    const later = inputs.map((column) => shifted(column, gap));
    expect(batch(indicator, later, defaults)).toEqual(plain);
    const oneLater = later.map((column, k) =>
      k === 0 ? column : column.map((x) => (Number.isNaN(x) ? 1 : x)),
    );
    expect(batch(indicator, oneLater, defaults)).toEqual(plain);
  });

  it('takes the ends of every range and nothing beyond', () => {
    indicator.params.forEach(({ kind, min, max }, k) => {
      for (const value of [min, max]) indicator.stream(defaults.with(k, value));
      const beyond = [min - Math.max(1, Math.abs(min)), max * 2, NaN, ...(kind === 'real' ? [] : [2.5])];
      for (const value of beyond) expect(() => indicator.stream(defaults.with(k, value))).toThrow(refusal);
    });
  });

  it('refuses a wrong number of parameters or rows', () => {
    const mismatch = expect.objectContaining({ code: 'length_mismatch' });
    expect(() => indicator.stream([...defaults, 1])).toThrow(mismatch);
    expect(() => batch(indicator, [], defaults)).toThrow(mismatch);
    expect(() => batch(indicator, [...inputs, new Float64Array(8)], defaults)).toThrow(mismatch);
  });

  it('takes an unstable period only where it has one', () => {
    const [blanked] = indicator.unstable ? batch(indicator, inputs, defaults, 9) : [];
    const first = blanked?.findIndex((x) => !Number.isNaN(x));
    expect(first).toBe(indicator.unstable ? indicator.lookback(defaults) + 9 : undefined);
    const beyond = indicator.unstable ? 100_001 : 1;
    expect(() => batch(indicator, inputs, defaults, beyond)).toThrow(refusal);
  });

  it('takes no rows, one row and equal rows', () => {
    for (const params of sets) {
      for (const length of [0, 1]) {
        const lengths = batch(indicator, slice(inputs, 0, length), params).map((column) => column.length);
        expect(lengths).toEqual(indicator.outputs.map(() => length));
      }
      const equal = inputs.map((column) => new Float64Array(ROWS).fill(column[0]!));
      expect(unstablePrefixes(indicator, equal, params)).toEqual([]);
    }
  });

  it.each([NaN, Infinity, -Infinity, 1e308, -0])('takes %s inside', (odd) => {
    const broken = inputs.map((column, k) => column.map((x, i) => (i === 50 + k || i === 90 ? odd : x)));
    for (const params of sets) {
      expect(unstablePrefixes(indicator, broken, params)).toEqual([]);
      expect(
        brokenResumes(
          indicator,
          broken.map((column) => column.slice(0, 100)),
          params,
        ),
      ).toEqual([]);
    }
  });
});

/** Rows are counted from the first of the column. */
function isRowNumber(indicator: Indicator, output: string): boolean {
  return output.endsWith('Index') || /^(min|max)index$/.test(indicator.name);
}
