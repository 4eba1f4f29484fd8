import { expect, it } from 'vitest';
import type { Entry } from '../src/core/errors/entry';
import { ERROR_CATALOGUE } from '../src/core/errors';
import { INDICATORS } from '../src/indicators/catalogue';
import { dependsOnConvention } from '../src/indicators/convention';
import type { Indicator } from '../src/indicators/indicator';
import { talibName } from '../src/indicators/talib-name';
import metadata from './golden/metadata.json';

const golden: Readonly<Record<string, { readonly tool: string } | undefined>> = metadata;

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

/** What an indicator's values are held to: the tool of its golden file. */
function goldenOf({ name }: Indicator): string {
  const entry = golden[`talib/${name}.json`] ?? golden[`beyond/${name}.json`];
  const [tool = ''] = entry?.tool.split(/[;,:(]| on /) ?? [];
  return tool;
}

it.each(INDICATORS)('$name is held to golden values', (indicator) => {
  expect(goldenOf(indicator)).not.toBe('');
});

/** One row for each indicator, by group. */
it('documents every indicator', async () => {
  const groups = [...new Set(INDICATORS.map(({ group }) => group))].map((group) => {
    const rows = INDICATORS.filter((indicator) => indicator.group === group).map((indicator) => {
      const { name, title, summary, inputs, params, outputs, lookback } = indicator;
      const cells = [
        `\`${name}\``,
        `${title}. ${summary}`,
        inputs.map((input) => input.name).join(', '),
        params.map((p) => `${p.name} ${p.default}`).join(', ') || 'none',
        outputs.map((output) => output.name).join(', '),
        lookback(params.map((p) => p.default)),
        'f64',
        'yes',
        indicator.graph ? 'SIMD' : 'twin',
        goldenOf(indicator),
        dependsOnConvention(indicator) ? 'talib, tradingview' : 'one',
      ];
      return `| ${cells.join(' | ')} |`;
    });
    const columns =
      'Name,What it is,Inputs,Parameters,Outputs,Warm-up,Twin,Streaming,WASM,Golden values,Conventions';
    const head = `| ${columns.split(',').join(' | ')} |\n|${columns.replaceAll(/[^,]+/g, '---').split(',').join('|')}|`;
    return `## ${group.replaceAll('_', ' ')}\n\n${head}\n${rows.join('\n')}\n`;
  });
  const ofTalib = INDICATORS.filter((indicator) => talibName(indicator) !== null).length;
  const composed = INDICATORS.filter(({ graph }) => graph).length;
  const text = `# Indicators

${INDICATORS.length} indicators, ${ofTalib} of them TA-Lib's. Each is one streaming definition in f64, the twin; its batch form is the
loop over it. ${composed} have a fast batch form, too: a graph of a few SIMD primitives in WASM that agrees with the twin
within 1e-12 of the largest value, gives the same bits whatever follows a row, and leaves everything from the first
NaN, infinity or number of 1e100 on to the twin (tests/conformance).

With some parameters the twin computes all rows: sums of more than 200 weights (\`sinwma\`, \`alma\`), mean deviations of more
than 1,024 rows (\`avgdev\`, \`cci\`) and profiles of more than 1,000 (\`volume_profile\`), because the kernels go through each
window while the twin's trees and recursions do not; \`mavp\` with more than 128 different averages, or means over more than
1,000 rows, where the twin's tree of sums is more exact; \`vfi\` without an average, whose NaN have to leave the windows.

TA-Lib's functions are held to TA-Lib 0.7.1 by \`src/indicators/talib.test.ts\`: whole numbers are equal, most reals
agree within 1e-12 of the largest, and the functions that do not are listed there with their tolerance. Where TA-Lib
keeps a variance by running sums (stddev, var, correl, bbands) its rounding grows with the data and ours stays with the
exact value; on prices that never move, the Hilbert functions differ by what is left of rounding. All others are held to
what the column "Golden values" names; tests/golden/metadata.json has versions and scripts.

Warm-up is the rows of NaN with the parameters shown. Where TradingView's convention differs, \`convention: 'tradingview'\`
chooses it; \`talib\` is the default. Generated from \`src/indicators/catalogue.ts\` by \`tests/docs.test.ts\`.

${groups.join('\n')}`;
  await expect(text).toMatchFileSnapshot('../docs/indicators.md');
});
