import type { DatasetManifest, Instrument, Interval } from '../core/dataset';
import type { BacktestAnswer, PortfolioFacts, RunInstrument } from '../workers/protocol';

/** What is said of the data of a run, whether it went over one dataset or several. */
export interface DataFacts {
  /** As `S&P 500, daily`, or the aliases of several. */
  readonly name: string;
  /** How the rows of the account are stamped. */
  readonly interval: Interval;
  /** Currency is that of the account, zone that in which its rows are written. */
  readonly instrument: Instrument;
  readonly rows: number;
  readonly firstTime: number;
  readonly lastTime: number;
  readonly synthetic: boolean;
}

/** The facts of one dataset. */
export const factsOfDataset = ({
  name,
  interval,
  instrument,
  rows,
  firstTime,
  lastTime,
  source,
}: DatasetManifest): DataFacts => ({
  name,
  interval,
  instrument,
  rows,
  firstTime,
  lastTime,
  synthetic: source.kind === 'synthetic',
});

/**
 * The facts of the data of an answer: of the one dataset, or of the account of several.
 *
 * @param dataset  the one that the answer is of, where it is of one
 */
export function factsOfAnswer({ portfolio, outcome }: BacktestAnswer, dataset: DatasetManifest): DataFacts {
  if (!portfolio) return factsOfDataset(dataset);
  const { time } = outcome.result.series;
  const { instruments } = portfolio;
  const name = instruments.map(({ alias }) => alias).join(', ');
  return {
    name,
    interval: finestOf(instruments)?.interval ?? dataset.interval,
    instrument: accountOf(portfolio, name),
    rows: time.length,
    firstTime: time[0] ?? NaN,
    lastTime: time.at(-1) ?? NaN,
    synthetic: instruments.some(({ synthetic }) => synthetic),
  };
}

/** Currency of the account of an answer, or of the dataset on screen while there is none. */
export const currencyOf = (answer: BacktestAnswer | null, dataset: DatasetManifest | null): string =>
  answer?.portfolio?.currency ?? dataset?.instrument.currency ?? 'USD';

const finestOf = (instruments: readonly RunInstrument[]): RunInstrument | undefined =>
  instruments.toSorted((a, b) => b.instrument.barsPerYear - a.instrument.barsPerYear)[0];

/** The account keeps the clock of its instruments where they share one. */
function accountOf({ instruments, currency, barsPerYear }: PortfolioFacts, name: string): Instrument {
  const zones = new Set(instruments.map(({ instrument }) => instrument.zone));
  const [zone = 'UTC'] = zones.size === 1 ? zones : [];
  return { name, currency, zone, barsPerYear };
}
