import { describe, expect, it } from 'vitest';
import golden from '../../../tests/golden/multiple-tests.json';
import { lifted, noiseTrials } from '../../../tests/support/noise-trials';
import type { Column } from '../../core/column';
import { deflatedSharpe } from '../../metrics/deflated-sharpe';
import { probabilisticSharpe } from '../../metrics/probabilistic-sharpe';
import { profileOf } from '../cell-run';
import { overfitting } from '../overfitting';
import { benjaminiHochberg, benjaminiYekutieli } from './adjusted-chances';
import { bestOf, contestBlock, contestOf } from './contest';
import { backtestLength } from './backtest-length';
import { independentTries } from './best-facts';
import { deflated } from './deflated';
import { trackLength } from './track-length';
import { effectiveTrials } from './effective-trials';
import { falseDiscoveries } from './false-discoveries';
import { RealityCheck } from './reality-check';
import { resampledMeans, stationaryRows, type RowSource } from './resampled-means';
import { figureOf } from './shape';
import { StepDown } from './step-down';
import { SuperiorAbility } from './superior-ability';
import { sampleOf, sharpeDeviation } from './trials';
import { compound } from './walk-forward';

const columnsOf = (columns: readonly (readonly number[])[]): Column[] =>
  columns.map((column) => Float64Array.from(column));

async function tested(columns: readonly Column[], rows: RowSource, resamples: number, block?: number) {
  const contest = contestOf(columns, block);
  const check = new RealityCheck(contest);
  const plain = new SuperiorAbility(contest, false);
  const superior = new SuperiorAbility(contest);
  const steps = new StepDown(contest);
  const all = resampledMeans(columns, rows, 0, resamples);
  for (let path = 0; path < resamples; path++) {
    const means = all.subarray(path * columns.length, (path + 1) * columns.length);
    check.visit(means);
    plain.visit(means);
    superior.visit(means);
    steps.visit(means);
  }
  return {
    contest,
    check: check.chance,
    plain: plain.chances,
    superior: superior.chances,
    steps: steps.chances,
  };
}

describe.each(golden.contests.map((contest, k) => [k, contest] as const))(
  'contest %s of arch',
  async (_, known) => {
    const columns = columnsOf(known.columns);
    const resamples = known.rows.length;
    const rows: RowSource = (path, out) => out.set(known.rows[path]!);
    const found = await tested(columns, rows, resamples, known.block);
    // arch counts resamples above the statistic; the sample itself counts here as well, so that no chance is zero.
    const withSample = (chance: number): number => (1 + chance * resamples) / (1 + resamples);

    it('has the long-run variances of the stationary bootstrap', () => {
      const rowCount = columns[0]!.length;
      expect(found.contest.errors.map((error) => error * error * rowCount)).toMatchColumn(known.variance, {
        rtol: 1e-10,
      });
    });

    it('gives the chances of the reality check and of superior ability on the same rows', () => {
      expect(found.check).toBeCloseTo(withSample(known.plain.upper), 12);
      for (const key of ['lower', 'consistent', 'upper'] as const) {
        expect(found.plain[key]).toBeCloseTo(withSample(known.plain[key]), 12);
        expect(found.superior[key]).toBeCloseTo(withSample(known.studentised[key]), 12);
      }
    });

    it('agrees with many resamples of arch on rows of its own, within what chance allows', async () => {
      const own = 4000;
      const drawn = await tested(columns, stationaryRows(known.block, 5), own, known.block);
      for (const key of ['lower', 'consistent', 'upper'] as const) {
        const chance = known.many[key];
        const error = Math.sqrt(chance * (1 - chance) * (1 / golden.many + 1 / own));
        expect(Math.abs(drawn.superior[key] - chance)).toBeLessThan(4 * error + 1 / own);
      }
    });

    it('names no trial that the step-down of arch, which leaves hopeless trials out, does not name', () => {
      for (const [size, models] of Object.entries(known.superior)) {
        const named = [...found.steps.keys()].filter((k) => found.steps[k]! <= Number(size));
        expect(models).toEqual(expect.arrayContaining(named));
      }
      expect(found.steps[bestOf(found.contest)]).toBeLessThanOrEqual(found.superior.upper);
    });

    it('has the adjusted chances of a step-down by numpy', () => {
      expect(found.steps).toMatchColumn(known.adjusted, { rtol: 1e-12 });
    });

    it('orders the chances as their statistics, none below that of the one above', () => {
      const { means, errors } = found.contest;
      const order = [...means.keys()].toSorted((a, b) => means[b]! / errors[b]! - means[a]! / errors[a]!);
      const chances = order.map((k) => found.steps[k]!);
      expect(chances.toSorted((a, b) => a - b)).toEqual(chances);
      expect(found.superior.lower).toBeLessThanOrEqual(found.superior.consistent);
      expect(found.superior.consistent).toBeLessThanOrEqual(found.superior.upper);
    });
  },
);

