import { describe, expect, it } from 'vitest';
import { lifted, noiseTrials } from '../../../tests/support/noise-trials';
import type { Column } from '../../core/column';
import { moments } from '../../metrics/moments';
import { combinations, combinatorialPurged, purgedPaths } from './combinatorial';
import { purgedKFold } from './k-fold';
import { runningSums } from './compact-run';
import { chooseInSample, inSample, parts } from './purge';
import { figureOf } from './shape';
import { BOOK_VALUES, sharpeOf, TrialBook } from './trial-book';
import { compound, driftOf, walkForward, type WalkSetup } from './walk-forward';

const NO_TRADES = new Int32Array(0);

function bookOf(columns: readonly Column[], spans: readonly Int32Array<ArrayBuffer>[] = []): TrialBook {
  const book = new TrialBook(columns[0]!.length, columns.length);
  columns.forEach((returns, k) =>
    book.add({ ...runningSums(returns, book.width), spans: spans[k] ?? NO_TRADES }),
  );
  return book;
}

/** Sharpe ratio per bar, from the returns themselves. */
const plainSharpe = (values: readonly number[]): number => {
  const { mean, deviation } = moments(Float64Array.from(values));
  return mean / deviation;
};

describe('TrialBook', () => {
  const [column] = noiseTrials(1, 1, 500) as [Column];

  it('sums any blocks as the returns themselves', () => {
    const book = bookOf([column]);
    expect([book.width, book.blocks]).toEqual([1, 500]);
    const ranges = [
      { from: 3, to: 90 },
      { from: 200, to: 500 },
    ];
    const rows = [...column].filter((_, i) => (i >= 3 && i < 90) || i >= 200);
    expect(sharpeOf(book.tally(0, ranges))).toBeCloseTo(plainSharpe(rows), 12);
    expect(book.tally(0, ranges).count).toBe(387);
    expect(book.series(0)).toMatchColumn(column, { atol: 1e-15 });
  });

  it('takes longer blocks where there are many trials, and keeps squares of single bars', () => {
    const book = new TrialBook(500, (3 * BOOK_VALUES) / 500 - 1);
    book.add({ ...runningSums(column, book.width), spans: NO_TRADES });
    expect([book.width, book.blocks, book.rowAt(book.blocks)]).toEqual([3, 167, 500]);
    expect(sharpeOf(book.tally(0, [{ from: 0, to: 167 }]))).toBeCloseTo(plainSharpe([...column]), 12);
    expect(book.series(0)[166]).toBeCloseTo(column[498]! + column[499]!, 14);
  });

  it('counts returns after ruin as none, and refuses another length', () => {
    const book = bookOf([Float64Array.of(0.1, NaN, 0.2)]);
    expect(book.tally(0, [{ from: 0, to: 3 }]).sum).toBeCloseTo(0.3, 15);
    expect(() => book.add({ ...runningSums(column, book.width), spans: NO_TRADES })).toThrow(
      expect.objectContaining({ code: 'length_mismatch' }),
    );
  });
});

