import { describe, expect, it } from 'vitest';
import golden from '../../../tests/golden/monte-carlo.json';
import type { Column } from '../../core/column';
import { exp } from '../../core/math/exp';
import { sin } from '../../core/math/sin';
import { philoxNumbers } from '../../core/random/philox-numbers';
import { buildModel, type RunHistory } from './build-model';
import { calibrateGarch, garchLikelihood } from './calibrate-garch';
import { calibrateGbm } from './gbm';
import { calibrateHeston } from './calibrate-heston';
import { calibrateJumps } from './calibrate-jumps';
import { calibrateRegimes, regimeLikelihood } from './calibrate-regimes';
import { hestonPaths } from './heston';
import { jumpPaths } from './jumps';
import { MODEL_NAMES, type PathModel } from './path-model';

/** Log returns of one long path. */
function returnsOf(write: PathModel['write'], steps: number): Column {
  const out: Column = new Float64Array(steps);
  write(philoxNumbers(77), 3, out);
  return out.map((value, step) => value - (step === 0 ? 0 : out[step - 1]!));
}

describe('GARCH(1,1)', () => {
  it.each(golden.garch)('reaches the likelihood and the parameters of arch', (row) => {
    const values = Float64Array.from(row.values);
    const { parameters, logLikelihood } = calibrateGarch(values);
    const { mean, omega, alpha, beta, variance } = parameters;
    expect(logLikelihood).toBeGreaterThan(row.logLikelihood - 1e-6);
    expect([mean, omega, alpha, beta, variance]).toMatchColumn(
      [row.mean, row.omega, row.alpha, row.beta, row.next],
      { rtol: 1e-3 },
    );
  });

  it.each(golden.garch)('has the likelihood of arch at its parameters', (row) => {
    const values = Float64Array.from(row.values);
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const before = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
    const { logLikelihood, next } = garchLikelihood(values, row, before);
    expect([logLikelihood, next]).toMatchColumn([row.logLikelihood, row.next], { rtol: 1e-10 });
  });
});

describe('two regimes', () => {
  it.each(golden.regimes)('have the likelihood of statsmodels at its parameters', (row) => {
    const [calm, wild] = row.states;
    expect(regimeLikelihood(Float64Array.from(row.values), [calm!, wild!])).toBeCloseTo(row.logLikelihood, 7);
  });

  it.each(golden.regimes)('reach the likelihood and the parameters of statsmodels', (row) => {
    const { parameters, logLikelihood } = calibrateRegimes(Float64Array.from(row.values));
    // EM leaves out that the first state follows from the chances to stay: a trifle of the likelihood.
    expect(logLikelihood).toBeGreaterThan(row.logLikelihood - 0.02);
    const found = parameters.states.flatMap(({ mean, deviation, stay }) => [mean, deviation, stay]);
    const expected = row.states.flatMap(({ mean, deviation, stay }) => [mean, deviation, stay]);
    expect(found).toMatchColumn(expected, { rtol: 0.01, atol: 0.003 });
    const [calm, wild] = row.states;
    const next = row.calmAtEnd * calm!.stay + (1 - row.calmAtEnd) * (1 - wild!.stay);
    expect(parameters.calmAtStart).toBeCloseTo(next, 2);
  });
});

describe('jumps', () => {
  it('are found again in the returns that they made', () => {
    const rule = { mean: 0.0005, deviation: 0.008, intensity: 0.03, jumpMean: -0.02, jumpDeviation: 0.03 };
    const found = calibrateJumps(returnsOf(jumpPaths(rule, 50_000), 50_000));
    expect(Math.abs(found.mean - rule.mean)).toBeLessThan(4 * (rule.deviation / Math.sqrt(50_000)));
    expect(found.deviation / rule.deviation).toBeCloseTo(1, 1);
    expect(Math.abs(found.intensity / rule.intensity - 1)).toBeLessThan(0.15);
    expect(Math.abs(found.jumpMean - rule.jumpMean)).toBeLessThan(0.004);
    expect(found.jumpDeviation / rule.jumpDeviation).toBeCloseTo(1, 1);
  });
});

