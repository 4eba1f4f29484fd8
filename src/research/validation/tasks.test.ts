import { describe, expect, it } from 'vitest';
import { randomWalk } from '../../../tests/support/random-walk';
import { sp500Bars } from '../../../tests/support/sp500';
import { sliceBars } from '../../core/bars';
import { BacktabError } from '../../core/errors';
import { UNWATCHED, type Job } from '../../core/job';
import { UniformStream } from '../../core/random/uniforms';
import { DAY_MS } from '../../core/time';
import { compileOrThrow } from '../../script/plan-or-throw';
import type { CellSetup } from '../cell-run';
import { laneReason } from '../lane-runner';
import { taskAnswers } from './answer-task';
import { compactRun } from './compact-run';
import { inOrder } from '../in-order';
import type { TaskRunner } from './tasks';
import { engineTrials, trialRunner } from './trial-run';
import { validate, type ValidationRequest } from './validate';
import { validationSeconds } from './validation-work';
import { VALIDATION_DEFAULTS } from './options';

const DIP = `strategy('Dip', { capital: 100_000, fee: percent(0.05), slippage: bps(2) })
const period = param('period', 5, { min: 2, max: 30, step: 1 })
const dip = param('dip', 30, { min: 5, max: 45, step: 1 })
if (crossunder(rsi(close, period), dip)) buy({ size: percentOfEquity(90), trailing: percent(4), target: close * 1.1 })
if (crossover(rsi(close, period), 100 - dip)) short({ size: percentOfEquity(50), stop: close * 1.05 })
if (position.bars >= 25) exit()`;
/** Limit orders: only the whole engine knows them. */
const LIMIT = `strategy('Limit', { capital: 100_000, fee: percent(0.05) })
const period = param('period', 5, { min: 2, max: 30, step: 1 })
const dip = param('dip', 30, { min: 5, max: 45, step: 1 })
if (rsi(close, period) < dip) buy({ size: percentOfEquity(90), limit: close * 0.99 })
if (rsi(close, period) > 100 - dip) exit()`;

const bars = sliceBars(sp500Bars(), 2500, 3500);
const instrument = { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 };
const options = { resamples: 57, shuffles: 19, shuffledSettings: 3, orders: 99, entries: 41, noiseRuns: 23 };
const requestOf = (source: string): ValidationRequest => ({
  plan: compileOrThrow(source),
  parameters: {},
  bars,
  instrument,
  intervalMs: DAY_MS,
  axes: [
    { name: 'period', values: [3, 5, 8, 13] },
    { name: 'dip', values: [25, 30, 35, 40, 45] },
  ],
  triesBefore: 0,
  options,
});
const setupOf = (source: string): CellSetup => ({ ...requestOf(source), names: ['period', 'dip'] });

/** Workers that each answer by themselves and are done in a random order. */
function scattered(setup: CellSetup, workers: number, seed: number): TaskRunner {
  const random = new UniformStream(seed);
  const members = Array.from({ length: workers }, () => taskAnswers(setup));
  return {
    depth: 2 * workers,
    async run(kind, given) {
      for (let turns = Math.floor(random.next() * 50); turns > 0; turns--) await Promise.resolve();
      const answer = members[Math.floor(random.next() * workers)]!.run(kind, structuredClone(given));
      for (let turns = Math.floor(random.next() * 50); turns > 0; turns--) await Promise.resolve();
      return structuredClone(await answer);
    },
  };
}

describe.each([
  ['by lanes', DIP, null],
  ['by the engine', LIMIT, "an order has the option 'limit'"],
])('a validation %s', async (_, source, reason) => {
  const request = requestOf(source);
  const alone = await validate(request);

  it('goes the way that the script allows', () => {
    expect(laneReason(request)).toBe(reason);
    expect(alone.results.filter(({ status }) => status === 'run').length).toBeGreaterThan(12);
  });

  it.each([1, 2, 3])('is the same to the bit by %i workers that are done in any order', async (workers) => {
    for (const seed of [1, 2]) {
      const found = await validate(request, scattered(setupOf(source), workers, seed));
      expect(found).toEqual(alone);
    }
  });
});

