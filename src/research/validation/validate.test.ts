import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sp500Bars } from '../../../tests/support/sp500';
import { sliceBars, type Bars } from '../../core/bars';
import { DAY_MS } from '../../core/time';
import { BacktabError } from '../../core/errors';
import { UNWATCHED, type Job } from '../../core/job';
import { VERDICT_WORDS } from '../../metrics/verdict-rules';
import { compileOrThrow } from '../../script/plan-or-throw';
import { ColumnStore } from '../../script/evaluate';
import { exactRunner } from '../cell-run';
import { figuresOf, runSweep } from '../sweep';
import { valuesAt } from '../sweep/grid-place';
import { exactRows } from '../sweep/row-runner';
import { sweepPlan } from '../sweep-plan';
import { indicatorSpan } from './indicator-span';
import { joinedVerdict } from './joined-verdict';
import { figureOf, notRun, ran, VALIDATION_IDS, type ValidationResult } from './shape';
import { Stages } from '../stages';
import { trialRunner } from './trial-run';
import { validate, type ValidationRequest } from './validate';
import { VALIDATION_LIMIT } from './validation-limit';
import { evidence, validationVerdict, verdictFacts } from './verdict';
import { windowRunner } from './window-run';

const bars = sp500Bars();
const instrument = { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 };
const plan = compileOrThrow(
  readFileSync(new URL('../../../docs/examples/golden-cross.bt.js', import.meta.url), 'utf8'),
);
const axes = [
  { name: 'fast', values: [10, 20, 30] },
  { name: 'slow', values: [60, 120, 180, 240] },
];
const options = { resamples: 99, shuffles: 19, shuffledSettings: 3, orders: 99, entries: 19, noiseRuns: 19 };
const request: ValidationRequest = {
  plan,
  parameters: {},
  bars,
  instrument,
  intervalMs: DAY_MS,
  axes,
  triesBefore: 0,
  options,
};
const columns = new ColumnStore(bars, { zone: instrument.zone, intervalMs: DAY_MS });
const byId = (results: readonly ValidationResult[], id: string): ValidationResult =>
  results.find((result) => result.id === id)!;

