import * as Comlink from 'comlink';
import { describe, expect, it } from 'vitest';
import { OWN_LINKS, type Reproduced, type StoredLink } from './corpus';
import type { VerifyService } from './verify.fixture.worker';

/** What stands in the corpus, made in Node: every engine and every number of workers has to find it again. */
const asStored = OWN_LINKS.map(({ name, payload }) => ({ name, state: 'identical', payload }));
const told = (found: readonly Reproduced[]) =>
  found.map(({ name, state, payload }) => ({ name, state, payload }));

/** Deals the links to workers like cards and gathers what they found in the order of the links. */
async function onWorkers(count: number): Promise<readonly Reproduced[]> {
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./verify.fixture.worker.ts', import.meta.url), { type: 'module' }),
  );
  const hands = workers.map((_, k) => OWN_LINKS.filter((_link, i) => i % count === k));
  const found = await Promise.all(
    workers.map((worker, k) =>
      Comlink.wrap<VerifyService>(worker).reproduce((hands[k] ?? []).toReversed() as StoredLink[]),
    ),
  );
  for (const worker of workers) worker.terminate();
  const byName = new Map(found.flat().map((one) => [one.name, one]));
  return OWN_LINKS.flatMap(({ name }) => byName.get(name) ?? []);
}

describe('stored links in the browser', () => {
  it.each([1, 2])(
    'are identical on %i workers, and made anew have the same bytes',
    { timeout: 240_000 },
    async (count) => {
      expect(told(await onWorkers(count))).toEqual(asStored);
    },
  );
});
