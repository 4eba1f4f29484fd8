import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sp500Bars } from '../../tests/support/sp500';
import { sliceBars, type Bars } from '../core/bars';
import { fingerprint } from '../core/fingerprint';
import { compile } from '../script/compile';
import { runBacktest } from './backtest';
import type { BacktestOutcome } from './outcome';
import { reportHtml } from './report-html';
import type { ReportInput } from './report-html/report-input';
import { reportOf } from './report-html/report-of';
import { tearsheet } from './tearsheet';

const script = readFileSync(new URL('../../docs/examples/golden-cross.bt.js', import.meta.url), 'utf8');

const instrument = { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 };

function outcomeOf(bars: Bars, source = script): BacktestOutcome {
  const plan = compile(source).plan!;
  return runBacktest({ plan, parameters: {}, bars, dataHash: fingerprint(bars), instrument, tries: 1 });
}

function inputOf(bars: Bars, source = script): ReportInput {
  const outcome = outcomeOf(bars, source);
  const benchmark = { name: 'Holding S&P 500', equity: outcome.holding.equity };
  const sheet = tearsheet({ run: outcome.result, bars, instrument, benchmark });
  return reportOf(outcome, sheet, {
    strategy: compile(source).name,
    data: 'S&P 500, daily',
    dataHash: fingerprint(bars),
    parameters: { fast: 20, slow: 100 },
    synthetic: false,
    warnings: ['A doubt.'],
  });
}

const ELEMENT = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^>"])*?)(\/?)>/gi;

const outcome = outcomeOf(sp500Bars());
const input = inputOf(sp500Bars());
const page = reportHtml(input);

describe('the report as one file', () => {
  it('asks for nothing from anywhere and runs nothing', () => {
    expect(page).not.toMatch(/<script|<iframe|<object|<embed|<link|<img|@import|url\(/i);
    expect(page).not.toMatch(/\son\w+=|\sstyle=|\ssrc=|\shref=|javascript:/i);
    expect(page).not.toMatch(/https?:/);
  });

  it('admits its own style sheet by its hash and no other', () => {
    const [, style] = /<style>([^]*?)<\/style>/.exec(page)!;
    const hash = createHash('sha256').update(style!).digest('base64');
    expect(page.replaceAll('&#39;', "'")).toContain(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page.match(/<style/g)).toHaveLength(1);
  });

  it('has both themes and a sheet for paper', () => {
    expect(page).toContain('@media (prefers-color-scheme: dark)');
    expect(page).toContain('@media print');
  });

  it('is the same text for the same input', () => {
    expect(reportHtml(inputOf(sp500Bars()))).toBe(page);
  });

  it('says what page and terminal say', () => {
    expect(page).toContain(input.verdict.words);
    expect(page).toContain(input.resultHash);
    for (const { claim } of input.verdict.evidence) expect(page).toContain(claim);
    expect(page).toContain('29 trades, one by one');
    expect(page).toContain('Not enough data: 29 trades, 30 needed.');
  });

  it('opens and closes its elements in order', () => {
    const open: string[] = [];
    const wrong: string[] = [];
    for (const [, close, name = '', , alone] of page.matchAll(ELEMENT)) {
      if (alone === '/' || name === 'meta') continue;
      if (close === '') open.push(name);
      else if (open.pop() !== name) wrong.push(name);
    }
    expect([open, wrong]).toEqual([[], []]);
  });
});

it('escapes every text that comes from a user', () => {
  const hostile = `"><img src=x onerror=alert(1)>'\u202e&\u0000`;
  const trades = input.trades.map((trade) => ({ ...trade, exitReason: hostile, tag: hostile }));
  const { sheet } = input;
  const bad = reportHtml({
    ...input,
    strategy: hostile,
    data: hostile,
    parameters: hostile,
    warnings: [hostile],
    trades,
    sheet: {
      ...sheet,
      facts: { ...sheet.facts, benchmark: hostile, instrument: hostile },
      attribution: {
        ...sheet.attribution,
        byTag: [
          { key: hostile, trades: 1, pnl: 1, return: null },
          { key: '', trades: 1, pnl: 1, return: null },
        ],
      },
    },
    verdict: {
      ...input.verdict,
      words: hostile,
      evidence: [{ level: 'info', claim: hostile, detail: hostile, method: hostile }],
    },
  });
  for (const text of ['<img', '\u202e', '\u0000']) expect(bad).not.toContain(text);
  expect(bad).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;\ufffd&amp;\ufffd');
});

it('says the settings that everyone asks for, and those that were changed', () => {
  const names = input.assumptions.map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(['Starting cash', 'Market orders fill', 'Stop and target in one bar']);
  const changed = reportOf(
    {
      ...outcome,
      result: {
        ...outcome.result,
        settings: { ...outcome.result.settings, latencyBars: 2, intrabar: 'path', shorting: 'refuse' },
      },
    },
    input.sheet,
    { ...input, parameters: {} },
  );
  expect(changed.assumptions.slice(names.length)).toEqual([
    { name: 'Latency bars', value: '2 bars' },
    { name: 'Shorting', value: 'refuse' },
  ]);
  expect(changed.assumptions).toContainEqual({
    name: 'Stop and target in one bar',
    value: 'open, nearer extreme, other extreme, close',
  });
});

it('marks synthetic data', () => {
  expect(reportHtml({ ...input, synthetic: true })).toContain('Synthetic data');
  expect(page).not.toContain('Synthetic data');
});

it.each([
  ['two bars', sliceBars(sp500Bars(), 0, 2), script],
  ['no trade', sliceBars(sp500Bars(), 0, 40), script],
  [
    'a position that is still open',
    sliceBars(sp500Bars(), 0, 900),
    "strategy('Hold', { capital: 100_000 })\nif (position.size == 0) buy({ size: percentOfEquity(50) })\n",
  ],
])('is written for a run of %s', (_, bars, source) => {
  const text = reportHtml(inputOf(bars, source));
  expect(text).toContain('</html>');
  expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
});