describe('the validation of the golden cross', async () => {
  const steps: (readonly [number, number])[] = [];
  const job: Job = { checkpoint: async (done, total) => void steps.push([done, total]) };
  const found = await validate(request, null, job, columns);

  it('has every method once, in order, run or with the reason', () => {
    expect(found.results.map(({ id }) => id)).toEqual(VALIDATION_IDS);
    for (const { status, reason, figures, answer, question, assumptions, source } of found.results) {
      expect([question.endsWith('?'), assumptions.length > 0, source.length > 5]).toEqual([true, true, true]);
      expect(status === 'run' ? reason === null && answer !== '' : reason !== null && answer === '').toBe(
        true,
      );
      expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length);
    }
    expect(found.results.filter(({ status }) => status === 'run').length).toBeGreaterThan(14);
  });

  it('speaks of the best setting of the exact sweep', async () => {
    const cells = sweepPlan(plan, axes).cells.filter((cell) => cell !== null);
    const runs = await exactRunner({ ...request, names: ['fast', 'slow'] }, columns)(cells);
    const best = runs.reduce((a, b) => ((b.metrics.sharpe ?? 0) > (a.metrics.sharpe ?? 0) ? b : a));
    expect(found.run).toBe(12);
    expect({ parameters: cells[runs.indexOf(best)]!, metrics: best.metrics }).toMatchObject(found.best);
    expect(figureOf(byId(found.results, 'deflated_sharpe'), 'sharpe')).toBeCloseTo(best.metrics.sharpe!, 12);
  });

  it('counts the tries as the sweep does', async () => {
    const asked = { ...request, triesBefore: 40 };
    const exact = exactRows({ ...asked, axes, figures: figuresOf() }, columns);
    const sweep = await runSweep(asked, { screen: null, exact }, UNWATCHED);
    const { place } = sweep.trials;
    const later = await validate({ ...asked, places: place }, null, undefined, columns);
    expect(later.best.parameters).toEqual(valuesAt(axes, sweep.best!));
    const deflated = byId(later.results, 'deflated_sharpe');
    expect(figureOf(deflated, 'tries')).toBe(52);
    expect(figureOf(deflated, 'chance')).toBeCloseTo(sweep.verdict!.deflatedChance, 12);
    expect(figureOf(deflated, 'luckSharpe')).toBeCloseTo(sweep.verdict!.luckSharpe, 12);
  });

  it('is of the settings that a sweep ran, and joins its verdict while both speak of one', async () => {
    const some = { ...request, places: Float64Array.of(0, 3, 7, 11) };
    const { run, best, ...rest } = await validate(some, null, undefined, columns);
    expect(run).toBe(4);
    const exact = exactRows({ ...request, axes, figures: figuresOf() }, columns);
    const sweep = await runSweep(request, { screen: null, exact }, UNWATCHED);
    const joined = joinedVerdict(sweep, found)!;
    expect(joined.words).toContain(found.verdict.words);
    expect(joined.sentence).toBe(found.verdict.sentence);
    expect(joined.evidence.map(({ claim }) => claim)).toContain('Touches the edge');
    expect(joined.evidence.filter(({ claim }) => claim === 'Luck of the draw').length).toBeLessThanOrEqual(1);
    expect(joined.suggestion).toEqual(sweep.verdict!.suggestion);
    expect(joinedVerdict(sweep, null)).toBe(sweep.verdict);
    const elsewhere = { ...found, ...rest, run, best: { ...best, parameters: [1, 2] } };
    expect(joinedVerdict(sweep, elsewhere)).toBe(sweep.verdict);
  });

  it('tells progress that only grows, to the end', () => {
    const total = steps[0]![1];
    expect(steps.every(([, of]) => of === total)).toBe(true);
    steps.forEach(([done], k) => expect(done).toBeGreaterThanOrEqual((steps[k - 1]?.[0] ?? 0) - 1e-9));
    expect(steps.at(-1)).toEqual([total, total]);
  });

  it('is the same again, and other under another seed where draws decide', async () => {
    const again = await validate(request, null, undefined, columns);
    expect(again.results).toEqual(found.results);
    const other = await validate({ ...request, options: { ...options, seed: 2 } }, null, undefined, columns);
    const drawn = (results: readonly ValidationResult[]) => figureOf(byId(results, 'noise'), 'median');
    expect(drawn(other.results)).not.toBe(drawn(found.results));
    expect(byId(other.results, 'overfitting')).toEqual(byId(found.results, 'overfitting'));
  });

  it('says the same as single runs of the windows of its walk-forward', () => {
    const run = windowRunner({ ...request, names: ['fast', 'slow'] }, new ColumnStore(bars));
    const [rolling] = found.walkForwards;
    let position = 0;
    for (const { parameters, inTo, outTo, outReturn, switchCost } of rolling!.windows) {
      const { returns, exposureBefore, exposureAfter, costRate } = run(parameters, inTo, outTo, 'taken over');
      expect(switchCost).toBeCloseTo(Math.abs(exposureBefore - position) * costRate, 12);
      const grown = returns.reduce(
        (value, change, i) => value * (1 + change - (i === 0 ? switchCost : 0)),
        1,
      );
      expect(grown - 1).toBeCloseTo(outReturn, 12);
      position = exposureAfter;
    }
    expect(rolling!.windows).toHaveLength(8);
  });

  it('gives a verdict with its evidence, doubts first', () => {
    const { verdict } = found;
    expect(verdict.words).toBe(VERDICT_WORDS[verdict.meter]);
    expect(verdict.sentence).toContain(found.best.parameters.join('/'));
    expect(verdict.evidence).toHaveLength(6);
    expect(found.evidence).toHaveLength(VALIDATION_IDS.length);
    expect(found.evidence.slice(0, 6)).toEqual(verdict.evidence);
    const levels = found.evidence.map(({ level }) => ['caution', 'good', 'info'].indexOf(level));
    expect(levels.toSorted()).toEqual(levels);
  });
});