/** 4 standard deviations of a binomial count about its mean. */
const binomialBounds = (count: number, chance: number): readonly [number, number] => {
  const spread = 4 * Math.sqrt(count * chance * (1 - chance));
  return [count * chance - spread, count * chance + spread];
};

describe('trials without an edge', async () => {
  const WORLDS = 300;
  const worlds: Awaited<ReturnType<typeof tested>>[] = [];
  for (let seed = 1; seed <= WORLDS; seed++) {
    const columns = noiseTrials(seed, 12, 120);
    worlds.push(await tested(columns, stationaryRows(1, seed), 99, 1));
  }
  const share = (holds: (world: (typeof worlds)[number]) => boolean): number => worlds.filter(holds).length;
  const [low, high] = binomialBounds(WORLDS, 0.05);

  it('pass the reality check, superior ability and step-down as often as the level says', () => {
    for (const count of [
      share((world) => world.check <= 0.05),
      share((world) => world.superior.upper <= 0.05),
      share((world) => world.steps.some((chance) => chance <= 0.05)),
    ]) {
      expect(count).toBeGreaterThan(low);
      expect(count).toBeLessThan(high);
    }
  });

  it('have chances that are spread evenly', () => {
    const [from, to] = binomialBounds(WORLDS, 0.5);
    const half = share((world) => world.check <= 0.5);
    expect(half).toBeGreaterThan(from);
    expect(half).toBeLessThan(to);
  });
});

describe('a planted edge', async () => {
  const WORLDS = 40;
  let checks = 0;
  let named = 0;
  let others = 0;
  for (let seed = 1; seed <= WORLDS; seed++) {
    const columns = noiseTrials(seed, 12, 250);
    columns[5] = lifted(columns[5]!, 0.003);
    const found = await tested(columns, stationaryRows(1, seed), 199, 1);
    if (found.check <= 0.05) checks += 1;
    if (found.steps[5]! <= 0.05) named += 1;
    if (found.steps.some((chance, k) => k !== 5 && chance <= 0.05)) others += 1;
  }

  it('is found by the reality check and named by the step-down', () => {
    expect(checks).toBeGreaterThanOrEqual(0.9 * WORLDS);
    expect(named).toBeGreaterThanOrEqual(0.9 * WORLDS);
  });

  it('takes no other trial along more often than the level allows', () => {
    expect(others).toBeLessThan(binomialBounds(WORLDS, 0.05)[1]);
  });
});

describe('a winner that was chosen by looking', async () => {
  const columns = noiseTrials(4, 200, 640);
  const profiles = columns.map((column) => profileOf(compound(column)));
  const samples = profiles.map((profile) => sampleOf(profile)!);
  const best = samples.reduce((a, b) => (b.sharpe > a.sharpe ? b : a));

  it('looks sure by itself', () => {
    expect(probabilisticSharpe(best, 0)).toBeGreaterThan(0.99);
  });

  it('is exposed by the reality check, superior ability, deflation, overfitting and false discoveries', async () => {
    const found = await tested(columns, stationaryRows(1, 1), 199);
    expect(found.check).toBeGreaterThan(0.05);
    expect(found.superior.consistent).toBeGreaterThan(0.05);
    expect(Math.min(...found.steps)).toBeGreaterThan(0.05);
    expect(deflatedSharpe(best, columns.length, sharpeDeviation(profiles))).toBeLessThan(0.95);
    expect(overfitting(profiles)!.chance).toBeGreaterThan(0.2);
    const chances = Float64Array.from(samples, (sample) => 1 - probabilisticSharpe(sample, 0));
    const result = falseDiscoveries(chances, samples.indexOf(best));
    expect(result.pass).toBe(false);
    expect(figureOf(result, 'yekutieli')).toBe(0);
  });
});

describe('contests', () => {
  it('of trials that never moved name nothing', async () => {
    const still = [new Float64Array(80), new Float64Array(80)];
    const found = await tested(still, stationaryRows(4, 1), 50);
    expect(found.check).toBe(1);
    expect(found.superior).toEqual({ lower: 1, consistent: 1, upper: 1 });
    expect([...found.steps]).toEqual([1, 1]);
  });

  it('of losing trials have no chance to be superior', async () => {
    const losing = noiseTrials(2, 4, 200).map((column) => lifted(column, -0.01));
    expect((await tested(losing, stationaryRows(1, 1), 99)).superior).toEqual({
      lower: 1,
      consistent: 1,
      upper: 1,
    });
  });

  it('draw longer blocks where returns hang together', () => {
    const apart = noiseTrials(3, 1, 500);
    const together = apart.map((column) => {
      const out = column.slice();
      for (let i = 1; i < out.length; i++) out[i]! += 0.8 * out[i - 1]!;
      return out;
    });
    expect(contestBlock(together)).toBeGreaterThan(3 * contestBlock(apart));
  });

  it('have the same means whatever the pieces they are made in', () => {
    const columns = noiseTrials(1, 5, 100);
    const rows = stationaryRows(7, 3);
    const whole = resampledMeans(columns, rows, 0, 21);
    for (const cut of [1, 2, 7, 20])
      expect([...resampledMeans(columns, rows, 0, cut), ...resampledMeans(columns, rows, cut, 21)]).toEqual([
        ...whole,
      ]);
    const some = resampledMeans(columns.slice(1, 3), rows, 0, 21);
    some.forEach((mean, k) => expect(mean).toBe(whole[Math.floor(k / 2) * 5 + 1 + (k % 2)]));
  });
});

