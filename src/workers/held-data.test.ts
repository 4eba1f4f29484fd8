import { expect, it } from 'vitest';
import type { RunData } from './protocol';
import { HeldDatasets } from './held-data';

const data = (id: string, sha256 = `${id} bars`): RunData =>
  ({
    manifest: { id, sha256, interval: '1d', instrument: { zone: 'UTC' } },
    bars: { time: new Float64Array(2), extra: {} },
  }) as unknown as RunData;

const keys = (...all: readonly RunData[]) => all.map(({ manifest }) => manifest);

it('asks for what it does not hold as it is now', () => {
  const held = new HeldDatasets(1);
  held.hold([data('a'), data('b')], ['a', 'b']);
  expect(held.missing(keys(data('a'), data('c'), data('b', 'grown')))).toEqual([1, 2]);
});

it('keeps all that the next run reads, and of the others the newest', () => {
  const held = new HeldDatasets(1);
  held.hold([data('a'), data('b'), data('c')], ['a', 'b', 'c']);
  held.hold([data('d')], ['c', 'd']);
  expect(['a', 'b', 'c', 'd'].map((id) => held.find(id) !== undefined)).toEqual([true, false, true, true]);
  held.hold([data('e')], ['e']);
  expect(['a', 'c', 'd', 'e'].filter((id) => held.find(id))).toHaveLength(2);
});

it('finds a dataset by its fingerprint, and says which one is not there', () => {
  const held = new HeldDatasets(0);
  held.hold([data('a')], ['a']);
  expect(held.withHash('a bars')).toBe(held.of('a'));
  expect(() => held.of('b')).toThrow(expect.objectContaining({ code: 'dataset_missing' }));
});
