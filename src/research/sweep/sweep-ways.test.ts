import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sp500Bars } from '../../../tests/support/sp500';
import { backendOf, cellsOf, toolsOf } from '../../../tests/support/sweep-tools';
import type { KernelBackend } from '../../core/backend';
import { sliceBars } from '../../core/bars';
import { BacktabError } from '../../core/errors';
import { type Job, UNWATCHED } from '../../core/job';
import { compile } from '../../script/compile';
import { ColumnStore } from '../../script/evaluate';
import { runSweep, type SweepRequest } from '../sweep';
import { axisValues } from '../sweep-plan';
import type { ObjectiveSpec } from './objective-spec';
import type { TrialRows } from './trial-rows';
import { cellAt } from './trial-table';

const bars = sp500Bars();
const columns = new ColumnStore(bars);
const script = readFileSync(new URL('../../../docs/examples/golden-cross.bt.js', import.meta.url), 'utf8');
const request: SweepRequest = {
  plan: compile(script).plan!,
  axes: null,
  parameters: {},
  bars,
  instrument: { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 },
  triesBefore: 0,
};
const sweep = (from: SweepRequest, backend: KernelBackend | null) =>
  runSweep(from, toolsOf(from, backend, columns), UNWATCHED);

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
