/** Thresholds of the verdict (UI.md section 5), shown on request and held by tests at their edges. */
export const VERDICT_THRESHOLDS = {
  fewestTrades: 10,
  fewestBars: 250,
  weakChance: 0.9,
  fairChance: 0.95,
  strongChance: 0.99,
  fairTrades: 100,
  strongTrades: 200,
  weakOverfitting: 0.2,
  strongOverfitting: 0.1,
} as const;

export type Meter = 0 | 1 | 2 | 3 | 4;

/** What the meter is decided on. null means that it was not examined, which never raises the meter. */
export interface VerdictFacts {
  /** Closed trades. */
  readonly trades: number;
  readonly bars: number;
  /** Fills on rows whose prices cannot be right. */
  readonly damagedFills: number;
  /** Chance of a true Sharpe above zero after all tries (deflated Sharpe ratio). */
  readonly chance: number | null;
  /** Chance that the best setting was chosen by overfitting. */
  readonly overfitting: number | null;
  /** Whether the good ground around the setting ends inside what was tried. */
  readonly plateauInside: boolean | null;
  /** Growth a year of the walk-forward. */
  readonly walkForward: number | null;
  readonly walkForwardBeatsHolding: boolean | null;
  readonly survivesDoubledCosts: boolean | null;
}

/** A doubt that keeps the meter from rising above `meter` while it holds. */
interface Doubt {
  readonly meter: Meter;
  readonly name: string;
  readonly holds: (facts: VerdictFacts) => boolean;
}

const T = VERDICT_THRESHOLDS;

/** All doubts, weakest verdict first. The meter is the lowest that any of them allows, 4 when none holds. */
export const DOUBTS: readonly Doubt[] = [
  { meter: 0, name: 'too few trades to say', holds: (f) => f.trades < T.fewestTrades },
  { meter: 0, name: 'too few bars to say', holds: (f) => f.bars < T.fewestBars },
  { meter: 0, name: 'fills on damaged rows', holds: (f) => f.damagedFills > 0 },
  { meter: 1, name: 'chance of a Sharpe above zero', holds: (f) => !atLeast(f.chance, T.weakChance) },
  { meter: 2, name: 'chance of a Sharpe above zero', holds: (f) => !atLeast(f.chance, T.fairChance) },
  { meter: 2, name: 'few trades', holds: (f) => f.trades < T.fairTrades },
  { meter: 2, name: 'overfitting', holds: (f) => !atMost(f.overfitting, T.weakOverfitting) },
  { meter: 2, name: 'plateau cut by the edge', holds: (f) => f.plateauInside !== true },
  {
    meter: 2,
    name: 'walk-forward not above zero',
    holds: (f) => !(f.walkForward !== null && f.walkForward > 0),
  },
  { meter: 3, name: 'chance of a Sharpe above zero', holds: (f) => !atLeast(f.chance, T.strongChance) },
  { meter: 3, name: 'few trades', holds: (f) => f.trades < T.strongTrades },
  { meter: 3, name: 'overfitting', holds: (f) => !atMost(f.overfitting, T.strongOverfitting) },
  { meter: 3, name: 'walk-forward behind holding', holds: (f) => f.walkForwardBeatsHolding !== true },
  { meter: 3, name: 'does not survive doubled costs', holds: (f) => f.survivesDoubledCosts !== true },
];

/** Words of each meter. */
export const VERDICT_WORDS: Readonly<Record<Meter, string>> = {
  0: 'Cannot say',
  1: 'No evidence of an edge',
  2: 'Weak evidence',
  3: 'Fair evidence',
  4: 'Strong evidence',
};

/** The meter that the facts allow. */
export function meterOf(facts: VerdictFacts): Meter {
  let meter: Meter = 4;
  for (const doubt of DOUBTS) if (doubt.meter < meter && doubt.holds(facts)) meter = doubt.meter;
  return meter;
}

const atLeast = (value: number | null, bar: number): boolean => value !== null && value >= bar;
const atMost = (value: number | null, bar: number): boolean => value !== null && value <= bar;
