import { describe, expect, it } from 'vitest';
import type { Bars } from '../../core/bars';
import { fingerprint } from '../../core/fingerprint';
import { compileOrThrow } from '../../script/plan-or-throw';
import { runPortfolio, type PortfolioMember } from '../portfolio';
import { sensitivityPlan } from '../sensitivity';
import { portfolioVariants } from './portfolio-variants';

const DAY = 86_400_000;
const ROWS = 120;

function member(name: string, period: number, level: number, from = 0): PortfolioMember {
  const close = Float64Array.from(
    { length: ROWS - from },
    (_, i) => level * (1 + 0.1 * Math.abs(((i / period) % 2) - 1)),
  );
  const time = close.map((_, i) => Date.UTC(2020, 0, 1) + (i + from) * DAY);
  const bars: Bars = { time, open: close, high: close, low: close, close, volume: close, extra: {} };
  const instrument = { name, currency: 'USD', zone: 'UTC', barsPerYear: 252 };
  return { name, bars, dataHash: fingerprint(bars), instrument };
}

const plan = compileOrThrow(
  `strategy('P', { fee: percent(0.1) })
if (crossover(close, sma(close, 3))) buy({ size: percentOfEquity(40) })
if (crossunder(close, sma(close, 3))) exit()`,
);
const members = [member('A', 5, 100), member('B', 7, 40, 20)];
const { result, metrics, markets, currency, barsPerYear } = runPortfolio({
  plan,
  parameters: {},
  members,
  tries: 1,
});
const run = portfolioVariants({
  plan,
  parameters: {},
  markets,
  members,
  currency,
  rates: {},
  barsPerYear,
  time: result.series.time,
  settings: result.settings,
});

describe('variants of a portfolio run', () => {
  it('without a change are the run', () => {
    const { cagr, sharpe, trades, costs } = metrics;
    expect(run({})).toMatchObject({ cagr, sharpe, trades, costs });
    expect(trades).toBeGreaterThan(10);
  });

  it('take later starts of all instruments', () => {
    const { variants } = sensitivityPlan('start', { settings: result.settings, time: result.series.time });
    const figures = variants.map(run);
    expect(figures[0]?.trades).toBe(metrics.trades);
    expect(figures.at(-1)?.trades).toBeLessThan(metrics.trades);
    expect(figures.at(-1)?.trades).toBeGreaterThan(0);
  });

  it('leave out entries of each instrument by itself, and cost more when trading does', () => {
    const [skip] = sensitivityPlan('skip', {
      settings: result.settings,
      time: result.series.time,
      skip: { chance: 0.5 },
    }).variants;
    expect(skip && run(skip).trades).toBeLessThan(metrics.trades);
    expect(run({ settings: { feePercent: 1 } }).costs).toBeGreaterThan(metrics.costs);
  });
});
