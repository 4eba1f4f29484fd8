import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/golden-cross.json';
import { GOLDEN_SETTINGS, goldenCross } from '../../tests/support/golden-cross';
import { sp500Bars } from '../../tests/support/sp500';
import { tradeOf } from '../../tests/support/trade';
import { sliceBars } from '../core/bars';
import { simulate } from '../engine/simulate';
import { agreementOf, disagreement } from './agreement';
import { profileOf } from './cell-run';
import { compareTrades, tradeMarks } from './compare-trades';
import { heldName, holding } from './holding';
import { overfitting } from './overfitting';
import { neighbourhood, plateau, touchedEdges } from './plateau';
import { lateSharpe } from './sweep-verdict';

const bars = sp500Bars();

describe('overfitting', () => {
  const profiles = golden.cells.map(({ fast, slow }) =>
    profileOf(
      simulate({ bars, strategy: goldenCross(bars, fast, slow), settings: GOLDEN_SETTINGS }).series.equity,
    ),
  );

  it('agrees with a second implementation over all 12,870 splits of the golden cross', () => {
    const found = overfitting(profiles)!;
    expect(found.splits).toBe(golden.overfitting.splits);
    // Cells with the same trades in a half tie up to rounding, which picks another winner in one split.
    const splitsApart = Math.abs(found.chance - golden.overfitting.chance) * found.splits;
    expect(splitsApart).toBeLessThanOrEqual(1 + 1e-6);
  });

  it('is even for cells that are all the same, and unknown for one cell or a short history', () => {
    expect(overfitting([profiles[0]!, profiles[0]!])).toEqual({ chance: 0.5, splits: 12_870 });
    expect(overfitting([profiles[0]!])).toBeNull();
    const short = profileOf(bars.close.slice(0, 320));
    expect(overfitting([short, short])).toBeNull();
  });
});

describe('a profile', () => {
  it('splits the returns into early and late', () => {
    const returns = [0.1, -0.1, 0.2, 0.1, 0.1, 0.1, 0.3, -0.2, 0.1, 0.05];
    const equity = Float64Array.from([1, ...returns]);
    returns.forEach((r, i) => (equity[i + 1] = equity[i]! * (1 + r)));
    const late = returns.slice(6);
    const mean = late.reduce((sum, r) => sum + r, 0) / 4;
    const deviation = Math.sqrt(late.reduce((sum, r) => sum + (r - mean) ** 2, 0) / 3);
    expect(profileOf(equity).earlySum).toBeCloseTo(0.5, 12);
    expect(lateSharpe(profileOf(equity))).toBeCloseTo(mean / deviation, 9);
  });
});

describe('plateau', () => {
  const axes = [
    { name: 'a', values: [1, 2, 3] },
    { name: 'b', values: [10, 20, 30, 40] },
  ];
  // prettier-ignore
  const scores = [
    0.1, 0.2, 0.9, 0.8,
    0.1, 0.7, NaN, 0.1,
    0.9, 0.1, 0.9, 0.1,
  ];

  const scoreAt = (index: number): number => scores[index]!;

  it('joins cells side by side, not over corners or gaps', () => {
    expect(plateau(axes, scoreAt, 2, 0.6)).toEqual([2, 3]);
    expect(plateau(axes, scoreAt, 2, 0.2)).toEqual([1, 2, 3, 5]);
    expect(plateau(axes, scoreAt, 8, 0.6)).toEqual([8]);
  });

  it('knows the cells around a cell and the ends that it touches', () => {
    expect(neighbourhood(axes, 5).toSorted((x, y) => x - y)).toEqual([0, 1, 2, 4, 6, 8, 9, 10]);
    expect(neighbourhood(axes, 0).toSorted((x, y) => x - y)).toEqual([1, 4, 5]);
    const cube = ['a', 'b', 'c', 'd'].map((name) => ({ name, values: [1, 2, 3] }));
    expect(neighbourhood(cube, 40).toSorted((x, y) => x - y)).toEqual([13, 31, 37, 39, 41, 43, 49, 67]);
    expect(touchedEdges(axes, [2, 3]).map((edge) => [edge.axis.name, edge.end, edge.cells])).toEqual([
      ['a', 'smallest', 2],
      ['b', 'largest', 1],
    ]);
    expect(touchedEdges(axes, [5])).toEqual([]);
    expect(touchedEdges([{ name: 'a', values: [1] }], [0])).toEqual([]);
  });
});

