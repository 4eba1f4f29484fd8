import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/golden-cross.json';
import { sp500Bars } from '../../tests/support/sp500';
import { sliceBars } from '../core/bars';
import type { Instrument, QualityReport } from '../core/dataset';
import { fingerprint } from '../core/fingerprint';
import { compile } from '../script/compile';
import { ColumnStore } from '../script/evaluate';
import type { Plan } from '../script/plan';
import { runBacktest, type BacktestRequest } from './backtest';

const bars = sp500Bars();
const instrument: Instrument = {
  name: 'S&P 500',
  currency: 'USD',
  zone: 'America/New_York',
  barsPerYear: 252,
};
const planOf = (source: string): Plan => {
  const { plan, diagnostics } = compile(source);
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return plan!;
};
const script = readFileSync(new URL('../../docs/examples/golden-cross.bt.js', import.meta.url), 'utf8');
const plan = planOf(script);
const request: BacktestRequest = {
  plan,
  parameters: {},
  bars,
  dataHash: fingerprint(bars),
  instrument,
  tries: 1,
};

describe('the golden cross on the S&P 500 from its script', () => {
  const outcome = runBacktest(request);

  it('agrees with a second implementation', () => {
    const { trades, series } = outcome.result;
    expect(trades).toHaveLength(29);
    expect(trades.map((t) => t.pnl)).toMatchColumn(
      golden.trades.map((t) => t.pnl),
      { rtol: 1e-9, atol: 1e-6 },
    );
    expect(series.equity.filter((_, i) => i % golden.equity.every === 0)).toMatchColumn(
      golden.equity.values,
      { rtol: 1e-9 },
    );
    expect(outcome.metrics.finalEquity).toBeCloseTo(140_499.59, 2);
  });

  it.each(['totalReturn', 'sharpe', 'sortino', 'volatility', 'maxDrawdown'] as const)(
    'measures %s as empyrical does, of the strategy and of holding',
    (name) => {
      expect([outcome.metrics[name]!]).toMatchColumn([golden.strategy[name]], { rtol: 1e-9 });
      expect([outcome.holding.metrics[name]!]).toMatchColumn([golden.holding[name]], { rtol: 1e-9 });
    },
  );

  it('compares it with holding', () => {
    const { metrics } = outcome.holding;
    expect(metrics.cagr).toBeCloseTo(0.0341, 4);
    expect(metrics.sharpe).toBeCloseTo(0.2686, 4);
    expect(metrics.maxDrawdown).toBeCloseTo(0.5678, 4);
    expect(metrics.finalEquity).toBeCloseTo(197_534.4, 1);
  });

  it('says how sure the figures are', () => {
    const { cagr, sharpe, gap, winRate, averageTrade } = outcome.ranges;
    const spans: [typeof cagr, number, number, number][] = [
      [cagr, -0.013, 0.048, 0.005],
      [sharpe, -0.14, 0.67, 0.05],
      [gap, -0.09, 0.055, 0.006],
      [averageTrade, -0.011, 0.046, 0.002],
    ];
    for (const [range, low, high, within] of spans) {
      expect(Math.abs(range!.low - low)).toBeLessThan(within);
      expect(Math.abs(range!.high - high)).toBeLessThan(within);
    }
    expect(winRate!.low).toBeCloseTo(0.1728, 4);
    expect(winRate!.high).toBeCloseTo(0.4923, 4);
  });

  it('finds no evidence of an edge, in words', () => {
    expect(outcome.verdict).toMatchObject({ meter: 1, words: 'No evidence of an edge' });
    expect(outcome.verdict.sentence).toMatch(
      /^Earned 1\.7\u202f% a year, holding the index 3\.4\u202f%\. With 29 trades, chance could explain the gap \(95\u202f% range −\d\.\d to \+\d\.\d points\)\.$/,
    );
    expect(outcome.verdict.evidence.map((row) => [row.level, row.claim])).toEqual([
      ['caution', 'Few trades'],
      ['caution', 'Chance of a Sharpe above zero'],
      ['good', 'Bar order'],
      ['info', 'Against holding the index'],
    ]);
    expect(outcome.verdict.evidence[1]!.detail).toContain('88\u202f% (bar: 95\u202f%)');
  });

  it('names its series for chart and value lens', () => {
    expect(outcome.plots.map((series) => series.name)).toEqual(['quick', 'steady']);
    expect(outcome.plots.every((series) => series.values.length === bars.time.length)).toBe(true);
    expect(outcome.report.falls[0]!.depth).toBeCloseTo(0.1766, 4);
    expect(outcome.report.months.map((row) => row.year)).toEqual(
      Array.from({ length: 21 }, (_, i) => 2000 + i),
    );
  });
});

describe('the result hash', () => {
  const { hash } = runBacktest(request).result;

  it('is the same whether a default is given or not, and with a shared store', () => {
    expect(runBacktest({ ...request, parameters: { slow: 100 } }, new ColumnStore(bars)).result.hash).toBe(
      hash,
    );
    expect(runBacktest({ ...request, tries: 255 }).result.hash).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes with parameters, data, settings and program', () => {
    const other = [
      { ...request, parameters: { slow: 110 } },
      { ...request, dataHash: 'another' },
      { ...request, settings: { lotSize: 2 } },
      { ...request, plan: planOf(script.replace('* 1.2', '* 1.3')) },
      { ...request, bars: sliceBars(bars, 0, 5000) },
    ].map((changed) => runBacktest(changed).result.hash);
    expect(new Set([hash, ...other]).size).toBe(6);
  });
});

describe('the verdict of a run', () => {
  it('says which fills stand on doubtful rows', () => {
    const rows = Array.from({ length: 1500 }, (_, i) => i);
    const note = {
      code: 'open_repeats_close',
      level: 'caution',
      count: 1500,
      title: 'Opens repeat',
      detail: '',
      rows,
    } as const;
    const report: QualityReport = {
      rowsRead: 0,
      rowsKept: 0,
      rowsRejected: 0,
      rejected: [],
      columns: [],
      notes: [note],
    };
    const { verdict, result } = runBacktest({ ...request, report });
    const touched = result.fills.filter((fill) => fill.bar < 1500).length;
    expect(touched).toBeGreaterThan(0);
    expect(verdict.meter).toBe(1);
    expect(verdict.evidence.find((row) => row.claim === 'Opens repeat')?.detail).toBe(
      `${touched} of 58 fills stand on such rows. They carry no overnight gap.`,
    );
  });

  it('counts every try', () => {
    const { verdict } = runBacktest({ ...request, parameters: { fast: 10, slow: 240 }, tries: 255 });
    expect(verdict.meter).toBe(1);
    expect(verdict.evidence.map((row) => row.method)).toContain('Deflated Sharpe ratio');
  });

  it('refuses one bar', () => {
    const short = { ...request, bars: sliceBars(bars, 0, 1) };
    expect(() => runBacktest(short)).toThrow(expect.objectContaining({ code: 'data_insufficient' }));
  });
});
