import { describe, expect, it } from 'vitest';
import { randomWalk } from '../../tests/support/random-walk';
import { UNWATCHED } from '../core/job';
import { axisValues } from '../research/sweep-plan';
import { validate, type ValidationRequest } from '../research/validation/validate';
import { compileOrThrow } from '../script/plan-or-throw';
import { installErrorTransfer } from './boundary';
import type { FixtureService } from './boundary.fixture.worker';
import { ValidationPool } from './validation-pool';
import { WorkerPool } from './worker-pool';

installErrorTransfer();

let started = 0;
const poolOf = (size: number) =>
  new WorkerPool<FixtureService>(
    'fixture',
    size,
    () => {
      started += 1;
      return new Worker(new URL('./boundary.fixture.worker.ts', import.meta.url), { type: 'module' });
    },
    async (service) => void (await service.double(0)),
  );

describe('a pool of workers', () => {
  it('answers each piece once, whoever does it', async () => {
    const pool = poolOf(3);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, k) => pool.run((service) => service.double(k))),
    );
    expect(answers).toEqual(Array.from({ length: 40 }, (_, k) => 2 * k));
    pool.close();
  });

  it('replaces a worker that is lost, and gives up on a piece that kills each', async () => {
    const pool = poolOf(2);
    started = 0;
    const deadly = pool.run((service) => service.die());
    const others = Array.from({ length: 10 }, (_, k) => pool.run((service) => service.double(k)));
    await expect(deadly).rejects.toMatchObject({ code: 'worker_lost' });
    expect(await Promise.all(others)).toEqual(Array.from({ length: 10 }, (_, k) => 2 * k));
    expect(await pool.run((service) => service.double(7))).toBe(14);
    expect(started).toBeGreaterThan(2);
    pool.close();
  });

  it('passes on a failure of a piece and works on', async () => {
    const pool = poolOf(1);
    await expect(pool.run((service) => service.refuse())).rejects.toMatchObject({
      code: 'parameter_out_of_range',
    });
    expect(await pool.run((service) => service.double(2))).toBe(4);
    pool.close();
  });

  it('fails what it had in hand and what waited when it is closed, and takes nothing more', async () => {
    const pool = poolOf(1);
    const pieces = [pool.run((service) => service.die()), pool.run((service) => service.double(1))];
    pool.close();
    for (const piece of pieces) await expect(piece).rejects.toMatchObject({ code: 'worker_lost' });
    await expect(pool.run((service) => service.double(1))).rejects.toMatchObject({ code: 'worker_lost' });
  });
});

describe('a validation by workers', { timeout: 120_000 }, () => {
  const source = `strategy('A', { capital: 100_000, fee: percent(0.1) })
const n = param('n', 5, { min: 2, max: 60, step: 1 })
if (crossover(close, sma(close, n))) buy({ size: percentOfEquity(95) })
if (crossunder(close, sma(close, n))) exit()`;
  const request: ValidationRequest = {
    plan: compileOrThrow(source),
    parameters: {},
    bars: randomWalk(3, 800),
    instrument: { name: 'Walk', currency: 'USD', zone: 'UTC', barsPerYear: 252 },
    axes: [{ name: 'n', values: axisValues('n', 3, 30, 3) }],
    triesBefore: 0,
    options: { resamples: 99, shuffles: 39, shuffledSettings: 4, orders: 99, entries: 39, noiseRuns: 19 },
  };
  const { bars, instrument, parameters } = request;
  const work = { source, names: ['n'], parameters, bars, instrument };

  it('is that of one thread to the bit, whatever their number', async () => {
    const alone = await validate(request);
    for (const size of [1, 2, 3]) {
      const pool = new ValidationPool(size, work);
      expect(await validate(request, pool, UNWATCHED)).toEqual(alone);
      pool.close();
    }
  });

  it('ends when its workers are taken away', async () => {
    const pool = new ValidationPool(2, work);
    let met = 0;
    const job = {
      checkpoint: async () => {
        if (++met === 4) pool.close();
      },
    };
    await expect(validate(request, pool, job)).rejects.toMatchObject({ code: 'worker_lost' });
  });
});