describe('purge and embargo', () => {
  const rows = 100;
  const columns = noiseTrials(2, 1, rows);
  const kept = (spans: readonly number[], embargo: number, tests = [{ from: 40, to: 60 }]): number[] => {
    const { ranges, rows: count } = inSample(bookOf(columns, [Int32Array.from(spans)]), 0, tests, embargo);
    const found = ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i));
    expect(found).toHaveLength(count);
    return found;
  };
  const upTo = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

  it('keep all bars but the test without trades and embargo', () => {
    expect(kept([], 0)).toEqual([...upTo(0, 40), ...upTo(60, 100)]);
  });

  it('take away the trades that reach into the test from either side, and no other', () => {
    expect(kept([5, 9, 33, 41, 50, 52, 58, 66, 70, 80], 0)).toEqual([...upTo(0, 33), ...upTo(67, 100)]);
    expect(kept([30, 39, 60, 70], 0)).toEqual([...upTo(0, 40), ...upTo(60, 100)]);
    expect(kept([20, 90], 0)).toEqual([...upTo(0, 20), ...upTo(91, 100)]);
  });

  it('take away the embargo after the test, the longer of the two', () => {
    expect(kept([], 7)).toEqual([...upTo(0, 40), ...upTo(67, 100)]);
    expect(kept([58, 62], 7)).toEqual([...upTo(0, 40), ...upTo(67, 100)]);
    expect(kept([58, 80], 7)).toEqual([...upTo(0, 40), ...upTo(81, 100)]);
    expect(kept([], 500)).toEqual(upTo(0, 40));
  });

  it('meet between tests and at the ends', () => {
    const tests = [
      { from: 0, to: 10 },
      { from: 50, to: 60 },
      { from: 90, to: 100 },
    ];
    expect(kept([48, 52], 5, tests)).toEqual([...upTo(15, 48), ...upTo(65, 90)]);
    expect(kept([5, 55], 0, tests)).toEqual(upTo(60, 90));
  });

  it('leave out a trial that nothing is left of', () => {
    const two = noiseTrials(3, 2, rows);
    const book = bookOf(two, [Int32Array.of(0, 99), Int32Array.of(10, 12)]);
    const choice = chooseInSample(book, [{ from: 40, to: 60 }], 0)!;
    expect([choice.trial, choice.leftOut]).toEqual([1, 1]);
    expect(choice.purged).toBeCloseTo(0.5, 12);
    expect(
      chooseInSample(bookOf(two, [Int32Array.of(0, 99), Int32Array.of(0, 99)]), [{ from: 0, to: 9 }], 0),
    ).toBeNull();
  });
});

describe('purged k-fold', () => {
  const columns = noiseTrials(5, 8, 1000);
  const setup = (trials: readonly Column[], embargo = 0) => ({
    book: bookOf(trials),
    embargo,
    barsPerYear: 252,
  });

  it('tests on each fold what was best on the others, as a second count finds', () => {
    const result = purgedKFold(setup(columns, 10));
    const tests = parts(1000, 5).map(({ from, to }) => {
      const outside = (i: number): boolean => i < from || i >= Math.min(1000, to + 10);
      const scores = columns.map((column) => plainSharpe([...column].filter((_, i) => outside(i))));
      const best = scores.indexOf(Math.max(...scores));
      return [...columns[best]!.subarray(from, to)];
    });
    expect(figureOf(result, 'sharpe')).toBeCloseTo(plainSharpe(tests.flat()) * Math.sqrt(252), 9);
    expect(figureOf(result, 'worstSharpe')).toBeCloseTo(
      Math.min(...tests.map(plainSharpe)) * Math.sqrt(252),
      9,
    );
    expect(result.status).toBe('run');
  });

  it('finds a planted edge', () => {
    const planted = columns.with(3, lifted(columns[3]!, 0.002));
    const result = purgedKFold(setup(planted));
    expect(result.pass).toBe(true);
    expect(figureOf(result, 'aboveZero')).toBe(1);
  });

  it('loses on trials without an edge what choosing them promised', () => {
    const lost = Array.from({ length: 40 }, (_, seed) => purgedKFold(setup(noiseTrials(100 + seed, 8, 600))));
    const gaps = lost.map((result) => figureOf(result, 'inSampleSharpe')! - figureOf(result, 'sharpe')!);
    // Were both alike, 20 of 40 gaps would be above zero, with a deviation of 3.2.
    expect(gaps.filter((gap) => gap > 0).length).toBeGreaterThan(20 + 4 * 3.2);
    const mean = lost.reduce((sum, result) => sum + figureOf(result, 'sharpe')!, 0) / 40;
    // 600 days of noise have a yearly Sharpe with a deviation of 0.65.
    expect(Math.abs(mean)).toBeLessThan((4 * 0.65) / Math.sqrt(40));
  });

  it('says why it was not run', () => {
    expect(purgedKFold(setup(columns.slice(0, 1)))).toMatchObject({
      status: 'not run',
      pass: null,
      figures: [],
    });
    expect(purgedKFold(setup(noiseTrials(1, 3, 499))).reason).toBe(
      'It needs 500 returns for 5 parts; there are 499.',
    );
    expect(purgedKFold(setup(columns, 900)).reason).toContain('leave too few bars');
  });
});

