import { describe, expect, it } from 'vitest';
import { sp500Bars } from '../../tests/support/sp500';
import type { Bars } from '../core/bars';
import type { Instrument } from '../core/dataset';
import { fingerprint } from '../core/fingerprint';
import { syntheticBars } from '../data/sample/synthetic';
import { syntheticPair } from '../data/sample/synthetic-pair';
import { runBacktest } from '../research/backtest';
import type { BacktestOutcome } from '../research/outcome';
import { runPortfolio } from '../research/portfolio';
import { compile } from '../script/compile';
import { referencesOf } from '../script/evaluate';
import { explain } from '../script/explain';
import type { Plan } from '../script/plan';
import { BUILT_IN } from './built-in';
import { STRATEGY_KINDS, type StrategyNeeds } from './built-in-strategy';

const sp500 = sp500Bars();
const intraday = syntheticBars({ seed: 20_260_101, days: 120 });
const pair = syntheticPair({ seed: 20_260_101 });

const instrument = (barsPerYear: number): Instrument => ({
  name: 'Test',
  currency: 'USD',
  zone: 'America/New_York',
  barsPerYear,
});

const alone = (plan: Plan, bars: Bars, barsPerYear: number): BacktestOutcome =>
  runBacktest({
    plan,
    parameters: {},
    bars,
    dataHash: fingerprint(bars),
    instrument: instrument(barsPerYear),
    tries: 1,
  });

const member = (name: string, bars: Bars) => ({
  name,
  bars,
  dataHash: fingerprint(bars),
  instrument: instrument(252),
});

const RUNS: Readonly<Record<StrategyNeeds, (plan: Plan) => BacktestOutcome>> = {
  bars: (plan) => alone(plan, sp500, 252),
  intraday: (plan) => alone(plan, intraday, 252 * 78),
  pair: (plan) =>
    runPortfolio({ plan, parameters: {}, members: [member('A', pair.a), member('B', pair.b)], tries: 1 }),
};

const planOf = (source: string): Plan => compile(source).plan!;

describe('the gallery', () => {
  it('has an example of each kind', () => {
    expect(new Set(BUILT_IN.map(({ kind }) => kind))).toEqual(new Set(STRATEGY_KINDS));
  });

  it.each(BUILT_IN)('$id says what it needs', ({ source, needs }) => {
    expect(referencesOf(planOf(source))).toEqual(needs === 'pair' ? ['B'] : []);
    expect(source.includes('inSession(')).toBe(needs === 'intraday');
  });

  it.each(BUILT_IN)('$id says in a sentence what it does and when it fails', ({ summary, fails, source }) => {
    for (const sentence of [summary, fails]) expect(sentence).toMatch(/^[A-Z][^.!]{20,}\.$/);
    const [comment = ''] = source.split("strategy('");
    expect(comment === '' || /\bfails\b/.test(comment)).toBe(true);
  });

  it.each(BUILT_IN)('$id trades on its data and leaves no condition without use', ({ source, needs }) => {
    const plan = planOf(source);
    const { result, doubts } = RUNS[needs](plan);
    expect(result.trades.length).toBeGreaterThanOrEqual(9);
    expect(doubts).toEqual([]);
    const statuses = new Set(result.trades.map(({ entryReason }) => entryReason));
    const entries = plan.actions.filter(({ kind }) => kind === 'enter');
    for (const { reason } of entries) expect(statuses).toContain(reason);
    expect(RUNS[needs](plan).result.hash).toBe(result.hash);
  });

  it.each(BUILT_IN)('$id is explained in whole sentences', ({ source }) => {
    const text = explain(planOf(source));
    expect(text).not.toMatch(/computed|what was kept|it is not so|\bNaN\b|undefined/);
    for (const sentence of text.split(/(?<=\.) (?=[A-Z])/)) expect(sentence).toMatch(/^[A-Z][^\n]+\.$/);
  });
});
