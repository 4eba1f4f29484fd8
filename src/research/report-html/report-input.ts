import type { Interval95, Metrics, Verdict } from '../../core/metrics';
import type { Trade } from '../../core/order';
import type { Tearsheet } from '../tearsheet/shape';

/** A thing that the run takes for granted, in words. */
export interface ReportFact {
  readonly name: string;
  readonly value: string;
}

/** What a report is written from. The same input gives the same bytes. */
export interface ReportInput {
  /** Name of the strategy and of the data. */
  readonly strategy: string;
  readonly data: string;
  /** As `fast 20, slow 100`; empty without parameters. */
  readonly parameters: string;
  readonly sheet: Tearsheet;
  readonly metrics: Metrics;
  readonly holding: Metrics;
  /** 95 % ranges of the headline figures. */
  readonly ranges: {
    readonly cagr: Interval95 | null;
    readonly sharpe: Interval95 | null;
    readonly winRate: Interval95 | null;
    readonly averageTrade: Interval95 | null;
    readonly gap: Interval95 | null;
  };
  readonly verdict: Verdict;
  readonly trades: readonly Trade[];
  readonly resultHash: string;
  readonly dataHash: string;
  readonly engine: string;
  /** Whether the data were made and not measured; the mark cannot be left out. */
  readonly synthetic: boolean;
  readonly assumptions: readonly ReportFact[];
  /** Doubts of checker and import, a sentence each. */
  readonly warnings: readonly string[];
}
