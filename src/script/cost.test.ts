import { describe, expect, it } from 'vitest';
import { barsOf } from '../../tests/support/close-bars';
import { compileOrThrow } from './plan-or-throw';
import { costWords, planCost, type PlanCost } from './cost';
import { ColumnStore, planSeries, planStrategy } from './evaluate';

const costOf = (body: string): PlanCost =>
  planCost(compileOrThrow(`strategy('T', { fee: percent(0) })\n${body}`));

describe('the cost of a plan', () => {
  it('counts values by when they are known', () => {
    const body = [
      "const k = param('k', 3, { min: 2, max: 9 })",
      'let n = state(0)',
      'if (close > sma(close, k)) n++',
      'if (n > 3 && position.size == 0) buy({ size: units(k * 2) })',
      'plot(macd(close).signal)',
    ].join('\n');
    expect(costOf(body)).toMatchObject({ indicators: 2, states: 1, frames: 1, orders: 1, account: 3 });
    expect(costOf(body).stepped).toBeGreaterThanOrEqual(3);
  });

  it('counts an indicator once, however many of its values are used', () => {
    const one = costOf('plot(macd(close).signal)');
    const three = costOf('const m = macd(close)\nplot(m.signal)\nplot(m.hist)\nplot(m.macd)');
    expect([one.indicators, three.indicators]).toEqual([1, 1]);
    expect(three.bytesPerBar).toBe(one.bytesPerBar);
  });

  it('is the memory that a store takes, to the byte', () => {
    const rows = 50;
    const bodies = [
      'plot(sma(close, 5) - close[2])',
      'const m = macd(close, 3, 5, 2)\nplot(m.signal)\nif (crossover(m.macd, m.signal)) exit()',
      'if (close > open && volume > 3) buy({ size: units(1), stop: low - atr(3) })',
    ];
    for (const body of bodies) {
      const plan = compileOrThrow(`strategy('T', { fee: percent(0) })\n${body}`);
      const store = new ColumnStore(barsOf(Array.from({ length: rows }, (_, i) => 10 + (i % 7))));
      planStrategy(plan, {}, store);
      planSeries(plan, {}, store);
      expect(store.bytes / rows, `${body}`).toBe(planCost(plan).bytesPerBar);
    }
  });

  it('counts what is looked back at bar by bar', () => {
    expect(costOf('if (equity > equity[250]) exit()').keptBytes).toBe(8 * 250);
    expect(costOf('let n = state(0)\nplot(n[10])\nn = close').keptBytes).toBe(8 * 11);
    expect(costOf('plot(close[250])').keptBytes).toBe(0);
  });

  it('says it in words', () => {
    expect(costWords(costOf('if (close > sma(close, 5)) exit()'))).toBe(
      'Computes 3 values a bar: 1 indicator. Takes 16 bytes a bar.',
    );
    expect(costWords(costOf("if (equity > equity[250] && timeframe('1w', close) > 1) exit()"))).toBe(
      'Computes 7 values a bar, 4 of them decided by the position: 0 indicators, 1 other kind of bars. Takes 16 bytes a bar and 2 kB for what is looked back at.',
    );
  });
});
