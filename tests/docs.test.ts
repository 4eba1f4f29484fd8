import { expect, it } from 'vitest';
import type { Entry } from '../src/core/errors/entry';
import { ERROR_CATALOGUE } from '../src/core/errors';

/** Stands for any parameter: its name in text, a number where a message calculates. */
const named = new Proxy<Record<string, unknown>>(
  {},
  {
    get: (_, name) => ({
      toString: () => `{${String(name)}}`,
      valueOf: () => 20_000,
      replace: () => `{${String(name)}}`,
    }),
  },
);

const entries = Object.entries(ERROR_CATALOGUE as Readonly<Record<string, Entry<never>>>);

/** One section for each code. `npx vitest run --project unit tests/docs.test.ts -u` writes the page anew. */
it('documents every error', async () => {
  const sections = entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, { message, remedy }]) =>
        `## ${code}\n\n${message(named as never)}\n\n*What mends it:* ${remedy(named as never)}\n`,
    );
  const head =
    '# Errors\n\nEvery failure has a stable code, a sentence and a remedy. Words in braces stand for the values at hand,\n20 kB and 20 s for a size and a time. Generated from `src/core/errors` by `tests/docs.test.ts`.\n';
  await expect([head, ...sections].join('\n')).toMatchFileSnapshot('../docs/errors.md');
});

it.each(entries)('%s says what and how to mend it', (_, { message, remedy }) => {
  expect(String(message(named as never))).toMatch(/^(\{reason\}|[A-Z'{].{10,}[.}])$/);
  expect(String(remedy(named as never))).toMatch(/^(\{fix\}|[A-Z].{10,}[.t])$/);
});
