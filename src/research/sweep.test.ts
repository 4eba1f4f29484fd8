import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/golden-cross.json';
import { sp500Bars } from '../../tests/support/sp500';
import type { KernelBackend, TwoAverageOutcome } from '../core/backend';
import { sliceBars } from '../core/bars';
import type { Instrument } from '../core/dataset';
import { BacktabError } from '../core/errors';
import { type Job, UNWATCHED } from '../core/job';
import { compile } from '../script/compile';
import { ColumnStore } from '../script/evaluate';
import {
  figuresOf,
  runSweep,
  type ScreenTool,
  type SweepRequest,
  type SweepResult,
  type SweepTools,
} from './sweep';
import { sweepLanes } from './lane-sweep';
import { axisValues, sweepPlan } from './sweep-plan';
import type { ObjectiveSpec } from './sweep/objective-spec';
import { exactRows } from './sweep/row-runner';
import { screenRunner } from './sweep/screen';
import type { TrialRows } from './sweep/trial-rows';
import { cellAt, cellOfRow } from './sweep/trial-table';
import { trialSpace } from './sweep/trial-space';
import { sweepTwoAverages } from './two-average-sweep';

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

function backendOf(change: (outcome: TwoAverageOutcome) => void = () => undefined): KernelBackend {
  return {
    kind: 'cpu',
    precision: 'f64',
    detail: 'twin',
    indicator: () => Promise.reject(new Error('not asked for')),
    async sweepTwoAverages(sweep, job) {
      const outcome = await sweepTwoAverages(sweep, job);
      change(outcome);
      return outcome;
    },
    sweepLanes,
    close: () => undefined,
  };
}

function toolsOf(from: SweepRequest, backend: KernelBackend | null, store: ColumnStore): SweepTools {
  const { axes } = trialSpace(from.plan, from.axes, null);
  const setup = { ...from, axes, figures: figuresOf(from.objectives) };
  const screen = (own: KernelBackend): ScreenTool => {
    const run = screenRunner({ ...setup, columns: store, capacity: 1e8 }, own);
    return { kind: own.kind, precision: own.precision, run };
  };
  return { screen: backend && screen(backend), exact: exactRows(setup, store) };
}

const sweep = (from: SweepRequest, backend: KernelBackend | null, job: Job = UNWATCHED, store = columns) =>
  runSweep(from, toolsOf(from, backend, store), job);
const cellsOf = (outcome: SweepResult) =>
  Array.from(outcome.trials.place, (_, row) => cellOfRow(outcome, row));
const exactOf = ({ trials }: SweepResult) => trials.exact.reduce((sum, one) => sum + one, 0);

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
    const early = (verdict: typeof all.verdict) =>
      verdict!.evidence.find((row) => row.claim.startsWith('Chosen early'));
    expect(early(outcome.verdict)).toEqual(early(all.verdict));
    expect(outcome.verdict!.evidence.some((row) => row.claim === 'Overfitting')).toBe(false);
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

/** A journal in memory that counts. */
function journalOf() {
  const parts = new Map<string, TrialRows>();
  let recalled = 0;
  return {
    parts,
    get recalled() {
      return recalled;
    },
    recall: async (part: string) => {
      const found = parts.get(part) ?? null;
      if (found) recalled += 1;
      return found;
    },
    record: async (part: string, rows: TrialRows) => void parts.set(part, structuredClone(rows)),
  };
}

describe('a sweep that is cut short', () => {
  const long: SweepRequest = {
    ...request,
    bars: sliceBars(bars, 0, 1500),
    axes: [
      { name: 'fast', values: axisValues('fast', 5, 60, 3) },
      { name: 'slow', values: axisValues('slow', 65, 250, 6) },
    ],
  };
  const store = new ColumnStore(long.bars);
  /** Cut when so many parts are kept. */
  const cutAfter = (last: number, { parts }: ReturnType<typeof journalOf>): Job => ({
    async checkpoint() {
      if (parts.size >= last) throw new BacktabError('cancelled', { work: 'The sweep' });
    },
  });

  it.each([
    ['screened', backendOf(), 1],
    ['screened, while it is confirmed', backendOf(), 2],
    ['screened, while the early bars are', backendOf(), 3],
    ['run exactly', null, 2],
  ] as const)('goes on where it was, with the same result: %s', async (_, backend, last) => {
    const tools = toolsOf(long, backend, store);
    const whole = await runSweep(long, tools, UNWATCHED);
    const journal = journalOf();
    await expect(runSweep(long, { ...tools, journal }, cutAfter(last, journal))).rejects.toMatchObject({
      code: 'cancelled',
    });
    const kept = journal.parts.size;
    expect(kept).toBe(last);
    expect(await runSweep(long, { ...tools, journal }, UNWATCHED)).toEqual(whole);
    expect(journal.recalled).toBe(kept);
    expect(journal.parts.size).toBeGreaterThanOrEqual(kept);
  });

  it('runs a part again that is damaged or of another length', async () => {
    const tools = toolsOf(long, null, store);
    const journal = journalOf();
    const whole = await runSweep(long, { ...tools, journal }, UNWATCHED);
    const [first, second] = [...journal.parts.keys()];
    journal.parts.set(second!, { ...journal.parts.get(second!)!, early: Float64Array.of(1) });
    journal.parts.delete(first!);
    expect(await runSweep(long, { ...tools, journal }, UNWATCHED)).toEqual(whole);
  });
});