describe('agreement', () => {
  const cell = (score: number, trades = 3) => ({ score, trades });
  const compared = [0.1, 0.5, 0.3].map((sharpe, k) => ({
    parameters: [k],
    screened: cell(sharpe),
    exact: cell(sharpe),
  }));

  it('names the worst cell and what it cannot tell', () => {
    const off = { parameters: [9], screened: cell(0.7, 4), exact: cell(0.75) };
    const found = agreementOf({ kind: 'webgpu', precision: 'f32' }, [...compared, off]);
    expect(found).toMatchObject({
      cells: 4,
      rankCorrelation: 1,
      worstCell: [9],
      tradeDifferences: 1,
      precision: 'f32',
    });
    expect(found.worstDifference).toBeCloseTo(0.05, 12);
    expect(disagreement(found)).toBeNull();
    const few = agreementOf({ kind: 'cpu', precision: 'f64' }, [
      { parameters: [1], screened: cell(NaN), exact: cell(0) },
    ]);
    expect(few).toMatchObject({ rankCorrelation: null, worstDifference: 0 });
    expect(disagreement(few)).toBeNull();
  });

  it('is held against a rank correlation of 0.95', () => {
    const base = agreementOf({ kind: 'wasm', precision: 'f64' }, compared);
    expect(disagreement({ ...base, rankCorrelation: 0.95 })).toBeNull();
    expect(disagreement({ ...base, rankCorrelation: 0.9499 })).toContain('below 0.95');
  });
});

describe('compareTrades', () => {
  const trades = [
    tradeOf({ return: 0.1 }),
    tradeOf({ entryBar: 5, exitBar: 9, side: 'short', quantity: 2 / 3 }),
    tradeOf({ entryBar: 11, exitBar: NaN, exitPrice: NaN }),
  ];
  const marks = tradeMarks(trades);

  it('finds nothing between a run and its own marks', () => {
    expect(marks.map(([market, entry, exit, , , , gain]) => [market, entry, exit, gain])).toEqual([
      [0, 0, 1, 0.1],
      [0, 5, 9, 0.1],
      [0, 11, -1, 0.1],
    ]);
    expect(marks[1]![3]).toBe(-0.66666667);
    expect(marks[2]![5]).toBeNull();
    expect(compareTrades(marks, 3, trades)).toBeNull();
  });

  it('names the first trade that differs, is missing or is new, with both sides', () => {
    const changed = [trades[0]!, { ...trades[1]!, return: 0.1000000001 }, trades[2]!];
    const difference = compareTrades(marks, 3, changed);
    expect(difference).toMatchObject({ index: 1, sent: marks[1] });
    expect(difference?.here?.[6]).toBe(0.1000000001);
    expect(compareTrades(marks, 3, trades.slice(0, 2))).toEqual({ index: 2, sent: marks[2], here: null });
    expect(compareTrades(marks.slice(0, 2), 2, trades)).toEqual({ index: 2, sent: null, here: marks[2] });
  });

  it('compares what is told, and leaves what a link of version 1 does not tell', () => {
    const old = marks.map(
      ([market, entry, exit, , , , gain]) => [market, entry, exit, null, null, null, gain] as const,
    );
    expect(compareTrades(old, 3, trades)).toBeNull();
    expect(compareTrades(marks.slice(0, 1), 3, trades)).toBeNull();
    const priced = [trades[0]!, { ...trades[1]!, entryPrice: trades[1]!.entryPrice * 1.001 }, trades[2]!];
    expect(compareTrades(marks, 3, priced)?.index).toBe(1);
  });

  it('compares the count behind the trades that are told', () => {
    const many = Array.from({ length: 8 }, (_, i) => tradeOf({ entryBar: i }));
    const first = tradeMarks(many).slice(0, 5);
    expect(compareTrades(first, 8, many)).toBeNull();
    expect(compareTrades(first, 9, many)).toEqual({ index: 8, sent: null, here: null });
  });
});

describe('holding', () => {
  it('keeps the last value over closes that are no prices, and idles before the first', () => {
    const part = sliceBars(bars, 0, 5);
    const close = Float64Array.from([NaN, 50, 0, 100, Infinity]);
    expect([...holding({ ...part, close }, 1000, 252).equity]).toEqual([1000, 1000, 1000, 2000, 2000]);
  });

  it('is called by what is held', () => {
    expect(['S&P 500', 'Nasdaq 100', 'ACME'].map(heldName)).toEqual(['the index', 'the index', 'ACME']);
  });
});
