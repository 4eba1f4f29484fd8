import { expect, it, vi } from 'vitest';
import type { Bars } from '../core/bars';
import type { Operand } from '../script/elementwise';
import { compileOrThrow } from '../script/plan-or-throw';
import { drawBars } from '../../tests/support/random-bars';
import { RandomSource } from '../../tests/support/random-source';
import { proveNoLookAhead, type TruncationReport } from './truncation';
import { backtestSubject } from './truncation/plan-subject';

/** An evaluator with a fault: three bars ago is told as the next bar. */
vi.mock('../script/elementwise', async (original) => {
  const real = await original<typeof import('../script/elementwise')>();
  const delayed: typeof real.delayed = (of: Operand, bars, length) =>
    bars === 3 && typeof of !== 'number'
      ? of.map((_, i) => of[i + 1] ?? NaN)
      : real.delayed(of, bars, length);
  return { ...real, delayed };
});

const bars: Bars = drawBars(new RandomSource(5), {
  rows: 40,
  tick: 0,
  damage: 0,
  hasActions: false,
  gap: 0.02,
});

const prove = (body: string): Promise<TruncationReport> =>
  proveNoLookAhead(
    backtestSubject({
      plan: compileOrThrow(`strategy('T', { fee: percent(0) })\n${body}`),
      parameters: {},
      bars,
      instrument: { name: 'T', currency: 'USD', zone: 'UTC', barsPerYear: 252 },
    }),
    { cuts: 40 },
  );

it('an evaluator that reads a later bar is found out, and the expression named', async () => {
  const { isProved, disagreements } = await prove(
    'const safe = close[2]\nconst faulty = close[3]\nif (faulty > safe) buy({ size: units(1) })\nif (close < open) exit()',
  );
  expect(isProved).toBe(false);
  expect(disagreements[0]).toMatchObject({
    kind: 'value',
    bar: 0,
    time: bars.time[0],
    line: 3,
    text: 'faulty',
    whole: String(bars.close[1]),
    prefix: 'NaN',
  });
  expect(disagreements.map(({ text }) => text)).not.toContain('safe');
}, 60_000);

it('the same without the faulty expression is proved', async () => {
  expect(
    (await prove('if (close[2] > close[1]) buy({ size: units(1) })\nif (close < open) exit()')).isProved,
  ).toBe(true);
}, 60_000);
