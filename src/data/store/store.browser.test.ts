import { afterEach, expect, it } from 'vitest';
import { sliceBars } from '../../core/bars';
import { fingerprint } from '../../core/fingerprint';
import { openStore } from './open-store';
import { DRAFT, makeBars } from './testing/sample-data';

const NAME = 'backtab-store-test';
const bars = makeBars(150_000);

afterEach(() => indexedDB.deleteDatabase(NAME));

it('keeps datasets in the real database, over a reopening', async () => {
  const first = await openStore({ name: NAME });
  expect([first.kind, first.fallback]).toEqual(['indexeddb', null]);
  const { id, sha256, chunks } = await first.datasets.put(DRAFT, bars);
  expect(chunks.map(({ rows }) => rows)).toEqual([65_536, 65_536, 18_928]);
  first.close();
  const second = await openStore({ name: NAME });
  expect(fingerprint(await second.datasets.read(id))).toBe(sha256);
  expect((await second.usage()).usedBytes).toBeGreaterThan(0);
  second.close();
});

it('lets two connections append at once under the Web Lock, and hear each other', async () => {
  const [here, there] = [await openStore({ name: NAME }), await openStore({ name: NAME })];
  const { id } = await here.datasets.put(DRAFT, sliceBars(bars, 0, 10));
  const heard = new Promise((resolve) => there.subscribe(resolve));
  await Promise.all([
    here.datasets.append(id, sliceBars(bars, 10, 20)),
    there.datasets.append(id, sliceBars(bars, 20, 30)),
  ]);
  expect(fingerprint(await here.datasets.read(id))).toBe(fingerprint(sliceBars(bars, 0, 30)));
  expect(await heard).toEqual({ table: 'datasets', id });
  expect(await here.datasets.sweepOrphans()).toEqual({ chunks: 0, datasets: 0 });
  here.close();
  there.close();
});
