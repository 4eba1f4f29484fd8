import { describe, expect, it } from 'vitest';
import { sweepOutcome } from '../../../tests/support/sweep-outcome';
import { figureChoices, figureOf } from './figure';

const plain = sweepOutcome([{ name: 'fast', values: [5, 10] }], [0.5, 0.25]);
const sweep = {
  ...plain,
  objectives: [
    { formula: 'cagr / maxDrawdown', goal: 'maximize' },
    { formula: 'maxDrawdown', goal: 'minimize' },
  ] as const,
  trials: {
    ...plain.trials,
    figures: { ...plain.trials.figures, maxDrawdown: Float64Array.of(0.1, 0.2) },
    scores: [Float64Array.of(2, 3), Float64Array.of(-0.1, -0.2)],
  },
};

describe('what a sweep can be looked at by', () => {
  it('are its objectives, then the figures of every sweep, none twice', () => {
    expect(figureChoices(sweep).map(({ id }) => id)).toEqual([
      'cagr / maxDrawdown',
      'maxDrawdown',
      'sharpe',
      'cagr',
      'totalReturn',
      'trades',
      'finalEquity',
    ]);
  });

  it('has scores of which the higher ones are better, written as figures', () => {
    const fall = figureOf(sweep, 'maxDrawdown');
    expect([...fall.scores]).toEqual([-0.1, -0.2]);
    expect(fall.write(-0.1)).toBe('−10.0\u202f%');
    expect(figureOf(plain, 'maxDrawdown').write(-0.1)).toBe('−10.0\u202f%');
    expect(figureOf(sweep, 'sharpe').write(0.5)).toBe('0.50');
    expect(figureOf(sweep, 'sharpe').write(null)).toBe('n/a');
  });

  it('is the first objective unless the sweep has the figure', () => {
    expect(figureOf(sweep, 'gone').id).toBe('cagr / maxDrawdown');
    expect(figureOf(sweep, null).label).toBe('cagr / maxDrawdown');
    expect(figureOf(plain, null).label).toBe('Sharpe, yearly');
  });
});
