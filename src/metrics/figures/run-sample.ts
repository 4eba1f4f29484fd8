import type { Column } from '../../core/column';
import type { RunEvent } from '../../core/event';
import type { Fill, Trade } from '../../core/order';
import { bestAndWorstPeriod, type BestAndWorst } from '../best-and-worst-period';
import { cagr } from '../cagr';
import { closedTrades } from '../closed-trades';
import { maxDrawdown } from '../max-drawdown';
import { moments, type Moments } from '../moments';
import { periodReturns, type CalendarPeriod, type PeriodReturns } from '../period-returns';
import { returns } from '../returns';

/** What a run is compared with, bar by bar. */
export interface BenchmarkSample {
  /** As `Holding S&P 500`. */
  readonly name: string;
  /** `f64[n]`, its value per bar, in any currency. */
  readonly equity: Column;
}

/** What the figures of a run are measured on. */
export interface RunSampleInput {
  readonly series: {
    readonly time: Column;
    readonly equity: Column;
    readonly exposure: Column;
    readonly drawdown: Column;
  };
  readonly fills: readonly Fill[];
  readonly trades: readonly Trade[];
  /** All that happened, for the cash that moved without a fill. */
  readonly events: readonly RunEvent[];
  readonly barsPerYear: number;
  /** Starting cash, account currency. */
  readonly capital: number;
  readonly benchmark: BenchmarkSample | null;
  /** Fraction a year. */
  readonly riskFree: number;
  /** Settings tried on these data, this run included; 1 or more. */
  readonly tries: number;
  /** `f64[n]`, average true range per bar, for the edge ratio; null for none. */
  readonly atr: Column | null;
  /** Position value of each asset per bar, account currency, signed. */
  readonly positions: readonly Column[];
}

/** A run with what many figures share, computed when it is first asked for. */
export class RunSample {
  readonly input: RunSampleInput;
  readonly #kept = new Map<string, unknown>();

  constructor(input: RunSampleInput) {
    this.input = input;
  }

  /** Simple returns per bar. */
  get returns(): Column {
    return this.#keep('returns', () => returns(this.input.series.equity));
  }

  get moments(): Moments {
    return this.#keep('moments', () => moments(this.returns));
  }

  /** Compound growth a year by the calendar. */
  get growth(): number | null {
    return this.#keep('growth', () => cagr(this.input.series.equity, this.input.series.time));
  }

  /** Deepest fall, fraction. */
  get deepest(): number | null {
    return this.#keep('deepest', () => maxDrawdown(this.input.series.drawdown));
  }

  get closed(): readonly Trade[] {
    return this.#keep('closed', () => closedTrades(this.input.trades));
  }

  /** Returns of the benchmark per bar; empty without one. */
  get benchmarkReturns(): Column {
    return this.#keep('benchmarkReturns', () => returns(this.input.benchmark?.equity ?? new Float64Array(0)));
  }

  get benchmarkMoments(): Moments {
    return this.#keep('benchmarkMoments', () => moments(this.benchmarkReturns));
  }

  /** Risk-free rate per bar, not compounded. */
  get riskFreePerBar(): number {
    return this.input.riskFree / this.input.barsPerYear;
  }

  periods(period: CalendarPeriod): PeriodReturns {
    const { time, equity } = this.input.series;
    return this.#keep(period, () => periodReturns(time, equity, period));
  }

  /** Best and worst period; null where `bestAndWorstPeriod` is. */
  ends(period: CalendarPeriod): BestAndWorst | null {
    const { time, equity } = this.input.series;
    return this.#keep(`ends of ${period}s`, () => bestAndWorstPeriod(time, equity, period));
  }

  #keep<T>(name: string, make: () => T): T {
    if (!this.#kept.has(name)) this.#kept.set(name, make());
    return this.#kept.get(name) as T;
  }
}
