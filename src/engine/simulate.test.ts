import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/golden-cross.json';
import { GOLDEN_SETTINGS, goldenCross } from '../../tests/support/golden-cross';
import { sp500Bars } from '../../tests/support/sp500';
import { isoDate } from '../core/time';
import { costs } from '../metrics/costs';
import { measure } from '../metrics/measure';
import { simulate } from './simulate';

const bars = sp500Bars();
const run = (fast: number, slow: number) =>
  simulate({ bars, strategy: goldenCross(bars, fast, slow), settings: GOLDEN_SETTINGS });
const KINDS: Readonly<Record<string, string>> = {
  filled_at_open: 'exit',
  filled_at_gap_open: 'gap',
  filled_at_stop: 'stop',
  filled_at_target: 'target',
};

describe('the golden cross on the S&P 500, 20/100', () => {
  const result = run(golden.fast, golden.slow);

  it('makes the figures of the design', () => {
    const metrics = measure(result, 252);
    expect(metrics.trades).toBe(29);
    expect(metrics.cagr).toBeCloseTo(0.0169, 4);
    expect(metrics.sharpe).toBeCloseTo(0.2645, 4);
    expect(metrics.maxDrawdown).toBeCloseTo(0.1766, 4);
    expect(metrics.finalEquity).toBeCloseTo(140_499.59, 2);
    expect(metrics.costs).toBeCloseTo(6740.34, 2);
    expect(metrics.winRate).toBe(9 / 29);
    expect(metrics.profitFactor).toBeCloseTo(1.71, 2);
    expect(metrics.exposure).toBeCloseTo(0.37, 2);
    expect(metrics.averageTrade).toBeCloseTo(0.0152, 4);
    expect(metrics.sortino).toBeCloseTo(0.36, 2);
    expect(metrics.volatility).toBeCloseTo(0.074, 3);
  });

  it('leaves trade 29 at the gap below its stop', () => {
    const trade = result.trades[28]!;
    expect([trade.side, trade.quantity]).toEqual(['long', 45]);
    expect([isoDate(trade.entryTime), isoDate(trade.exitTime)]).toEqual(['2019-09-12', '2019-10-02']);
    expect(trade.exitBar - trade.entryBar).toBe(14);
    expect(trade.entryPrice).toBeCloseTo(3009.38, 2);
    expect(trade.exitPrice).toBeCloseTo(2924.49, 2);
    expect(trade.stop).toBeCloseTo(2929.79, 2);
    expect(trade.exitKind).toBe('filled_at_gap_open');
    expect(trade.return).toBeCloseTo(-0.0302, 4);
    expect(Math.round(trade.pnl)).toBe(-4087);
    expect(Math.round(trade.costs)).toBe(267);
  });

  it('leaves trade 28 on the signal', () => {
    const trade = result.trades[27]!;
    expect([isoDate(trade.entryTime), isoDate(trade.exitTime)]).toEqual(['2019-02-19', '2019-08-27']);
    expect([trade.quantity, trade.exitKind, trade.exitReason]).toEqual([47, 'filled_at_open', 'under']);
    expect(trade.entryPrice).toBeCloseTo(2769.56, 2);
    expect(trade.exitPrice).toBeCloseTo(2892.85, 2);
    expect(trade.return).toBeCloseTo(0.0425, 4);
    expect([Math.round(trade.pnl), Math.round(trade.costs)]).toEqual([5529, 266]);
  });

  it('has no trade whose bar held both levels', () => {
    expect(result.trades.filter((trade) => trade.ambiguous)).toEqual([]);
  });

  it('agrees with a second implementation trade by trade', () => {
    const trades = result.trades.map(({ entryBar, exitBar, quantity, exitKind }) => [
      entryBar,
      exitBar,
      quantity,
      KINDS[exitKind],
    ]);
    expect(trades).toEqual(golden.trades.map((t) => [t.entryBar, t.exitBar, t.quantity, t.kind]));
    for (const name of ['entryPrice', 'exitPrice', 'costs', 'pnl', 'return'] as const) {
      const column = result.trades.map((trade) => trade[name]);
      expect(column).toMatchColumn(
        golden.trades.map((trade) => trade[name]),
        { rtol: 1e-9, atol: 1e-9 },
      );
    }
  });

  it('agrees with a second implementation bar by bar', () => {
    const { equity } = result.series;
    const every = equity.filter((_, i) => i % golden.equity.every === 0);
    expect(every).toMatchColumn(golden.equity.values, { rtol: 1e-9 });
    const sum = equity.reduce((total, value) => total + value, 0);
    expect([equity.at(-1)!, sum]).toMatchColumn([golden.equity.last, golden.equity.sum], { rtol: 1e-9 });
    const fees = result.trades.reduce((total, trade) => total + trade.costs, 0);
    expect(costs(result.fills) - fees).toBeCloseTo(golden.slippage, 6);
  });
});

describe('the golden cross on the S&P 500, 255 settings', () => {
  const all = golden.cells.map(({ fast, slow }) => measure(run(fast, slow), 252));

  it('agrees with a second implementation on each', () => {
    expect(all.map((m) => m.trades)).toEqual(golden.cells.map((cell) => cell.trades));
    expect(all.map((m) => m.finalEquity)).toMatchColumn(
      golden.cells.map((cell) => cell.finalEquity),
      { rtol: 1e-9 },
    );
    expect(all.map((m) => m.sharpe!)).toMatchColumn(
      golden.cells.map((cell) => cell.sharpe),
      { rtol: 1e-9 },
    );
  });

  it.each([
    [50, 200, 0.36, 9],
    [10, 240, 0.8, 16],
    [10, 50, 0.05, 69],
    [5, 40, 0.01, 104],
  ])('%i/%i has a Sharpe of %f on %i trades', (fast, slow, sharpe, trades) => {
    const metrics = all[golden.cells.findIndex((cell) => cell.fast === fast && cell.slow === slow)]!;
    expect(metrics.sharpe).toBeCloseTo(sharpe, 2);
    expect(metrics.trades).toBe(trades);
  });

  it('spans the range of the heat map', () => {
    const sharpes = all.map((m) => m.sharpe!);
    expect(Math.min(...sharpes)).toBeCloseTo(-0.11, 2);
    expect(Math.max(...sharpes)).toBeCloseTo(0.8, 2);
  });
});
