import { describe, expect, it } from 'vitest';
import type { DatasetManifest } from '../../core/dataset';
import { exampleData } from './example-data';

const dataset = (name: string, interval: string, instrument = name): DatasetManifest =>
  ({ id: name, name, interval, instrument: { name: instrument } }) as unknown as DatasetManifest;

const daily = dataset('S&P 500, daily', '1d');
const minutes = dataset('Synthetic intraday', '5m');
const [a, b] = [dataset('Pair, A', '1d', 'A'), dataset('Pair, B', '1d', 'B')];

describe('exampleData', () => {
  it('has nothing against any bars', () => {
    expect(exampleData('bars', [daily], daily, null)).toMatchObject({ isMissing: false, remedy: null });
    expect(exampleData('bars', [], null, null).sentence).toBe('Runs on any bars.');
  });

  it('wants bars within the day on screen: those that are here, or new ones', () => {
    expect(exampleData('intraday', [daily], daily, null)).toMatchObject({
      isMissing: true,
      remedy: { kind: 'make_intraday' },
    });
    expect(exampleData('intraday', [daily, minutes], daily, null).remedy).toEqual({
      kind: 'show',
      dataset: minutes,
    });
    expect(exampleData('intraday', [daily, minutes], minutes, null)).toMatchObject({
      isMissing: false,
      remedy: null,
    });
  });

  it('wants a pair under the names of the script', () => {
    expect(exampleData('pair', [daily, a], a, null)).toMatchObject({
      isMissing: true,
      remedy: { kind: 'make_pair' },
    });
    const set = { members: [a, b].map(({ id, instrument }) => ({ alias: instrument.name, dataset: id })) };
    expect(exampleData('pair', [daily, a, b], daily, null)).toMatchObject({
      isMissing: true,
      remedy: { kind: 'run_over', set },
    });
    expect(exampleData('pair', [daily, a, b], a, set)).toMatchObject({ isMissing: false, remedy: null });
    const others = {
      members: [
        { alias: 'X', dataset: a.id },
        { alias: 'Y', dataset: b.id },
      ],
    };
    expect(exampleData('pair', [a, b], a, others).isMissing).toBe(true);
  });
});