describe('settings by lanes', () => {
  it.each([
    [
      'two averages',
      `const n = param('n', 5, { min: 2, max: 60, step: 1 })
if (crossover(close, sma(close, n))) buy({ size: percentOfEquity(95) })
if (crossunder(close, sma(close, n))) short({ size: percentOfEquity(60), stop: close * 1.03 })`,
    ],
    [
      'open at the end',
      `const n = param('n', 5, { min: 2, max: 60, step: 1 })
if (close > sma(close, n)) buy({ size: percentOfEquity(95), target: close * 1.5 })`,
    ],
    [
      'stops that fill on the bar of the entry',
      `const n = param('n', 5, { min: 2, max: 60, step: 1 })
if (close > sma(close, n)) buy({ size: percentOfEquity(95), stop: close * 0.999, target: close * 1.001 })`,
    ],
  ])('have figures, returns and trades of the engine (%s)', (_, rules) => {
    const plan = compileOrThrow(`strategy('A', { capital: 100_000, fee: percent(0.1) })\n${rules}`);
    for (let seed = 1; seed <= 8; seed++) {
      const setup = { plan, names: ['n'], parameters: {}, bars: randomWalk(seed, 600, 0), instrument };
      expect(laneReason(setup)).toBeNull();
      const [lanes, engine] = [trialRunner(setup), engineTrials(setup)];
      for (const n of [2, 7, 30]) {
        const run = engine([n]);
        expect(run.spans.length, 'trades').toBeGreaterThan(0);
        expect(lanes([n])).toEqual(run);
      }
    }
  });
});

describe('a compact run', () => {
  const [run] = [engineTrials(setupOf(DIP))([5, 30])];

  it('keeps the trades that cross an edge, and those alone', () => {
    const edges = [100, 250, 700];
    const { spans } = compactRun(run, { width: 1, edges });
    const pairs = (of: Int32Array) =>
      Array.from({ length: of.length / 2 }, (_, k) => [of[2 * k]!, of[2 * k + 1]!]);
    const across = pairs(run.spans).filter(([first, last]) =>
      edges.some((edge) => first! < edge && edge <= last!),
    );
    expect(pairs(spans)).toEqual(across);
    expect(across.length).toBeLessThan(run.spans.length / 2);
  });
});

describe('pieces in order', () => {
  it('are taken in order, and no more than asked for are begun', async () => {
    let flying = 0;
    let most = 0;
    const taken: number[] = [];
    const starts = Array.from({ length: 20 }, (_, k) => async () => {
      most = Math.max(most, ++flying);
      for (let turns = (k * 7) % 11; turns > 0; turns--) await Promise.resolve();
      flying -= 1;
      return k;
    });
    await inOrder(starts, 3, UNWATCHED, (answer) => taken.push(answer));
    expect(taken).toEqual(Array.from({ length: 20 }, (_, k) => k));
    expect(most).toBe(3);
  });

  it('end with the failure of the first that fails, and with a cancel', async () => {
    const lost = new BacktabError('worker_lost', { worker: 'cell 1', reason: 'gone' });
    const starts = [async () => 1, async () => Promise.reject(lost), async () => Promise.reject(lost)];
    await expect(inOrder(starts, 3, UNWATCHED, () => undefined)).rejects.toBe(lost);
    const job: Job = {
      checkpoint: (done) =>
        done === 1 ? Promise.reject(new BacktabError('cancelled', { work: 'It' })) : Promise.resolve(),
    };
    await expect(inOrder([async () => 1, async () => 2], 1, job, () => undefined)).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('an estimate', () => {
  const seconds = (settings: number, workers: number, byLanes = true) =>
    validationSeconds({ settings, bars: 5105, byLanes }, VALIDATION_DEFAULTS, workers);

  it('grows with the settings and the engine, and shrinks with workers', () => {
    expect(seconds(1000, 1)).toBeGreaterThan(seconds(255, 1));
    expect(seconds(255, 1, false)).toBeGreaterThan(seconds(255, 1));
    expect(seconds(255, 4)).toBeCloseTo(seconds(255, 1) / 4, 9);
  });
});
