import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/golden-cross.json';
import { sp500Bars } from '../../tests/support/sp500';
import { backendOf, cellsOf, exactOf, toolsOf } from '../../tests/support/sweep-tools';
import type { KernelBackend } from '../core/backend';
import { sliceBars } from '../core/bars';
import type { Instrument } from '../core/dataset';
import { BacktabError } from '../core/errors';
import { type Job, UNWATCHED } from '../core/job';
import { compile } from '../script/compile';
import { ColumnStore } from '../script/evaluate';
import { runSweep, type SweepRequest, type SweepTools } from './sweep';
import { axisValues, sweepPlan } from './sweep-plan';
import { cellAt } from './sweep/trial-table';

const bars = sp500Bars();
const columns = new ColumnStore(bars);
const instrument: Instrument = {
  name: 'S&P 500',
  currency: 'USD',
  zone: 'America/New_York',
  barsPerYear: 252,
};
const script = readFileSync(new URL('../../docs/examples/golden-cross.bt.js', import.meta.url), 'utf8');
const planOf = (source: string) => compile(source).plan!;
const plan = planOf(script);
const request: SweepRequest = { plan, axes: null, parameters: {}, bars, instrument, triesBefore: 0 };

const sweep = (from: SweepRequest, backend: KernelBackend | null, job: Job = UNWATCHED, store = columns) =>
  runSweep(from, toolsOf(from, backend, store), job);

describe('the sweep of the golden cross', async () => {
  const outcome = await sweep(request, backendOf());
  const verdict = outcome.verdict!;

  it('has the cells of the second implementation, all exact', () => {
    const cells = cellsOf(outcome);
    expect([outcome.run, outcome.skipped, outcome.skipReason]).toEqual([255, 9, 'fast is not below slow']);
    expect(cells.every((cell) => cell.exact)).toBe(true);
    expect(cells.map((cell) => cell.parameters)).toEqual(golden.cells.map(({ fast, slow }) => [fast, slow]));
    expect(cells.map((cell) => cell.metrics.trades)).toEqual(golden.cells.map((cell) => cell.trades));
    expect(cells.map((cell) => cell.metrics.sharpe!)).toMatchColumn(
      golden.cells.map((cell) => cell.sharpe),
      { rtol: 1e-8 },
    );
  });

  it('agrees with its screen to the last bit of equity', () => {
    expect(outcome.refusal).toBeNull();
    expect(outcome.agreement).toMatchObject({ cells: 255, tradeDifferences: 0, rankCorrelation: 1 });
    expect(outcome.agreement!.worstDifference).toBeLessThan(1e-9);
  });

  it('finds the best cell and the ground around it', () => {
    const best = cellAt(outcome, outcome.best!)!;
    expect(best.parameters).toEqual([10, 240]);
    expect(best.sharpeError).toBeCloseTo(0.23, 2);
    expect(best.neighbours).toBeCloseTo(0.72, 2);
    expect(outcome.plateau.map((place) => cellAt(outcome, place)!.parameters.join('/'))).toEqual([
      '10/220',
      '10/230',
      '10/240',
      '10/250',
      '15/220',
      '15/230',
      '15/240',
      '15/250',
    ]);
  });

  it('says what it is worth', () => {
    expect(verdict.luckSharpe).toBeCloseTo(0.51, 2);
    expect(verdict.deflatedChance).toBeCloseTo(0.9, 2);
    expect(verdict.suggestion).toEqual({ label: 'Widen slow to 400', param: 'slow', max: 400 });
    expect(verdict.sentence).toBe(
      '10/240 had the best Sharpe, 0.80 on 16 trades. Its neighbours agree, so it is no lone spike. ' +
        'But the good ground runs off the edge of what was tried, and trying 255 settings finds 0.51 by luck alone.',
    );
    expect(verdict.evidence.map((row) => row.detail)).toEqual([
      'Median of the settings around it: 0.72.',
      'The plateau includes slow 250, the largest tried.',
      'Chance that the true Sharpe beats zero after 255 tries: 90\u202f%. The bar is 95\u202f%.',
      'In 35\u202f% of 12,870 half-and-half splits the winner of one half came below the median in the other.',
      'Best of 2000 to 2012 was 25/230: 0.93 then, −0.40 after. Holding the index after: 0.65.',
      '36 of 255 settings earned more than its 3.4\u202f% a year; 144 had a better Sharpe than its 0.27.',
    ]);
  });
});

