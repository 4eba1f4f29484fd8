import { describe, expect, it } from 'vitest';
import type { DatasetManifest } from '../../core/dataset';
import type { SharedData } from '../../core/share';
import { runSetOf } from './shared-set';

const here = ['aa', 'bb', 'rr'].map(
  (sha256) => ({ id: `id-${sha256}`, sha256 }) as unknown as DatasetManifest,
);
const set = (alias: string | null, sha256: string) => ({
  alias,
  sha256,
  name: 'Prices',
  currency: 'USD',
  contract: {},
});
const shared = (sets: readonly object[], rates: readonly object[] = []): SharedData =>
  ({ sha256: '', sets, currency: 'USD', rates }) as unknown as SharedData;

describe('runSetOf', () => {
  it('names the datasets of this device, and rates by number or dataset', () => {
    const data = shared(
      [set('A', 'aa'), set('B', 'bb')],
      [
        { currency: 'EUR', rate: 1.1 },
        { currency: 'GBP', rate: { sha256: 'rr' } },
      ],
    );
    expect(runSetOf(data, here)).toEqual({
      members: [
        { alias: 'A', dataset: 'id-aa', contract: {}, currency: 'USD' },
        { alias: 'B', dataset: 'id-bb', contract: {}, currency: 'USD' },
      ],
      rates: { EUR: 1.1, GBP: 'id-rr' },
      currency: 'USD',
    });
  });

  it('gives aliases that scripts can name where a file name was one', () => {
    const members = runSetOf(shared([set('one-day', 'aa'), set('one day', 'bb')]), here)?.members;
    expect(members?.map(({ alias }) => alias)).toEqual(['one_day', 'one_day_2']);
  });

  it.each([
    ['one dataset', shared([set(null, 'aa')])],
    ['data that are not here', shared([set('A', 'aa'), set('B', 'cc')])],
    [
      'a rate that is not here',
      shared([set('A', 'aa'), set('B', 'bb')], [{ currency: 'EUR', rate: { sha256: 'cc' } }]),
    ],
  ])('is null for %s', (_, data) => {
    expect(runSetOf(data, here)).toBeNull();
  });
});
