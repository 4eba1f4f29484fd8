import { describe, expect, it } from 'vitest';
import type { BarColumn } from '../core/bars';
import type { Column } from '../core/column';
import { batch } from '../indicators/batch';
import { INDICATORS } from '../indicators/catalogue';
import { underConvention } from '../indicators/convention';
import { indicatorOf } from '../script/indicator-of';
import { catalogueInfo, columnsRead, computeStudy } from './study-compute';
import type { StudyCall, StudyInput } from './study-protocol';

const ROWS = 60;
const column = (value: (i: number) => number): Column =>
  Float64Array.from({ length: ROWS }, (_, i) => value(i));
const close = column((i) => 100 + ((i * 7) % 13));
const bars: ReadonlyMap<BarColumn, Column> = new Map([
  ['close', close],
  ['high', close.map((x) => x + 2)],
  ['low', close.map((x) => x - 1)],
]);

const ofClose: StudyInput = { kind: 'bars', column: 'close' };
const sma = (period: number, of: StudyInput = ofClose): StudyCall => ({
  indicator: 'sma',
  params: [period],
  series: [of],
});
const bands: StudyCall = { indicator: 'bbands', params: [5, 2, 2, 0], series: [ofClose] };

describe('studies', () => {
  it('gives one column per output, with the bars that the first value needs', async () => {
    const { columns, needed } = await computeStudy(bands, bars);
    expect(columns).toHaveLength(3);
    expect(needed).toBe(5);
    expect(columns[1]?.findIndex((x) => !Number.isNaN(x))).toBe(4);
    const mean = close.slice(0, 5).reduce((sum, x) => sum + x, 0) / 5;
    expect(columns[1]?.[4]).toBeCloseTo(mean, 10);
  });

  it('computes an indicator on an output of another, lookbacks added', async () => {
    const upper: StudyInput = { kind: 'indicator', of: bands, output: 'upper' };
    const { columns, needed } = await computeStudy(sma(3, upper), bars);
    const of = (await computeStudy(bands, bars)).columns[0];
    expect(needed).toBe(7);
    expect(columns[0]?.[6]).toBeCloseTo(((of?.[4] ?? 0) + (of?.[5] ?? 0) + (of?.[6] ?? 0)) / 3, 10);
    expect(columns[0]?.[5]).toBeNaN();
  });

  it('knows the columns that are read, through what it reads', () => {
    const typical: StudyInput = {
      kind: 'indicator',
      of: { indicator: 'typprice', params: [], series: [] },
      output: 'value',
    };
    expect([...columnsRead(sma(3, typical))]).toEqual(['high', 'low', 'close']);
  });

  it('has no value at all when the bars are too few', async () => {
    const { columns, needed } = await computeStudy(sma(61), bars);
    expect(needed).toBe(61);
    expect(columns[0]?.every(Number.isNaN)).toBe(true);
  });

  it('follows the convention that is asked for, also in what it reads', async () => {
    const talib: StudyCall = { indicator: 'dema', params: [5], series: [ofClose] };
    const tradingview: StudyCall = { ...talib, convention: 'tradingview' };
    const ema = (of: StudyCall): StudyCall => ({
      indicator: 'ema',
      params: [3],
      series: [{ kind: 'indicator', of, output: 'value' }],
    });
    const last = async (call: StudyCall): Promise<number> =>
      (await computeStudy(call, bars)).columns[0]?.at(-1) ?? NaN;
    const direct = batch(underConvention(indicatorOf('dema'), 'tradingview'), [close], [5])[0];
    expect(await last(tradingview)).toBe(direct?.at(-1));
    expect(await last(ema(tradingview))).not.toBe(await last(ema(talib)));
    const sar: StudyCall = { indicator: 'sar', params: [0.02, 0.2], series: [] };
    expect([...columnsRead(sar)]).toEqual(['high', 'low']);
    expect([...columnsRead({ ...sar, convention: 'tradingview' })]).toEqual(['high', 'low', 'close']);
  });

  it('leaves out the bars of an unstable period, also where another study reads them', async () => {
    const ema: StudyCall = { indicator: 'ema', params: [5], series: [ofClose], unstablePeriod: 10 };
    const plain = await computeStudy({ ...ema, unstablePeriod: 0 }, bars);
    const { columns, needed } = await computeStudy(ema, bars);
    expect(needed).toBe(15);
    expect(columns[0]).toEqual(plain.columns[0]?.map((x, i) => (i < 14 ? NaN : x)));
    const onIt = await computeStudy(sma(3, { kind: 'indicator', of: ema, output: 'value' }), bars);
    expect(onIt.needed).toBe(17);
    expect(onIt.columns[0]?.findIndex((x) => !Number.isNaN(x))).toBe(16);
  });

  it('takes the words of a pattern as they are meant', async () => {
    const prices = new Map([...bars, ['open', close.map((x, i) => x - (i % 3))] as const]);
    const doji: StudyCall = { indicator: 'cdldoji', params: [], series: [] };
    const bodyDoji = { range: 'highLow', period: 4, factor: 0.5 } as const;
    const usual = await computeStudy(doji, prices);
    const other = await computeStudy({ ...doji, candleSettings: { bodyDoji } }, prices);
    const found = ({ columns }: typeof usual) => columns[0]?.filter((x) => x === 100).length ?? 0;
    expect([usual.needed, other.needed]).toEqual([11, 5]);
    expect(found(other)).toBeGreaterThan(found(usual));
  });

  it('refuses what cannot be computed, with a code', async () => {
    const code = (call: StudyCall): Promise<unknown> =>
      computeStudy(call, bars).catch((e: unknown) => (e as { code?: unknown }).code);
    expect(await code(sma(0))).toBe('parameter_out_of_range');
    expect(await code({ ...sma(3), indicator: 'smaa' })).toBe('indicator_unknown');
    expect(await code({ ...sma(3), series: [] })).toBe('length_mismatch');
    expect(await code({ indicator: 'obv', params: [], series: [ofClose] })).toBe('input_missing');
    expect(await code(sma(3, { kind: 'indicator', of: bands, output: 'top' }))).toBe('input_missing');
    let deep = sma(1);
    for (let k = 0; k < 8; k++) deep = sma(1, { kind: 'indicator', of: deep, output: 'value' });
    expect(await code(deep)).toBe('setting_invalid');
  });

  it('lists every indicator as plain values, moving averages by their titles', () => {
    const info = catalogueInfo();
    expect(info.map(({ name }) => name)).toEqual(INDICATORS.map(({ name }) => name));
    expect(structuredClone(info)).toEqual(info);
    const maType = info.find(({ name }) => name === 'bbands')?.params.at(-1);
    expect(maType?.choices?.[1]).toBe('Exponential Moving Average');
  });
});