describe('a window', async () => {
  const setup = { ...request, names: ['fast', 'slow'] };
  const run = windowRunner(setup, columns);
  const [from, to] = [1500, 2300];
  const whole = trialRunner(setup, columns)([10, 60]);
  const taken = run([10, 60], from, to, 'taken over');
  const flat = run([10, 60], from, to, 'flat');

  it.each(['taken over', 'flat'] as const)('sees nothing after its end (%s)', (start) => {
    const poisoned: Bars = { ...bars, close: bars.close.map((value, i) => (i > to ? value * 5 : value)) };
    const other = windowRunner({ ...setup, bars: poisoned }, new ColumnStore(poisoned))(
      [10, 60],
      from,
      to,
      start,
    );
    expect(other).toEqual(start === 'flat' ? flat : taken);
  });

  it('that is taken over goes on as the setting ran', () => {
    expect(taken.returns).toEqual(whole.returns.slice(from, to));
    expect(taken.exposureBefore).toBeGreaterThan(0.5);
    // The example pays 0.1 % and a basis point of slippage a side.
    expect(taken.costRate).toBeCloseTo(0.0011, 5);
  });

  it('that begins flat waits for an entry of its own, and pays for its last exit', () => {
    expect(flat.returns).toHaveLength(to - from);
    expect([flat.exposureBefore, flat.exposureAfter]).toEqual([0, 0]);
    const moved = flat.returns.findIndex((value) => value !== 0);
    expect(moved).toBeGreaterThan(0);
    expect(taken.returns.subarray(0, moved).some((value) => value !== 0)).toBe(true);
    expect(flat.returns.some((value) => value !== 0)).toBe(true);
  });
});

