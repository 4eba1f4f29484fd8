import { describe, expect, it } from 'vitest';
import type { Bars } from '../../core/bars';
import type { StudyResult } from '../state/studies.svelte';
import { chartStudies } from './chart-studies';
import { ownPane, paneOptions, settled } from './pane-choice';
import { studyOptions } from './source-choice';
import { CATALOGUE, study } from './studies.fixture';
import { callOf, type Study } from './study';

const barsOf = (rows: number): Bars => {
  const column = Float64Array.from({ length: rows }, (_, i) => i);
  return { time: column, open: column, high: column, low: column, close: column, volume: column, extra: {} };
};
const bars = barsOf(50);
const NAN = new Float64Array(50).fill(NaN);

function resultOf(one: Study, columns: number, over: Partial<StudyResult> = {}): StudyResult {
  return {
    indicator: one.indicator,
    key: JSON.stringify(callOf(one, [one], CATALOGUE)),
    bars,
    answer: { columns: Array.from({ length: columns }, () => NAN), needed: 15 },
    failure: null,
    ...over,
  };
}

function drawn(one: Study, result: StudyResult | null, on = bars, busy = false) {
  const results = new Map(result ? [[one.id, result]] : []);
  return chartStudies({ studies: [one], catalogue: CATALOGUE, results, busy, catalogueFailure: null }, on)[0];
}

describe('studies as the chart draws them', () => {
  it('draw each output in its style, edges of a band marked', () => {
    const bands = study('s1', 'bbands', { looks: { middle: { colour: 4, dash: 2 } } });
    const series = drawn(bands, resultOf(bands, 3))?.series;
    expect(series?.map(({ name, style, edge }) => [name, style, edge])).toEqual([
      ['upper', 'line', 'upper'],
      ['middle', 'line', null],
      ['lower', 'line', 'lower'],
    ]);
    expect(series?.[1]).toMatchObject({ colour: 4, dash: [2, 3] });
  });

  it('draw a pattern as marks over the prices and as a histogram in its own pane', () => {
    const over = study('s1', 'cdlengulfing', { pane: 'price' });
    const apart = { ...over, pane: 's1' };
    expect(drawn(over, resultOf(over, 1))?.series[0]?.style).toBe('marks');
    expect(drawn(apart, resultOf(apart, 1))?.series[0]?.style).toBe('histogram');
  });

  it('say that there are too few bars', () => {
    const rsi = study('s1', 'rsi');
    const answer = { columns: [NAN], needed: 201 };
    expect(drawn(rsi, resultOf(rsi, 1, { answer }))).toMatchObject({
      note: 'no value: 201 bars are needed, there are 50',
      failed: true,
    });
  });

  it('say why they failed', () => {
    const rsi = study('s1', 'rsi');
    const failure = { code: 'worker_lost', message: 'The worker stopped.', remedy: 'Run once more.' };
    expect(drawn(rsi, resultOf(rsi, 0, { answer: null, failure }))).toMatchObject({
      series: [],
      note: 'The worker stopped.',
      failed: true,
    });
  });

  it('keep the last values while newer ones are computed, and say so once that takes long', () => {
    const rsi = study('s1', 'rsi');
    const before = resultOf(rsi, 1, { key: 'other' });
    expect(drawn(rsi, before)).toMatchObject({ series: [{ values: NAN }], note: '' });
    expect(drawn(rsi, before, bars, true)).toMatchObject({ series: [{ values: NAN }], note: 'updating' });
  });

  it('keep values of the same bars that have grown, and none of other bars', () => {
    const rsi = study('s1', 'rsi');
    const longer = drawn(rsi, resultOf(rsi, 1), barsOf(53))?.series[0]?.values;
    expect(longer).toHaveLength(53);
    const others = barsOf(60);
    others.time[0] = -5;
    expect(drawn(rsi, resultOf(rsi, 1), others)?.series).toEqual([]);
  });

  it('say that the catalogue could not be read, and nothing while it is on its way', () => {
    const scene = { studies: [study('s1', 'rsi')], catalogue: new Map(), results: new Map(), busy: false };
    const catalogueFailure = {
      code: 'worker_lost',
      message: 'The worker stopped.',
      remedy: 'Run once more.',
    };
    const note = (failure: typeof catalogueFailure | null) =>
      chartStudies({ ...scene, catalogueFailure: failure }, bars)[0];
    expect(note(catalogueFailure)).toMatchObject({ note: 'The worker stopped.', failed: true });
    expect(note(null)).toMatchObject({ title: 'rsi', note: '', failed: false });
  });

  it('draw nothing of what stood in their place before', () => {
    const macd = study('s1', 'macd');
    const before = resultOf(study('s1', 'rsi'), 1);
    expect(drawn(macd, before)?.series).toEqual([]);
  });

  it('name what this version does not know', () => {
    const one = { ...study('s1', 'rsi'), indicator: 'unheard' };
    expect(drawn(one, null)).toMatchObject({ note: 'not in this version', failed: true });
  });
});

describe('choices of a study', () => {
  const rsi = study('s1', 'rsi');
  const ofRsi = study('s2', 'sma', { sources: { real: { study: 's1', output: 'value' } }, pane: 's1' });
  const macd = study('s3', 'macd');
  const all = [rsi, ofRsi, macd];

  it('offer each pane, the prices only on their scale', () => {
    expect(paneOptions(macd, all, CATALOGUE)).toEqual([
      { pane: 'price', label: 'Over the prices', reason: 'its values have another scale' },
      { pane: 's3', label: 'In a pane of its own', reason: null },
      { pane: 's1', label: 'With RSI 14 and SMA 30 of RSI 14', reason: null },
    ]);
    expect(ownPane(ofRsi, all)).toBe('s2');
    expect(ownPane(rsi, all)).toBe('s1-2');
  });

  it('offer outputs of other studies, never of those that stand on this one', () => {
    expect(studyOptions(rsi, all, CATALOGUE).map(({ label }) => label)).toEqual([
      'MACD 12, 26, 9, macd',
      'MACD 12, 26, 9, signal',
      'MACD 12, 26, 9, histogram',
    ]);
  });

  it('leave the prices when a source takes them off that scale', () => {
    const ofVolume = study('s4', 'sma', { sources: { real: 'volume' }, pane: 'price' });
    expect(settled([ofVolume], CATALOGUE)[0]?.pane).toBe('s4');
    expect(settled([study('s5', 'sma')], CATALOGUE)[0]?.pane).toBe('price');
  });
});
