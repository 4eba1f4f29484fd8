/**
 * Headline figures of a run. Fractions, not percents; null where undefined ("not enough data").
 * Formula and source of each stand in `src/metrics/<name>.ts`.
 */
export interface Metrics {
  readonly totalReturn: number | null;
  readonly cagr: number | null;
  readonly volatility: number | null;
  readonly sharpe: number | null;
  readonly sortino: number | null;
  readonly maxDrawdown: number | null;
  /** Longest time below a peak, in bars. */
  readonly maxDrawdownDuration: number | null;
  readonly calmar: number | null;
  readonly winRate: number | null;
  readonly profitFactor: number | null;
  /** Mean pnl of a trade in account currency. */
  readonly expectancy: number | null;
  /** Mean return of a trade, net of costs, a fraction of its entry value. */
  readonly averageTrade: number | null;
  /** Share of bars that end with a position. */
  readonly exposure: number | null;
  readonly trades: number;
  readonly finalEquity: number;
  /** Fees and slippage paid, account currency. */
  readonly costs: number;
}

/** A figure with its name, formula and unit, for tooltips, tables and the CLI. */
export interface MetricInfo {
  readonly key: keyof Metrics;
  /** As `Growth a year`. */
  readonly name: string;
  /** As `CAGR`. */
  readonly technicalName: string;
  readonly formula: string;
  readonly unit: 'fraction' | 'ratio' | 'bars' | 'money' | 'count';
  readonly higherIsBetter: boolean;
}

/** A 95 % range of an estimate. */
export interface Interval95 {
  readonly low: number;
  readonly high: number;
}

/** One row of evidence behind a verdict. */
export interface Evidence {
  readonly level: 'good' | 'caution' | 'info';
  readonly claim: string;
  readonly detail: string;
  readonly method: string | null;
}

/** What a result is worth, in words (UI.md section 5). The same in app, report and CLI. */
export interface Verdict {
  readonly meter: 0 | 1 | 2 | 3 | 4;
  readonly words: string;
  /** Two sentences at most: earned, holding earned, what chance could do, sample size. */
  readonly sentence: string;
  readonly evidence: readonly Evidence[];
}