describe('adjusted chances', () => {
  it.each(golden.adjusted)('agree with statsmodels ($chances)', ({ chances, hochberg, yekutieli }) => {
    const given = Float64Array.from(chances);
    expect(benjaminiHochberg(given)).toMatchColumn(hochberg, { rtol: 1e-12 });
    expect(benjaminiYekutieli(given)).toMatchColumn(yekutieli, { rtol: 1e-12 });
  });

  it('of one setting are not asked for', () => {
    expect(falseDiscoveries(Float64Array.of(0.01), 0)).toMatchObject({
      status: 'not run',
      pass: null,
      figures: [],
    });
  });
});

describe('effective trials', () => {
  it.each(golden.effective)('agree with eigenvalues by numpy ($byEigenvalues)', (known) => {
    const found = effectiveTrials(columnsOf(known.columns))!;
    expect([found.correlation, found.byEigenvalues, found.byCorrelation]).toMatchColumn(
      [known.correlation, known.byEigenvalues, known.byCorrelation],
      { rtol: 1e-10 },
    );
  });

  it('are one for copies, nearly all for independent ones, and none without movement', () => {
    const [one] = noiseTrials(1, 1, 100) as [Column];
    const copies = effectiveTrials([one, one.slice(), lifted(one, 0.5)])!;
    expect(copies.byCorrelation).toBeCloseTo(1, 9);
    expect(copies.byEigenvalues).toBeCloseTo(1, 9);
    const apart = effectiveTrials(noiseTrials(1, 10, 2000))!;
    expect(apart.byCorrelation).toBeGreaterThan(9.5);
    expect(apart.byEigenvalues).toBeGreaterThan(9.5);
    expect(effectiveTrials([new Float64Array(100)])).toBeNull();
    expect(effectiveTrials(noiseTrials(1, 3, 29))).toBeNull();
    expect(effectiveTrials([one, new Float64Array(100)])!.trials).toBe(1);
  });
});

describe('tries', () => {
  const [one] = noiseTrials(1, 1, 200) as [Column];
  const facts = (columns: readonly Column[], tries: number) => ({
    sample: { sharpe: 0.05, count: 200, skew: 0, kurtosis: 3 },
    deviation: 0.05,
    tries,
    effective: effectiveTrials(columns),
    barsPerYear: 252,
  });

  it('are worth one for copies, all for independent ones, and never more than were made', () => {
    expect(independentTries(facts([one, one.slice(), lifted(one, 0.001)], 3))).toBe(1);
    const apart = independentTries(facts(noiseTrials(1, 10, 2000), 10))!;
    expect(apart).toBeGreaterThan(9.5);
    expect(apart).toBeLessThanOrEqual(10);
    expect(independentTries({ ...facts([one], 7), effective: null })).toBeNull();
  });

  it('grow with tries before, and each lowers the chance as one of its own', () => {
    const columns = noiseTrials(1, 10, 2000);
    expect(independentTries(facts(columns, 40))!).toBeGreaterThan(38);
    const copies = facts([one, one.slice()], 40);
    expect(figureOf(deflated(copies), 'chance')).toBe(figureOf(deflated(facts(columns, 40)), 'chance'));
    expect(figureOf(deflated(copies), 'independentChance')).toBe(figureOf(deflated(copies), 'oneTry'));
    const chance = (tries: number) => figureOf(deflated(facts(columns, tries)), 'chance')!;
    expect(chance(40)).toBeLessThan(chance(10));
    expect(figureOf(deflated(facts(columns, 10)), 'oneTry')).toBeGreaterThan(chance(10));
  });

  it('are not asked of a strategy that never moved', () => {
    const still = { ...facts([one], 1), sample: null };
    for (const method of [deflated, trackLength, backtestLength])
      expect(method(still)).toMatchObject({ status: 'not run', figures: [], pass: null });
    const losing = { ...facts([one], 1), sample: { sharpe: -0.1, count: 200, skew: 0, kurtosis: 3 } };
    expect(backtestLength(losing).reason).toContain('not above zero');
    expect(trackLength(losing)).toMatchObject({ status: 'run', pass: false });
  });

  it('decide how much history is enough', () => {
    const strong = {
      ...facts(noiseTrials(1, 10, 2000), 10),
      sample: { sharpe: 0.2, count: 2000, skew: 0, kurtosis: 3 },
    };
    expect([trackLength(strong).pass, backtestLength(strong).pass, deflated(strong).pass]).toEqual([
      true,
      true,
      true,
    ]);
    const short = { ...strong, sample: { ...strong.sample, sharpe: 0.05, count: 100 } };
    expect([trackLength(short).pass, backtestLength(short).pass]).toEqual([false, false]);
  });
});
