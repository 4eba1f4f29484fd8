import { describe, expect, it } from 'vitest';
import type { Bars } from '../core/bars';
import type { DatasetManifest } from '../core/dataset';
import { fingerprint } from '../core/fingerprint';
import type { DatasetId } from '../core/nominal';
import { portfolioHash } from '../core/portfolio-hash';
import type { RunSet } from '../core/run-set';
import { runPortfolio } from '../research/portfolio';
import { compileOrThrow } from '../script/plan-or-throw';
import { HeldDatasets } from './held-data';
import type { BacktestRequest } from './protocol';
import { exactRun, runAnswer, shownInstrument } from './run-answer';

const DAY = 86_400_000;
const ROWS = 80;
const SOURCE = `strategy('P', { fee: percent(0.1) })
const length = param('length', 3, { min: 2, max: 9 })
const line = sma(close, length)
if (crossover(close, line)) buy({ size: percentOfEquity(40) })
if (crossunder(close, line)) exit()
plot(line)`;

function barsOf(period: number, level: number, everyNth: number): Bars {
  const days = Array.from({ length: ROWS }, (_, i) => i).filter((i) => i % everyNth !== 1);
  const close = Float64Array.from(days, (i) => level * (1 + 0.1 * Math.abs(((i / period) % 2) - 1)));
  return {
    time: Float64Array.from(days, (day) => Date.UTC(2020, 0, 1) + day * DAY),
    open: close,
    high: close,
    low: close,
    close,
    volume: close.map(() => 1000),
    extra: {},
  };
}

function manifestOf(id: string, bars: Bars): DatasetManifest {
  return {
    id: id as DatasetId,
    name: `file ${id}`,
    instrument: { name: id, currency: 'USD', zone: 'UTC', barsPerYear: 252 },
    interval: '1d',
    rows: bars.time.length,
    sha256: fingerprint(bars),
    source: { kind: 'file', name: id, license: null, bytes: 1 },
    report: { notes: [] },
  } as unknown as DatasetManifest;
}

const [a, b, fx] = [barsOf(5, 100, 1000), barsOf(7, 40, 6), barsOf(9, 1.1, 1000)];
const held = new HeldDatasets(0);
held.hold(
  [
    { manifest: manifestOf('a', a), bars: a },
    { manifest: manifestOf('b', b), bars: b },
    { manifest: manifestOf('fx', fx), bars: fx },
  ],
  ['a', 'b', 'fx'],
);

const id = (text: string): DatasetId => text as DatasetId;
const SET: RunSet = {
  members: [
    { alias: 'SECOND', dataset: id('a') },
    { alias: 'FIRST', dataset: id('b'), currency: 'EUR', contract: { tickSize: 0.5, multiplier: 2 } },
  ],
  currency: 'USD',
  rates: { EUR: id('fx') },
};
const plan = compileOrThrow(SOURCE);
const request = (datasets: RunSet): BacktestRequest => ({
  source: SOURCE,
  parameters: { length: 4 },
  dataset: id('a'),
  datasets,
  tries: 1,
});

describe('a run over several datasets', () => {
  const run = exactRun(plan, request(SET), held);

  it('is the run of the engine on the same instruments, to the bit', () => {
    const instrument = (name: string, currency: string) => ({
      name,
      currency,
      zone: 'UTC',
      barsPerYear: 252,
    });
    const { result, dataHash } = runPortfolio({
      plan,
      parameters: { length: 4 },
      members: [
        { name: 'SECOND', bars: a, dataHash: fingerprint(a), instrument: instrument('SECOND', 'USD') },
        {
          name: 'FIRST',
          bars: b,
          dataHash: fingerprint(b),
          instrument: instrument('FIRST', 'EUR'),
          contract: { tickSize: 0.5, multiplier: 2 },
        },
      ],
      currency: 'USD',
      rates: { EUR: fx },
      tries: 1,
    });
    expect(run.answer.outcome.result.hash).toBe(result.hash);
    expect(run.answer.dataSha256).toBe(dataHash);
    expect(result.trades.length).toBeGreaterThan(5);
  });

  it('has the data hash that a page works out beforehand', () => {
    const members = [
      { name: 'SECOND', dataHash: fingerprint(a), currency: 'USD' },
      { name: 'FIRST', dataHash: fingerprint(b), currency: 'EUR' },
    ];
    expect(run.answer.dataSha256).toBe(portfolioHash(members, { EUR: fingerprint(fx) }));
  });

  it('names its instruments in the order of market, and carries no bars', () => {
    const { portfolio, outcome } = run.answer;
    expect(portfolio?.instruments.map(({ alias, dataset }) => [alias, dataset])).toEqual([
      ['FIRST', 'b'],
      ['SECOND', 'a'],
    ]);
    expect(portfolio?.currency).toBe('USD');
    expect(outcome).not.toHaveProperty('markets');
    for (const trade of outcome.result.trades) {
      const bars = [b, a][trade.market];
      expect(bars?.time[trade.entryBar]).toBe(trade.entryTime);
    }
  });

  it('is shown on the bars of each instrument with the lines of the script there', () => {
    const shown = shownInstrument(run, 'FIRST');
    expect(shown?.alias).toBe('FIRST');
    expect([shown?.equity.length, shown?.plots[0]?.values.length]).toEqual([b.time.length, b.time.length]);
    const { time, equity } = run.answer.outcome.result.series;
    expect(shown?.equity.at(-1)).toBe(equity[time.indexOf(b.time.at(-1) ?? NaN)]);
    expect(shownInstrument(run, 'NONE')?.alias).toBe('SECOND');
  });
});

it('a run on one dataset is not shown instrument by instrument', () => {
  const { datasets: _, ...alone } = request(SET);
  const run = exactRun(plan, alone, held);
  expect(run.answer.portfolio).toBeUndefined();
  expect(shownInstrument(run, 'SECOND')).toBeNull();
});

it.each<readonly [string, RunSet]>([
  ['dataset_missing', { members: [...SET.members, { alias: 'C', dataset: id('gone') }] }],
  ['rate_missing', { ...SET, rates: {} }],
  ['request_invalid', { members: [SET.members[0]!, { alias: 'SECOND', dataset: id('b') }] }],
])('says %s', (code, set) => {
  expect(() => runAnswer(plan, request(set), held)).toThrow(expect.objectContaining({ code }));
});