describe('combinatorial purged cross-validation', () => {
  const columns = noiseTrials(6, 5, 600);

  it('chooses every set of groups once', () => {
    expect(combinations(4, 2)).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
    expect(combinations(8, 2)).toHaveLength(28);
    expect(combinations(6, 3)).toHaveLength(20);
  });

  it('joins the tests to paths that have every bar once, as a second count finds', () => {
    const found = purgedPaths(bookOf(columns), 0, 6, 2)!;
    expect([found.choices.length, found.sharpes.length]).toEqual([15, 5]);
    const groups = parts(600, 6);
    const paths: number[][] = Array.from({ length: 5 }, () => []);
    const next = [0, 0, 0, 0, 0, 0];
    for (const split of combinations(6, 2)) {
      const isTest = (i: number): boolean => split.some((g) => i >= groups[g]!.from && i < groups[g]!.to);
      const scores = columns.map((column) => plainSharpe([...column].filter((_, i) => !isTest(i))));
      const best = columns[scores.indexOf(Math.max(...scores))]!;
      for (const g of split) {
        paths[next[g]!]!.push(...best.subarray(groups[g]!.from, groups[g]!.to));
        next[g]! += 1;
      }
    }
    expect(paths.map((path) => path.length)).toEqual([600, 600, 600, 600, 600]);
    expect(found.sharpes).toMatchColumn(paths.map(plainSharpe), { rtol: 1e-9 });
  });

  it('passes a planted edge on every path and fails trials without one', () => {
    const setup = (trials: readonly Column[]) => ({ book: bookOf(trials), embargo: 5, barsPerYear: 252 });
    const planted = combinatorialPurged(setup(columns.with(2, lifted(columns[2]!, 0.003))));
    expect(planted.pass).toBe(true);
    expect(figureOf(planted, 'paths')).toBe(7);
    const passed = Array.from(
      { length: 30 },
      (_, seed) => combinatorialPurged(setup(noiseTrials(seed, 8, 600))).pass,
    );
    expect(passed.filter(Boolean).length).toBeLessThan(12);
    expect(combinatorialPurged(setup(noiseTrials(1, 3, 479))).reason).toContain('It needs 480 returns');
  });
});

