import { lowerBound, upperBound } from '../core/bounds';
import { sliceBars, type Bars } from '../core/bars';
import type { Column } from '../core/column';
import { UNWATCHED, type Job } from '../core/job';
import { framed } from '../script/frame-rows';
import { chooseCuts } from './truncation/choose-cuts';
import { Comparison, type Cut } from './truncation/disagreements';
import { RecordedRun } from './truncation/recorded-run';
import { AFTERMATHS, type TruncationReport } from './truncation/shape';
import type { Dataset, TruncationSubject } from './truncation/subject';

export type { Disagreement, TruncationReport } from './truncation/shape';

/** How many prefixes are tried when nothing is said. */
export const DEFAULT_CUTS = 32;
const MOST_TOLD = 20;

export interface TruncationOptions {
  /** Prefixes to try; all of them where the run has no more steps. */
  readonly cuts?: number;
  /** Of the places of the cuts. */
  readonly seed?: number;
}

/**
 * Puts a strategy through the proof that it does not look ahead. It is run on all rows and on prefixes of them, and on
 * each prefix three times: made from the rows that have closed by then, and made from all rows with those after the cut
 * replaced by NaN, and by huge numbers. Values, orders, fills, trades and the account must be the prefix of the whole
 * run's, to the bit. Orders and trades are compared as they stand when the last bar of the prefix has closed; the end of
 * a run, at which orders expire, is left out.
 * Exchange rates are those of the whole run throughout.
 *
 * @param job  told of each run on a prefix; it may cancel
 *
 * @throws BacktabError `cancelled`, or what the strategy or the engine refuses
 */
export async function proveNoLookAhead(
  subject: TruncationSubject,
  { cuts: most = DEFAULT_CUTS, seed = 1 }: TruncationOptions = {},
  job: Job = UNWATCHED,
): Promise<TruncationReport> {
  const closes = subject.datasets.map((dataset) => framed(dataset).closes);
  const run = (built = subject.build(subject.datasets), setup = subject.setup): RecordedRun =>
    new RecordedRun(setup, built, closes);
  const whole = run();
  whole.goTo(Infinity, -1);
  const { instants } = whole;
  const cuts = chooseCuts(instants.length, [...whole.requests.keys()], most, seed);
  const comparison = new Comparison(subject, whole);
  // The whole run once more, stopped at each cut: of what has happened some is told otherwise later on.
  const again = run();
  const total = cuts.length * AFTERMATHS.length;
  let runs = 0;
  for (const kept of cuts) {
    const until = instants[kept - 1]!;
    again.goTo(until, kept - 1);
    const closed = closes.map((column) => upperBound(column, until));
    const markets = subject.setup.markets.map(({ detail, ...market }) => ({
      ...market,
      bars: opened(market.bars, until),
      ...(detail ? { detail: opened(detail, until) } : {}),
    }));
    for (const after of AFTERMATHS) {
      await job.checkpoint(runs++, total);
      const cut: Cut = { kept, until, closed, after };
      const known = subject.datasets.map((dataset, k) => knownRows(dataset, closes[k]!, cut, k));
      const part = run(subject.build(known), { ...subject.setup, markets });
      part.goTo(until, kept - 1);
      comparison.add(cut, part, again.moment);
    }
  }
  await job.checkpoint(total, total);
  const { disagreements, compared } = comparison;
  return {
    isProved: disagreements.length === 0,
    steps: instants.length,
    cuts: cuts.length,
    runs: total,
    compared,
    disagreements: disagreements.slice(0, MOST_TOLD),
  };
}

/** What a strategy may be made from at a cut. */
function knownRows(dataset: Dataset, closes: Column, { closed, after }: Cut, market: number): Dataset {
  const rows = closed[market]!;
  if (after !== 'cut')
    return { ...dataset, bars: poisoned(dataset.bars, rows, after === 'nan' ? NaN : HUGE) };
  return {
    ...dataset,
    bars: sliceBars(dataset.bars, 0, rows),
    ...(rows > 0 ? { lastClose: closes[rows - 1]! } : {}),
  };
}

const HUGE = 1e300;

/** The same times, with a value in place of all else from a row on. */
function poisoned(bars: Bars, from: number, value: number): Bars {
  const spoilt = (column: Column): Column => {
    const copy = column.slice();
    copy.fill(value, from);
    return copy;
  };
  return {
    time: bars.time,
    open: spoilt(bars.open),
    high: spoilt(bars.high),
    low: spoilt(bars.low),
    close: spoilt(bars.close),
    volume: spoilt(bars.volume),
    extra: Object.fromEntries(Object.entries(bars.extra).map(([name, column]) => [name, spoilt(column)])),
  };
}

/** Bars that have opened before an instant: the engine knows no later ones. */
const opened = (bars: Bars, until: number): Bars => sliceBars(bars, 0, lowerBound(bars.time, until));