describe('too little', () => {
  const foreign = compileOrThrow(`strategy('Foreign')
if (close > data('B').close) buy({ size: percentOfEquity(50) })`);

  it('leaves methods out with their reasons instead of a flattering figure', async () => {
    const few = await validate({ ...request, bars: sliceBars(bars, 0, 200), axes: null });
    const off = few.results.filter(({ status }) => status === 'not run');
    expect(off.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'walk_forward_rolling',
        'purged_k_fold',
        'overfitting',
        'bar_permutation',
        'noise',
        'regimes',
      ]),
    );
    for (const { figures, pass, reason } of off)
      expect([figures, pass, reason!.endsWith('.')]).toEqual([[], null, true]);
    expect(few.verdict.meter).toBe(0);
  });

  it('is one setting: what compares settings is not run', async () => {
    const single = compileOrThrow(`strategy('One')
if (crossover(sma(close, 10), sma(close, 40))) buy({ size: percentOfEquity(95) })
if (crossunder(sma(close, 10), sma(close, 40))) exit()`);
    const found = await validate({ ...request, plan: single, axes: null });
    expect(found.run).toBe(1);
    for (const id of [
      'walk_forward_rolling',
      'purged_k_fold',
      'combinatorial_purged',
      'overfitting',
      'false_discoveries',
    ])
      expect(byId(found.results, id).status).toBe('not run');
    expect(byId(found.results, 'reality_check').status).toBe('run');
    expect(figureOf(byId(found.results, 'deflated_sharpe'), 'tries')).toBe(1);
  });

  it('is nothing beyond holding where holding is what it is compared with', async () => {
    const always = compileOrThrow(`strategy('Always')
if (position.size == 0) buy({ size: percentOfEquity(100) })`);
    const against = async (benchmark: 'cash' | 'holding') => {
      const late = sliceBars(bars, 2400, 4900);
      const found = await validate({
        ...request,
        bars: late,
        plan: always,
        axes: null,
        options: { ...options, benchmark },
      });
      return figureOf(byId(found.results, 'reality_check'), 'chance')!;
    };
    expect(await against('cash')).toBeLessThan(0.05);
    expect(await against('holding')).toBeGreaterThan(0.2);
  });

  it('leaves nothing to say where every close is missing', async () => {
    const lost: Bars = { ...bars, close: new Float64Array(bars.close.length).fill(NaN) };
    const { results, verdict } = await validate({ ...request, bars: lost });
    expect(results.filter(({ pass }) => pass === true).map(({ id }) => id)).toEqual([]);
    expect(verdict.meter).toBe(0);
  });

  it('works on rows of which some are missing, and says what cannot be drawn from them', async () => {
    const holes: Bars = { ...bars, close: bars.close.map((value, i) => (i % 97 === 5 ? NaN : value)) };
    const { results } = await validate({ ...request, bars: holes });
    expect(byId(results, 'bar_permutation').reason).toContain('Row 5');
    expect(byId(results, 'noise').reason).toContain('Row 5');
    for (const { figures } of results)
      for (const { value } of figures) expect(value === null || Number.isFinite(value)).toBe(true);
  });

  it('is a strategy that never trades', async () => {
    const idle = compileOrThrow(`strategy('Idle')
const level = param('level', 1, { min: 1, max: 3, step: 1 })
if (close < -level) buy({ size: percentOfEquity(50) })`);
    const { results, verdict } = await validate({ ...request, plan: idle, axes: null });
    for (const id of [
      'deflated_sharpe',
      'track_length',
      'backtest_length',
      'bar_permutation',
      'random_entry',
      'noise',
    ])
      expect(byId(results, id).status).toBe('not run');
    expect(figureOf(byId(results, 'reality_check'), 'chance')).toBe(1);
    expect(results.filter(({ pass }) => pass === true).map(({ id }) => id)).toEqual([]);
    expect(verdict.meter).toBe(0);
  });

  it.each([
    ['no bars', { bars: sliceBars(bars, 0, 1) }, 'data_insufficient'],
    [
      'more settings than a book tells apart',
      {
        axes: [
          { name: 'fast', values: Array.from({ length: VALIDATION_LIMIT + 1 }, (_, k) => 10 + k / 1e3) },
        ],
      },
      'sweep_too_large',
    ],
    ['an unknown axis', { axes: [{ name: 'nope', values: [1] }] }, 'parameter_unknown'],
    ['too few draws', { options: { shuffles: 18 } }, 'parameter_out_of_range'],
    ['too few windows', { options: { windows: 1 } }, 'parameter_out_of_range'],
    ['a script that reads other data', { plan: foreign, axes: null }, 'reference_missing'],
    ['a seed below zero', { options: { seed: -1 } }, 'parameter_out_of_range'],
  ])('is %s', async (_, change, code) => {
    await expect(validate({ ...request, ...change })).rejects.toMatchObject({ code });
  });
});

describe('cancelling', async () => {
  const short = { ...request, bars: sliceBars(bars, 0, 900) };
  let checkpoints = 0;
  await validate(short, null, { checkpoint: async () => void (checkpoints += 1) });

  it('at checkpoints of every stage ends the work there', async () => {
    expect(checkpoints).toBeGreaterThan(25);
    for (let at = 0; at < checkpoints; at += 2) {
      let met = 0;
      const job: Job = {
        checkpoint: async () => {
          if (met++ === at) throw new BacktabError('cancelled', { work: 'Validation' });
        },
      };
      await expect(validate(short, null, job)).rejects.toMatchObject({ code: 'cancelled' });
      expect(met).toBe(at + 1);
    }
  });
});

