/** What an example is about, in the order in which a gallery shows them. */
export const STRATEGY_KINDS = [
  'Trend',
  'Mean reversion',
  'Breakout',
  'Several timeframes',
  'Regime filter',
  'Volatility target',
  'Rebalancing',
  'Pairs',
  'Session and calendar',
  'Bracket orders',
  'Pyramiding',
  'Stops and risk',
] as const;

export type StrategyKind = (typeof STRATEGY_KINDS)[number];

/** The data that a strategy runs on: any bars, bars within the day, or a second dataset beside its own. */
export type StrategyNeeds = 'bars' | 'intraday' | 'pair';

/** A strategy that comes with Backtab. */
export interface BuiltInStrategy {
  /** File name of its example without the ending, as `golden-cross`. */
  readonly id: string;
  /** As `strategy(...)` in the text calls it. */
  readonly name: string;
  readonly kind: StrategyKind;
  /** One sentence. */
  readonly summary: string;
  /** When it fails, one sentence; the script says more. */
  readonly fails: string;
  readonly needs: StrategyNeeds;
  readonly source: string;
}