describe('the exact path', () => {
  const small = {
    ...request,
    axes: [
      { name: 'fast', values: [10, 20] },
      { name: 'slow', values: [50, 100] },
    ],
  };

  it('runs any other program, and says why', async () => {
    const other = planOf(script.replace('buy({', 'buy({ limit: close,'));
    const outcome = await sweep({ ...small, plan: other }, backendOf());
    expect(outcome.refusal).toBe("an order has the option 'limit'");
    expect(outcome.agreement).toBeNull();
    expect(exactOf(outcome)).toBe(outcome.run);
  });

  it('is taken when no backend is given', async () => {
    const outcome = await sweep(small, null);
    const screened = await sweep(small, backendOf());
    expect(outcome.refusal).toBe('exact runs were asked for');
    expect(outcome.trials).toEqual(screened.trials);
  });

  it('is left to lanes for what the kernels of two averages do not know', async () => {
    const refusals = ['close < steady', 'crossunder(quick, steady) || rsi(close, 14) > 80'].map((exit) =>
      sweep({ ...small, plan: planOf(script.replace('crossunder(quick, steady)', exit)) }, backendOf()),
    );
    for (const outcome of await Promise.all(refusals)) {
      expect(outcome.refusal).toBeNull();
      expect(outcome.agreement).toMatchObject({ worstDifference: 0, tradeDifferences: 0 });
    }
    const third = planOf(
      script
        .replace('const quick', "const deep = param('deep', 2, { min: 1, max: 4 })\n\nconst quick")
        .replace('2 * atr', 'deep * atr'),
    );
    const axes = [...small.axes, { name: 'deep', values: [1, 2] }];
    const outcome = await sweep({ ...small, plan: third, axes }, backendOf());
    expect(outcome.agreement).toMatchObject({ cells: 8, worstDifference: 0, tradeDifferences: 0 });
  });

  it('takes over from a screen that ranks otherwise', async () => {
    const wrong = backendOf(({ meanReturn }) =>
      meanReturn.forEach((value, lane) => (meanReturn[lane] = -value)),
    );
    const outcome = await sweep(request, wrong);
    expect(outcome.refusal).toContain('rank correlation −1.00, below 0.95');
    expect(outcome.agreement!.rankCorrelation).toBeCloseTo(-1, 6);
    expect(cellAt(outcome, outcome.best!)!.parameters).toEqual([10, 240]);
  });
});

describe('a sweep whose cells are all skipped', () => {
  it('has no best cell and no verdict', async () => {
    const axes = [
      { name: 'fast', values: [50, 60] },
      { name: 'slow', values: [40, 50] },
    ];
    const heard: number[] = [];
    const job: Job = { checkpoint: (done) => Promise.resolve(void heard.push(done)) };
    const outcome = await sweep({ ...request, axes }, backendOf(), job);
    expect(outcome).toMatchObject({
      run: 0,
      skipped: 4,
      best: null,
      plateau: [],
      plateauFloor: null,
      verdict: null,
    });
    expect(outcome.trials.place).toHaveLength(0);
    expect(heard.every((done) => done === 0)).toBe(true);
  });
});