describe('walk-forward', async () => {
  const rows = 1203;
  const columns = noiseTrials(7, 6, rows);
  const walkOf = (trials: readonly Column[]): WalkSetup => ({
    book: bookOf(trials),
    cells: trials.map((_, k) => [k]),
    axes: [{ name: 'k', values: trials.map((_, k) => k) }],
    run: ([k], from, to) => ({
      returns: trials[k!]!.slice(from, to),
      exposureBefore: 0,
      exposureAfter: 0,
      costRate: 0,
    }),
    depth: 1,
    holding: new Float64Array(rows).fill(0.0001),
    barsPerYear: 252,
    windows: 8,
    inSampleWindows: 4,
  });
  const rolling = await walkForward('rolling', walkOf(columns));
  const anchored = await walkForward('anchored', walkOf(columns));

  it('walks over the last bars in windows that follow each other', () => {
    for (const { windows, from, equity } of [rolling, anchored]) {
      expect(windows).toHaveLength(8);
      windows.forEach(({ outTo }, k) => expect(outTo).toBe(windows[k + 1]?.inTo ?? rows));
      expect([from, equity.length]).toEqual([windows[0]!.inTo, rows - windows[0]!.inTo + 1]);
    }
    expect(rolling.windows.map(({ inFrom, inTo }) => inTo - inFrom)).toEqual(rolling.windows.map(() => 400));
    expect(anchored.windows.every(({ inFrom }) => inFrom === 0)).toBe(true);
  });

  it.each(['rolling', 'anchored'] as const)(
    'trades what was best before, as a second count finds (%s)',
    (kind) => {
      const { windows, equity, result } = kind === 'rolling' ? rolling : anchored;
      let value = 1;
      for (const { inFrom, inTo, outTo, parameters } of windows) {
        const scores = columns.map((column) => plainSharpe([...column.subarray(inFrom, inTo)]));
        const best = scores.indexOf(Math.max(...scores));
        expect(parameters).toEqual([best]);
        for (const change of columns[best]!.subarray(inTo, outTo)) value *= 1 + change;
      }
      expect(equity.at(-1)).toBeCloseTo(value, 9);
      const years = (equity.length - 1) / 252;
      expect(figureOf(result, 'growth')).toBeCloseTo(value ** (1 / years) - 1, 9);
      expect(figureOf(result, 'holdingGrowth')).toBeCloseTo(1.0001 ** 252 - 1, 9);
    },
  );

  it('has as many windows as asked for, of as many lengths to choose by', async () => {
    const { windows } = await walkForward('rolling', { ...walkOf(columns), windows: 3, inSampleWindows: 1 });
    expect(windows.map(({ inFrom, inTo, outTo }) => [inTo - inFrom, outTo - inTo])).toEqual([
      [300, 300],
      [300, 300],
      [300, 300],
    ]);
    const many = await walkForward('rolling', { ...walkOf(columns), windows: 30 });
    expect(many.result.reason).toBe('It needs 1,360 returns; there are 1,203.');
  });

  it('does not see the bars after a window', async () => {
    const changed = columns.map((column) => column.map((value, i) => (i >= 900 ? -value : value)));
    const before = (walk: typeof rolling) => walk.windows.filter(({ outTo }) => outTo <= 900);
    const other = await walkForward('rolling', walkOf(changed));
    expect(before(rolling).length).toBeGreaterThan(3);
    expect(before(other)).toEqual(before(rolling));
  });

  it('finds a planted edge and keeps to it', async () => {
    const planted = columns.with(4, lifted(columns[4]!, 0.004));
    const { result, windows } = await walkForward('rolling', walkOf(planted));
    expect(windows.every(({ parameters }) => parameters[0] === 4)).toBe(true);
    expect(result.pass).toBe(true);
    expect(figureOf(result, 'drift')).toBe(0);
    expect(figureOf(result, 'efficiency')).toBeGreaterThan(0.6);
  });

  it('pays for taking over what differs from the position before', async () => {
    const walk = walkOf(columns.with(4, lifted(columns[4]!, 0.004)));
    const plain = await walkForward('anchored', walk);
    const paid = await walkForward('anchored', {
      ...walk,
      run: (cell, from, to, start) => ({
        ...walk.run(cell, from, to, start),
        exposureBefore: 0.9,
        exposureAfter: to < 800 ? -0.1 : 0.9,
        costRate: 0.002,
      }),
    });
    const costs = paid.windows.map((_, k) => (k === 0 ? 0.9 : paid.windows[k - 1]!.outTo < 800 ? 1 : 0));
    expect(paid.windows.map(({ switchCost }) => switchCost)).toMatchColumn(
      costs.map((difference) => difference * 0.002),
      { atol: 1e-15 },
    );
    expect(costs.filter((cost) => cost === 1).length).toBeGreaterThan(1);
    const [first] = paid.windows;
    const change = columns[4]![first!.inTo]! + 0.004;
    const ratio = (1 + first!.outReturn) / (1 + plain.windows[0]!.outReturn);
    expect(ratio).toBeCloseTo((1 + change - 0.0018) / (1 + change), 12);
    expect(figureOf(paid.result, 'switchCost')).toBeCloseTo(
      0.002 * costs.reduce<number>((sum, cost) => sum + cost, 0),
      12,
    );
  });

  it('says why it was not run', async () => {
    const short = noiseTrials(1, 3, 479);
    expect((await walkForward('rolling', walkOf(short))).result).toMatchObject({
      status: 'not run',
      reason: 'It needs 480 returns; there are 479.',
    });
    const one = await walkForward('anchored', walkOf(columns.slice(0, 1)));
    expect([one.result.status, one.equity.length, one.growth]).toEqual(['not run', 0, null]);
  });

  it('measures drift in lengths of the axes', () => {
    const axes = [
      { name: 'a', values: [1, 2, 3] },
      { name: 'b', values: [10, 20] },
      { name: 'c', values: [5] },
    ];
    const choices = [
      [1, 10, 5],
      [3, 10, 5],
      [3, 20, 5],
      [3, 20, 5],
    ];
    expect(driftOf(axes, choices)).toEqual({ drift: (1 + 0 + 0 + 1 + 0 + 0) / 6, changes: 2 / 3 });
    expect(driftOf(axes, choices.slice(0, 1))).toEqual({ drift: null, changes: null });
    expect(driftOf([{ name: 'c', values: [5] }], [[5], [5]])).toEqual({ drift: null, changes: 0 });
  });

  it('compounds returns, those after ruin as none', () => {
    expect([...compound(Float64Array.of(0.5, NaN, -0.5))]).toEqual([1, 1.5, 1.5, 0.75]);
  });
});
