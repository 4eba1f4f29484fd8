import { describe, expect, it } from 'vitest';
import type { Metrics } from '../core/metrics';
import { verdict, type VerdictInput } from './verdict';
import { DOUBTS, meterOf, VERDICT_THRESHOLDS as T, type VerdictFacts } from './verdict-rules';

const STRONG: VerdictFacts = {
  trades: 200,
  bars: 250,
  damagedFills: 0,
  chance: 0.99,
  overfitting: 0.1,
  plateauInside: true,
  walkForward: 0.01,
  walkForwardBeatsHolding: true,
  survivesDoubledCosts: true,
};

describe('the meter', () => {
  it('is at its top when no doubt is left', () => expect(meterOf(STRONG)).toBe(4));

  it.each<[number, Partial<VerdictFacts>]>([
    [0, { trades: T.fewestTrades - 1 }],
    [2, { trades: T.fewestTrades }],
    [0, { bars: T.fewestBars - 1 }],
    [0, { damagedFills: 1 }],
    [1, { chance: 0.8999 }],
    [1, { chance: null }],
    [2, { chance: 0.9 }],
    [2, { chance: 0.9499 }],
    [3, { chance: 0.95 }],
    [3, { chance: 0.9899 }],
    [2, { trades: T.fairTrades - 1 }],
    [3, { trades: T.fairTrades }],
    [3, { trades: T.strongTrades - 1 }],
    [2, { overfitting: 0.2001 }],
    [3, { overfitting: 0.2 }],
    [3, { overfitting: 0.1001 }],
    [2, { overfitting: null }],
    [2, { plateauInside: false }],
    [2, { plateauInside: null }],
    [2, { walkForward: 0 }],
    [2, { walkForward: null }],
    [3, { walkForwardBeatsHolding: false }],
    [3, { walkForwardBeatsHolding: null }],
    [3, { survivesDoubledCosts: false }],
    [3, { survivesDoubledCosts: null }],
  ])('is %i with %o', (meter, change) => {
    expect(meterOf({ ...STRONG, ...change })).toBe(meter);
  });

  it('is the lowest that any doubt allows', () => {
    expect(meterOf({ ...STRONG, chance: 0.5, trades: 3 })).toBe(0);
    expect(DOUBTS.map((doubt) => doubt.meter)).toEqual(DOUBTS.map((doubt) => doubt.meter).toSorted());
  });
});

const METRICS: Metrics = {
  totalReturn: 0.4,
  cagr: 0.017,
  volatility: 0.07,
  sharpe: 0.26,
  sortino: 0.36,
  maxDrawdown: 0.177,
  maxDrawdownDuration: 1000,
  calmar: 0.1,
  winRate: 0.3,
  profitFactor: 1.7,
  expectancy: 1000,
  averageTrade: 0.015,
  exposure: 0.37,
  trades: 29,
  finalEquity: 140_000,
  costs: 6740,
};
const INPUT: VerdictInput = {
  metrics: METRICS,
  holding: { ...METRICS, cagr: 0.034, maxDrawdown: 0.568 },
  held: 'the index',
  gap: { low: -0.091, high: 0.055 },
  bars: 5105,
  fills: 58,
  chance: 0.88,
  tries: 1,
  defects: [],
  brackets: { trades: 29, ambiguous: 0, intrabar: 'pessimistic' },
};
const EARNED = 'Earned 1.7\u202f% a year, holding the index 3.4\u202f%.';