describe('Heston’s model', () => {
  it('is found again in the returns that it made', () => {
    const rule = {
      drift: 0.0003,
      variance: 1e-4,
      longVariance: 1e-4,
      reversion: 0.04,
      volOfVol: 0.002,
      correlation: -0.6,
    };
    const found = calibrateHeston(returnsOf(hestonPaths(rule, 300_000), 300_000));
    expect(found.longVariance / rule.longVariance).toBeCloseTo(1, 1);
    expect(Math.abs(found.reversion / rule.reversion - 1)).toBeLessThan(0.25);
    expect(Math.abs(found.volOfVol / rule.volOfVol - 1)).toBeLessThan(0.25);
    expect(Math.abs(found.correlation - rule.correlation)).toBeLessThan(0.15);
  });

  it('is refused where volatility does not wander', () => {
    const noise: Column = new Float64Array(2000);
    philoxNumbers(1).normals(0, 0, noise);
    expect(() => calibrateHeston(noise)).toThrow(expect.objectContaining({ code: 'returns_unusable' }));
  });
});

describe('geometric Brownian motion', () => {
  it('takes mean and sample deviation', () => {
    expect(calibrateGbm(Float64Array.of(0.01, 0.03, -0.01))).toMatchObject({
      mean: expect.closeTo(0.01, 12),
      deviation: expect.closeTo(0.02, 12),
    });
  });
});

const walk = (bars: number): Column =>
  Float64Array.from(
    { length: bars },
    (_, i) => 1000 * exp(0.1 * sin(i / 9) + 0.02 * (1 + 0.9 * sin(i / 60)) * sin(i * i)),
  );
const history = (equity: Column): RunHistory => ({ name: 'run', equity, trades: [], capital: 1000 });

describe('a model of a run', () => {
  it.each(MODEL_NAMES)('needs enough data: %s', (name) => {
    const few = { ...history(walk(20)), others: [{ name: 'other', equity: walk(20) }] };
    expect(() => buildModel(name, few, 30)).toThrow(expect.objectContaining({ code: 'data_insufficient' }));
  });

  it.each(['bootstrap', 'gbm', 'garch'] as const)(
    'needs an account that moves and stays above zero: %s',
    (name) => {
      const unusable = expect.objectContaining({ code: 'returns_unusable' });
      expect(() => buildModel(name, history(new Float64Array(400).fill(10)), 30)).toThrow(unusable);
      expect(() => buildModel(name, history(walk(400).map((x, i) => (i === 300 ? 0 : x))), 30)).toThrow(
        unusable,
      );
    },
  );

  it('needs another holding to be correlated with', () => {
    expect(() => buildModel('assets', history(walk(400)), 30)).toThrow(
      expect.objectContaining({ code: 'returns_unusable' }),
    );
  });

  it('searches parameters in the latest 20,000 returns', () => {
    const long = walk(21_001);
    const [whole, late] = [long, long.subarray(1000)].map((equity) =>
      buildModel('garch', history(equity), 20),
    );
    expect(whole!.parameters).toEqual(late!.parameters);
  });

  it('says question, assumptions and parameters of each', () => {
    const rich = { ...history(walk(2000)), others: [{ name: 'other', equity: walk(2100).subarray(100) }] };
    for (const name of MODEL_NAMES.filter((known) => known !== 'trades')) {
      const model = buildModel(name, rich, 20);
      expect(model.question).toMatch(/^[A-Z].*\?$/);
      expect(model.assumptions.length).toBeGreaterThan(1);
      expect(model.assumptions.every((text) => /^[A-Z].*\.$/.test(text))).toBe(true);
      expect(model.parameters.every(({ value }) => Number.isFinite(value))).toBe(true);
    }
  });
});
