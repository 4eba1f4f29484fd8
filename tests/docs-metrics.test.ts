import { expect, it } from 'vitest';
import { CATALOGUE, METRICS } from '../src/metrics/catalogue';
import { METRIC_GROUPS } from '../src/metrics/catalogue-entry';
import { BENCHMARK_FIGURES } from '../src/metrics/figures/benchmark-figures';
import type { FigureSpec } from '../src/metrics/figures/figure-spec';
import { GROUP_TITLES } from '../src/metrics/figures/group-titles';
import { GROWTH_FIGURES } from '../src/metrics/figures/growth-figures';
import { needWords } from '../src/metrics/figures/need';
import { PORTFOLIO_FIGURES } from '../src/metrics/figures/portfolio-figures';
import { RATIO_FIGURES } from '../src/metrics/figures/ratio-figures';
import { RISK_FIGURES } from '../src/metrics/figures/risk-figures';
import { TRADE_FIGURES } from '../src/metrics/figures/trade-figures';
import { TRADINGVIEW_FIGURES } from '../src/metrics/figures/trading-view-figures';

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

const ONCE = [GROWTH_FIGURES, RISK_FIGURES, RATIO_FIGURES, BENCHMARK_FIGURES, PORTFOLIO_FIGURES];
const BY_SIDE = [TRADE_FIGURES, TRADINGVIEW_FIGURES];
type Words = Omit<FigureSpec<never>, 'measure'>;

it('has each key of `metrics` once', () => {
  const keys = [...ONCE, ...BY_SIDE].flatMap((specs): readonly Words[] => specs).map(({ key }) => key);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  expect(METRICS.filter(({ key }) => !keys.includes(key))).toEqual([]);
});

/** The keys of one group of figures. */
function keySection(specs: readonly Words[]): string {
  const rows = specs.map(({ key, name, unit, formula, needs, higherIsBetter, wholeOnly, group }) => [
    `\`${key}\`${group === 'tradingview' && wholeOnly ? ' (all)' : ''}`,
    name,
    unit,
    formula,
    needWords(needs),
    higherIsBetter === null ? 'neither' : higherIsBetter ? 'higher' : 'lower',
  ]);
  const columns = ['Key', 'Name', 'Unit', 'Formula', 'Needs at least', 'Better when'];
  return `### ${GROUP_TITLES[specs[0]!.group]}\n\n${table(columns, rows)}\n`;
}

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
    return `### ${GROUP_TITLES[group]}\n\n${table(columns, rows)}\n`;
  });
  const text = `# Metrics

Each statistic is one pure function in a file of its own in \`src/metrics\`; its docstring has formula, source, units and
edge cases, and its test holds it to golden values (tests/golden/metadata.json has tools and versions). Fractions, not
percents; drawdowns and values at risk are positive, the profits of losing trades are below zero. Yearly figures take
the bars a year as a parameter. Where a sample is smaller than the column "Needs at least" says, or a divisor is zero,
the result is null: not enough data. Generated from
\`src/core/metric-info.ts\`, \`src/metrics/figures\` and \`src/metrics/catalogue.ts\` by \`tests/docs-metrics.test.ts\`.

## Headline figures

The figures of page, terminal and sweeps, and the keys of \`holding\` in \`backtab backtest --json\`; null where
undefined.

${headline}

## Keys of metrics

The figures of a report, and the keys of \`metrics\` in \`backtab backtest --json\`. A figure below its least sample
is null, whatever its formula gives; the report says why. Risk-free rate 0 and tails of 5 % unless the name says
otherwise. Figures against a benchmark compare with holding, or with \`--benchmark\`.

${ONCE.map(keySection).join('\n')}
Those of trades come three times: \`winRate\` of all trades, \`longWinRate\` and \`shortWinRate\`; so do those that
follow TradingView (all: of the whole account, null in the other two).

${BY_SIDE.map(keySection).join('\n')}
## Functions

${sections.join('\n')}`;
  await expect(text).toMatchFileSnapshot('../docs/metrics.md');
});