describe('the sentence', () => {
  it.each<[string, Partial<VerdictInput>]>([
    [`${EARNED} With 29 trades, chance could explain the gap (95\u202f% range −9.1 to +5.5 points).`, {}],
    [
      `${EARNED} With 29 trades, it came out ahead by more than chance explains (95\u202f% range +0.1 to +5.5 points).`,
      { gap: { low: 0.001, high: 0.055 } },
    ],
    [
      `${EARNED} With 29 trades, it came out behind by more than chance explains (95\u202f% range −9.1 to −1.0 points).`,
      { gap: { low: -0.091, high: -0.01 } },
    ],
    [`${EARNED} With 29 trades, no range of the gap can be given.`, { gap: null }],
    [`${EARNED} 1 trade is too few to tell skill from chance.`, { metrics: { ...METRICS, trades: 1 } }],
    [`${EARNED} 9 trades are too few to tell skill from chance.`, { metrics: { ...METRICS, trades: 9 } }],
    [`${EARNED} 249 bars are too few to tell skill from chance.`, { bars: 249 }],
    [
      `${EARNED} 3 fills stand on damaged rows, so this cannot be judged.`,
      { defects: [{ code: 'impossible_prices', title: 'Impossible prices', touchedFills: 3 }] },
    ],
    [
      'No trade was completed in 5,105 bars. Holding the index earned 3.4\u202f% a year.',
      { metrics: { ...METRICS, trades: 0, costs: 0 } },
    ],
  ])('%s', (sentence, change) => {
    expect(verdict({ ...INPUT, ...change }).sentence).toBe(sentence);
  });
});

describe('the evidence', () => {
  it('puts cautions first', () => {
    const { evidence, meter, words } = verdict(INPUT);
    expect([meter, words]).toEqual([1, 'No evidence of an edge']);
    expect(evidence.map(({ level, claim, detail }) => [level, claim, detail])).toEqual([
      ['caution', 'Few trades', '29. Below 100 the average trade is a rough guess.'],
      ['caution', 'Chance of a Sharpe above zero', '88\u202f% (bar: 95\u202f%). One setting tried.'],
      ['good', 'Bar order', 'No bar held both stop and target, so the order inside the bar changed nothing.'],
      [
        'info',
        'Against holding the index',
        '1.7 points less a year; deepest fall 17.7\u202f% against 56.8\u202f%.',
      ],
    ]);
  });

  it('turns good where the doubt is gone, and says what was tried', () => {
    const metrics = { ...METRICS, trades: 100, cagr: 0.05 };
    const { evidence } = verdict({
      ...INPUT,
      metrics,
      chance: 0.95,
      tries: 255,
      brackets: { trades: 0, ambiguous: 0, intrabar: 'pessimistic' },
    });
    expect(evidence.map(({ level, detail, method }) => [level, detail, method])).toEqual([
      ['good', '100, 100 or more.', null],
      ['good', '95\u202f% (bar: 95\u202f%). 255 settings tried on these data.', 'Deflated Sharpe ratio'],
      ['info', '1.6 points more a year; deepest fall 17.7\u202f% against 56.8\u202f%.', null],
    ]);
  });

  it('tells ambiguous bars, unknown chances and touched defects', () => {
    const defects = [
      { code: 'open_repeats_close', title: 'Opens repeat', touchedFills: 20 },
      { code: 'gaps', title: 'Gaps', touchedFills: 0 },
    ] as const;
    const { evidence, meter } = verdict({
      ...INPUT,
      chance: null,
      defects,
      brackets: { trades: 29, ambiguous: 2, intrabar: 'pessimistic' },
    });
    expect(meter).toBe(1);
    expect(evidence.map((row) => row.detail)).toEqual([
      '20 of 58 fills stand on such rows. They carry no overnight gap.',
      '29. Below 100 the average trade is a rough guess.',
      'n/a: equity never moved.',
      '2 of 29 trades left on a bar that held both stop and target; the stop is taken to come first.',
      '1.7 points less a year; deepest fall 17.7\u202f% against 56.8\u202f%.',
    ]);
  });

  it.each([
    ['detail', 2, 'so did one of its shorter bars, or they are missing.'],
    ['detail', 0, 'Bars of a shorter interval say what came first, or no bar held both stop and target.'],
    ['path', 2, 'the extreme nearer to the open is taken to come first.'],
  ] as const)('tells what the policy %s makes of %i bars', (intrabar, ambiguous, words) => {
    const { evidence } = verdict({ ...INPUT, brackets: { trades: 29, ambiguous, intrabar } });
    expect(evidence.find(({ claim }) => claim === 'Bar order')?.detail).toContain(words);
  });

  it('cannot say on damaged rows', () => {
    const defects = [{ code: 'impossible_prices', title: 'Impossible prices', touchedFills: 1 }] as const;
    expect(verdict({ ...INPUT, defects })).toMatchObject({ meter: 0, words: 'Cannot say' });
  });
});
