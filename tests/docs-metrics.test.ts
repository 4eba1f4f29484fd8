import { expect, it } from 'vitest';
import { CATALOGUE, METRICS } from '../src/metrics/catalogue';
import { METRIC_GROUPS } from '../src/metrics/catalogue-entry';

const modules = import.meta.glob<Readonly<Record<string, unknown>>>(
  ['/src/metrics/*.ts', '!/src/metrics/*.test.ts'],
  { eager: true },
);
const fileOf = (key: string): string =>
  `/src/metrics/${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;

const exportedBy = (path: string): readonly string[] => Object.keys(modules[path] ?? {});

/** Whether the function stands in the file of its name, or beside its kin in another. */
const isFunctionOf = (key: string): boolean =>
  exportedBy(fileOf(key)).includes(key) ||
  Object.keys(modules).some((path) => exportedBy(path).includes(key));

it.each(CATALOGUE)('$key names a function of src/metrics and says all about it', (entry) => {
  expect(isFunctionOf(entry.key)).toBe(true);
  for (const text of [entry.title, entry.unit, entry.formula, entry.minimum]) expect(text).toMatch(/\S/);
  expect(METRIC_GROUPS).toContain(entry.group);
});

it('lists nothing twice', () => {
  const keys = CATALOGUE.map(({ key }) => key);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, columns.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

/** `npx vitest run --project unit tests/docs-metrics.test.ts -u` writes the page anew. */
it('documents every metric', async () => {
  const headline = table(
    ['Key', 'Title', 'Unit', 'Formula', 'Better when'],
    METRICS.map(({ key, name, technicalName, unit, formula, higherIsBetter }) => [
      `\`${key}\``,
      name === technicalName ? name : `${name} (${technicalName})`,
      unit,
      formula,
      higherIsBetter ? 'higher' : 'lower',
    ]),
  );
  const groups = METRIC_GROUPS.map((group) => ({
    group,
    entries: CATALOGUE.filter((entry) => entry.group === group),
  })).filter(({ entries }) => entries.length > 0);
  const sections = groups.map(({ group, entries }) => {
    const rows = entries.map(({ key, title, unit, formula, reference, minimum }) => [
      `\`${key}\``,
      title,
      unit,
      formula,
      reference ?? 'arithmetic',
      minimum,
    ]);
    const columns = ['Function', 'Title', 'Unit', 'Formula', 'Reference', 'Needs at least'];
    return `## ${TITLES[group]}\n\n${table(columns, rows)}\n`;
  });
  const text = `# Metrics

Each statistic is one pure function in a file of its own in \`src/metrics\`; its docstring has formula, source, units and
edge cases, and its test holds it to golden values (tests/golden/metadata.json has tools and versions). Fractions, not
percents; drawdowns and values at risk are positive, the profits of losing trades are below zero. Yearly figures take
the bars a year as a parameter. Where a sample is smaller than the column "Needs at least" says, or a divisor is zero,
the result is null: not enough data. Generated from
\`src/core/metric-info.ts\` and \`src/metrics/catalogue.ts\` by \`tests/docs-metrics.test.ts\`.

## Headline figures

The keys of \`metrics\` and \`holding\` in \`backtab backtest --json\`; null where undefined.

${headline}

${sections.join('\n')}`;
  await expect(text).toMatchFileSnapshot('../docs/metrics.md');
});

const TITLES: Readonly<Record<(typeof METRIC_GROUPS)[number], string>> = {
  growth: 'Returns and growth',
  risk: 'Risk',
  ratios: 'Ratios',
  trades: 'Trades',
  benchmark: 'Against a benchmark',
  portfolio: 'Portfolio',
  confidence: 'How sure the figures are',
  tradingview: 'By the conventions of TradingView',
};