describe('indicatorSpan', () => {
  const spanOf = (source: string, parameters = {}) =>
    indicatorSpan(compileOrThrow(source), parameters, columns);

  it('adds warm-ups and histories along the longest way', () => {
    expect(
      spanOf(`strategy('A')\nif (close > sma(sma(close, 10), 5)[3]) buy({ size: percentOfEquity(50) })`).bars,
    ).toBe(9 + 4 + 3);
    expect(
      spanOf(`strategy('A')\nif (crossover(close, sma(close, 10))) buy({ size: percentOfEquity(50) })`).bars,
    ).toBe(9 + 1);
    expect(spanOf(`strategy('A')\nif (close > open) buy({ size: percentOfEquity(50) })`).bars).toBe(0);
  });

  it('follows the parameters and counts longer bars as those of the run', () => {
    const source = `strategy('A')\nconst n = param('n', 10, { min: 2, max: 90, step: 1 })\nif (close > sma(close, n)) buy({ size: percentOfEquity(50) })`;
    expect(spanOf(source, { n: 50 }).bars).toBe(49);
    expect(
      spanOf(`strategy('A')\nif (close > timeframe('1w', sma(close, 5))) buy({ size: percentOfEquity(50) })`)
        .bars,
    ).toBe(4 * 7);
  });

  it('says that states may remember for ever', () => {
    const source = `strategy('A')\nlet high2 = state(0)\nif (high > high2) { high2 = high }\nif (close > high2 * 0.9) buy({ size: percentOfEquity(50) })`;
    expect(spanOf(source).hasStates).toBe(true);
    expect(spanOf(`strategy('A')\nif (close > open) buy({ size: percentOfEquity(50) })`).hasStates).toBe(
      false,
    );
  });
});

describe('Stages', () => {
  it('give each stage its share and end at the total', async () => {
    const told: (readonly [number, number])[] = [];
    const stages = new Stages({ checkpoint: async (done, total) => void told.push([done, total]) }, [2, 6]);
    await stages.next().checkpoint(1, 2);
    await stages.next().checkpoint(5, 10);
    await stages.next().checkpoint(1, 1);
    await stages.finish();
    expect(told).toEqual([
      [1, 8],
      [5, 8],
      [8, 8],
      [8, 8],
    ]);
  });
});

describe('the verdict', () => {
  const topic = (id: (typeof VALIDATION_IDS)[number]) => ({
    id,
    name: id,
    question: '?',
    assumptions: [],
    source: '',
  });
  const result = (id: (typeof VALIDATION_IDS)[number], pass: boolean, figures: Record<string, number> = {}) =>
    ran(topic(id), {
      answer: 'a',
      pass,
      figures: Object.entries(figures).map(([key, value]) => ({
        key,
        name: key,
        unit: 'ratio' as const,
        value,
      })),
    });
  const strong = [
    result('deflated_sharpe', true, { chance: 0.995 }),
    result('overfitting', true, { chance: 0.05 }),
    result('walk_forward_rolling', true, { growth: 0.1, holdingGrowth: 0.05 }),
    result('doubled_costs', true),
    result('reality_check', true),
  ];
  const facts = { label: '10/240', sharpe: 2, trades: 300, bars: 5000, settings: 12, plateauInside: true };

  it('rises to strong evidence when no doubt is left', () => {
    expect(validationVerdict(facts, strong)).toMatchObject({ meter: 4, words: 'Strong evidence' });
    expect(verdictFacts(facts, strong)).toMatchObject({ walkForward: 0.1, walkForwardBeatsHolding: true });
  });

  it.each(['reality_check', 'superior_ability', 'bar_permutation', 'random_entry'] as const)(
    'stays at weak evidence while %s fails',
    (id) => {
      const results = [...strong.filter((known) => known.id !== id), result(id, false)];
      expect(validationVerdict(facts, results).meter).toBe(2);
      expect(evidence(results)[0]).toMatchObject({ level: 'caution', method: id });
    },
  );

  it('takes what was not run for unknown, which never raises it', () => {
    const results = strong.map((known) =>
      known.id === 'doubled_costs' ? notRun(topic(known.id), 'No costs.') : known,
    );
    expect(validationVerdict(facts, results).meter).toBe(3);
    expect(evidence(results).at(-1)).toEqual({
      level: 'info',
      claim: 'Not run',
      detail: 'No costs.',
      method: 'doubled_costs',
    });
    expect(validationVerdict({ ...facts, trades: 9 }, strong).meter).toBe(0);
  });
});