describe('a sweep of more cells than are all run exactly', async () => {
  const axes = [
    { name: 'fast', values: axisValues('fast', 5, 60, 3) },
    { name: 'slow', values: axisValues('slow', 65, 250, 6) },
  ];
  const large = { ...request, axes, bars: sliceBars(bars, 0, 1500) };
  const store = new ColumnStore(large.bars);
  const outcome = await sweep(large, backendOf(), UNWATCHED, store);

  it('runs the best, their neighbours and a probe exactly and marks the rest', () => {
    const exact = exactOf(outcome);
    expect(outcome.run).toBe(19 * 31);
    expect(exact).toBeGreaterThanOrEqual(100);
    expect(exact).toBeLessThanOrEqual(109);
    expect(outcome.agreement).toMatchObject({ tradeDifferences: 0, rankCorrelation: 1 });
    expect(outcome.agreement!.cells).toBeGreaterThanOrEqual(100);
  });

  it('finds the same best cell as exact runs of all', async () => {
    const all = await sweep(large, null, UNWATCHED, store);
    expect(outcome.best).toBe(all.best);
    expect(cellAt(outcome, outcome.best!)).toMatchObject({
      metrics: cellAt(all, all.best!)!.metrics,
    });
    const evidence = (verdict: typeof all.verdict, claim: string) =>
      verdict!.evidence.find((row) => row.claim.startsWith(claim))!;
    for (const claim of ['Chosen early', 'Overfitting'])
      expect(evidence(outcome.verdict, claim)).toEqual(evidence(all.verdict, claim));
    expect(evidence(all.verdict, 'Overfitting').method).not.toBeNull();
  });
});

describe('the plan of a sweep', () => {
  it('takes the ranges of the script, or axes given by name', () => {
    const axes = [{ name: 'slow', values: [150, 200] }];
    expect(sweepPlan(plan).axes.map((axis) => axis.values.length)).toEqual([12, 22]);
    expect(sweepPlan(plan, axes).axes).toEqual([
      { name: 'fast', values: axisValues('fast', 5, 60, 5) },
      axes[0],
    ]);
  });

  it('makes values without drift', () => {
    expect(axisValues('x', 0.1, 0.5, 0.1)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(axisValues('x', 2, 2, 1)).toEqual([2]);
  });

  it.each([
    ['sweep_too_large', () => axisValues('x', 0, 1e9, 1)],
    ['setting_invalid', () => axisValues('x', 2, 1, 1)],
    ['setting_invalid', () => axisValues('x', 1, 2, 0)],
    ['parameter_unknown', () => sweepPlan(plan, [{ name: 'other', values: [1] }])],
    ['setting_invalid', () => sweepPlan(plan, [{ name: 'fast', values: [2, 1] }])],
    ['setting_invalid', () => sweepPlan(planOf("strategy('a')\nif (close > open) buy({ size: units(1) })"))],
    [
      'sweep_too_large',
      () =>
        sweepPlan(plan, [
          { name: 'fast', values: axisValues('fast', 1, 500, 1) },
          { name: 'slow', values: axisValues('slow', 1, 21, 1) },
        ]),
    ],
  ])('refuses: %s', (code, act) => {
    expect(act).toThrow(expect.objectContaining({ code }));
  });
});

describe('the job of a sweep', () => {
  it('hears of progress up to the whole', async () => {
    const heard: [number, number][] = [];
    const job: Job = { checkpoint: (done, total) => Promise.resolve(void heard.push([done, total])) };
    await sweep(request, backendOf(), job);
    expect(heard.every(([done], k) => done >= (heard[k - 1]?.[0] ?? 0))).toBe(true);
    expect(heard.at(-1)).toEqual([510, 510]);
  });

  it('can be cancelled between chunks', async () => {
    const tools = toolsOf(request, null, columns);
    let run = 0;
    const counted: SweepTools = {
      ...tools,
      exact(places, rows) {
        run += places.length;
        return tools.exact(places, rows);
      },
    };
    const job: Job = {
      async checkpoint(done) {
        if (done > 0) throw new BacktabError('cancelled', { work: 'The sweep' });
      },
    };
    await expect(runSweep(request, counted, job)).rejects.toMatchObject({ code: 'cancelled' });
    expect(run).toBeGreaterThan(0);
    expect(run).toBeLessThan(255);
  });
});
