import type { QualityNote } from '../core/dataset';
import type { Fill, Trade } from '../core/order';
import type { RunResult } from '../core/run';
import { deflatedSharpe } from '../metrics/deflated-sharpe';
import { deepestFalls } from '../metrics/drawdown-table';
import { measure } from '../metrics/measure';
import { moments } from '../metrics/moments';
import { monthReturns } from '../metrics/month-returns';
import { ranges } from '../metrics/ranges';
import { returns } from '../metrics/returns';
import { verdict, type TouchedDefect } from '../metrics/verdict';
import type { BacktestOutcome } from './outcome';

/** Rows of the table of falls. */
const FALLS_SHOWN = 5;

/** What is known about a run beside its result. */
export interface RunFacts {
  readonly held: BacktestOutcome['holding'];
  /** What holding is called after the verb, as `the index`. */
  readonly heldName: string;
  readonly barsPerYear: number;
  /** Runs of this strategy on these data so far, this one included; 1 or more. */
  readonly tries: number;
  /** Doubtful rows of each instrument's data, in the order of the run's. */
  readonly notes: readonly (readonly QualityNote[])[];
}

/** What a result is worth: metrics, 95 % ranges, verdict, and what the report shows. */
export type Judgement = Omit<BacktestOutcome, 'plots' | 'lenses' | 'annotations' | 'doubts'>;

/** Judges a run beside holding what it traded, aligned with its series. */
export function judgeRun(result: RunResult, facts: RunFacts): Judgement {
  const { series, trades, fills } = result;
  const { held, barsPerYear, tries } = facts;
  const metrics = measure(result, barsPerYear);
  const measured = ranges(series.equity, held.equity, series.time, trades, barsPerYear);
  return {
    result,
    metrics,
    holding: held,
    ranges: measured,
    verdict: verdict({
      metrics,
      holding: held.metrics,
      held: facts.heldName,
      gap: measured.gap,
      bars: series.time.length,
      fills: fills.length,
      chance: chanceOf(result, tries),
      tries,
      defects: touchedDefects(facts.notes, fills),
      brackets: { ...bracketsOf(trades), intrabar: result.settings.intrabar },
    }),
    report: {
      months: monthReturns(series.time, series.equity, series.exposure),
      holdingMonths: monthReturns(series.time, held.equity, null),
      falls: deepestFalls(series.equity, FALLS_SHOWN),
    },
  };
}

function chanceOf(result: RunResult, tries: number): number | null {
  const sample = moments(returns(result.series.equity));
  if (!(sample.deviation > 0)) return null;
  return deflatedSharpe({ ...sample, sharpe: sample.mean / sample.deviation }, tries, null);
}

function touchedDefects(notes: RunFacts['notes'], fills: readonly Fill[]): readonly TouchedDefect[] {
  return notes.flatMap((own, market) =>
    own
      .filter((note) => note.level === 'caution')
      .map(({ code, title, rows }) => {
        const concerned = new Set(rows);
        const touched = fills.filter((fill) => fill.market === market && concerned.has(fill.bar));
        return { code, title, touchedFills: touched.length };
      }),
  );
}

function bracketsOf(trades: readonly Trade[]): { trades: number; ambiguous: number } {
  const bracketed = trades.filter((trade) => !Number.isNaN(trade.stop) || !Number.isNaN(trade.target));
  return { trades: bracketed.length, ambiguous: bracketed.filter((trade) => trade.ambiguous).length };
}