describe('what a sweep looks for', () => {
  const objectives: readonly ObjectiveSpec[] = [
    { formula: 'cagr', goal: 'maximize' },
    { formula: 'maxDrawdown', goal: 'minimize' },
  ];

  it('ranks by the first objective and has a front of all of them', async () => {
    const outcome = await sweep({ ...request, objectives }, backendOf());
    const { cagr, maxDrawdown } = outcome.trials.figures;
    expect(cellAt(outcome, outcome.best!)!.metrics.cagr).toBe(Math.max(...cagr));
    const front = outcome.front.map((place) => cellAt(outcome, place)!.metrics);
    expect(front.length).toBeGreaterThan(2);
    for (const one of front)
      expect(cagr.some((growth, row) => growth > one.cagr! && maxDrawdown[row]! <= one.maxDrawdown!)).toBe(
        false,
      );
    expect(outcome.verdict!.sentence).toContain('had the greatest cagr, and a Sharpe of');
  });

  it('is run exactly where it reads a figure that screens do not have', async () => {
    const sortino: readonly ObjectiveSpec[] = [{ formula: 'sortino * winRate', goal: 'maximize' }];
    const axes = [
      { name: 'fast', values: [10, 20] },
      { name: 'slow', values: [50, 100] },
    ];
    const outcome = await sweep({ ...request, axes, objectives: sortino }, backendOf());
    expect(outcome.refusal).toBe("the figure 'sortino' is the exact engine's alone");
    const { figures, scores } = outcome.trials;
    expect([...scores[0]!]).toEqual(
      Array.from(figures.sortino!, (value, row) => value * figures.winRate![row]!),
    );
  });

  it('may be undefined for all settings, which leaves no best one', async () => {
    const never: readonly ObjectiveSpec[] = [{ formula: 'sharpe / (trades - trades)', goal: 'maximize' }];
    const outcome = await sweep({ ...request, objectives: never }, backendOf());
    expect(outcome).toMatchObject({ run: 255, best: null, plateau: [], front: [], verdict: null });
  });

  it('is one to four objectives', async () => {
    for (const wrong of [[], Array.from({ length: 5 }, () => objectives[0]!)])
      await expect(sweep({ ...request, objectives: wrong }, backendOf())).rejects.toMatchObject({
        code: 'setting_invalid',
      });
  });
});

describe('a search', () => {
  const axes = [
    { name: 'fast', values: axisValues('fast', 2, 100, 1) },
    { name: 'slow', values: axisValues('slow', 20, 250, 1) },
  ];

  it.each(['random', 'latin', 'sobol', 'tpe'] as const)(
    'by %s runs as many settings as asked',
    async (method) => {
      const search = { method, trials: 120, seed: 5 };
      const from = { ...request, axes, search, constraint: 'slow - fast >= 10' };
      const outcome = await sweep(from, backendOf());
      expect(outcome.run).toBeGreaterThan(90);
      expect(outcome.run).toBeLessThanOrEqual(120);
      expect(outcome.skipReason).toContain('not slow - fast >= 10');
      for (const { parameters } of cellsOf(outcome))
        expect(parameters[1]! - parameters[0]!).toBeGreaterThanOrEqual(10);
      const again = await sweep(from, null);
      expect(again.trials.place).toEqual(outcome.trials.place);
      expect(again.best).toBe(outcome.best);
    },
  );

  it('by halving runs the survivors whole, and counts all as tries', async () => {
    const outcome = await sweep(
      { ...request, axes, search: { method: 'halving', trials: 90, seed: 5 } },
      backendOf(),
    );
    expect([outcome.run, outcome.dropped]).toEqual([10, 80]);
    expect(outcome.verdict!.evidence.map(({ detail }) => detail).join(' ')).toContain('after 90 tries');
  });
});
