import { expect, it } from 'vitest';
import type { Entry } from '../src/core/errors/entry';
import { ERROR_CATALOGUE } from '../src/core/errors';
import { INDICATORS } from '../src/indicators/catalogue';

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

/** One row for each indicator, by group. */
it('documents every indicator', async () => {
  const groups = [...new Set(INDICATORS.map(({ group }) => group))].map((group) => {
    const rows = INDICATORS.filter((indicator) => indicator.group === group).map((indicator) => {
      const { name, title, summary, inputs, params, outputs, lookback } = indicator;
      const settings = params.map((p) => `${p.name} ${p.default}`).join(', ') || 'none';
      const warmUp = lookback(params.map((p) => p.default));
      const kernel = indicator.graph ? 'yes' : 'no';
      const cells = [
        `\`${name}\``,
        `${title}. ${summary}`,
        inputs.map((input) => input.name).join(', '),
        settings,
        outputs.map((output) => output.name).join(', '),
        warmUp,
        kernel,
      ];
      return `| ${cells.join(' | ')} |`;
    });
    const head =
      '| Name | What it is | Inputs | Parameters | Outputs | Warm-up | WASM kernel |\n|---|---|---|---|---|---|---|';
    return `## ${group.replaceAll('_', ' ')}\n\n${head}\n${rows.join('\n')}\n`;
  });
  const text = `# Indicators\n\nEvery indicator is one streaming definition in f64; its batch form is the loop over it. Values are held to\nTA-Lib 0.7.1 by \`src/indicators/talib.test.ts\`: whole numbers are equal, most reals agree within 1e-12 of the\nlargest, and the functions that do not are listed there with their tolerance. Where TA-Lib keeps a variance by\nrunning sums (stddev, var, correl, bbands) its rounding grows with the data and ours stays with the exact value; on\nprices that never move, the Hilbert functions differ by what is left of rounding. Warm-up is the rows of NaN with the\nparameters shown. Generated from \`src/indicators/catalogue.ts\` by \`tests/docs.test.ts\`.\n\n${groups.join('\n')}`;
  await expect(text).toMatchFileSnapshot('../docs/indicators.md');
});
