import type { DataSource, Instrument, Interval } from '../core/dataset';
import type { ContractTerms } from '../core/market';
import type { SharedData, SharedDataset, SharedRate } from '../core/share';

/** What is known of a dataset where a run on it is shared. */
export interface KnownDataset {
  readonly sha256: string;
  readonly name: string;
  readonly rows: number;
  readonly interval: Interval;
  readonly firstTime: number;
  readonly lastTime: number;
  readonly source: Pick<DataSource, 'kind' | 'name'>;
  readonly instrument: Instrument;
}

/** The data of a run on one dataset. */
export const sharedOne = (known: KnownDataset): SharedData => ({
  sha256: known.sha256,
  sets: [datasetOf(known)],
  currency: null,
  rates: [],
});

/** A dataset of several, with the facts that its run hangs on. */
export interface KnownMember {
  readonly alias: string;
  readonly known: KnownDataset;
  /** Of its prices; that of the dataset when absent. */
  readonly currency?: string;
  readonly contract?: ContractTerms;
}

/** What a currency is worth in the account's: a number, or the closes of a dataset. */
export interface KnownRate {
  readonly currency: string;
  readonly rate: number | KnownDataset;
}

/**
 * The data of a run on several datasets, by alias, whatever the order in which they are given.
 *
 * @param sha256    of all of them together, as the run found it
 * @param currency  of the account
 */
export function sharedSeveral(
  sha256: string,
  members: readonly KnownMember[],
  currency: string,
  rates: readonly KnownRate[] = [],
): SharedData {
  const sorted = members.toSorted((a, b) => (a.alias < b.alias ? -1 : 1));
  const sets = sorted.map(({ alias, known, contract = {}, ...member }) => ({
    ...datasetOf(known),
    alias,
    currency: member.currency ?? known.instrument.currency,
    barsPerYear: known.instrument.barsPerYear,
    contract,
  }));
  return {
    sha256,
    sets,
    currency,
    rates: rates.map(rateOf).toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
  };
}

const rateOf = ({ currency, rate }: KnownRate): SharedRate => ({
  currency,
  rate: typeof rate === 'number' ? rate : datasetOf(rate),
});

function datasetOf({
  sha256,
  name,
  rows,
  interval,
  firstTime,
  lastTime,
  source,
  instrument,
}: KnownDataset): SharedDataset {
  return {
    alias: null,
    sha256,
    name,
    rows,
    origin: originOf(source),
    source: source.name.slice(0, MOST_CHARACTERS),
    interval,
    zone: instrument.zone,
    from: firstTime,
    to: lastTime,
    currency: null,
    barsPerYear: null,
    contract: {},
  };
}

/** Longest name in a share. */
const MOST_CHARACTERS = 200;

/** How anybody can make the data: bundled, or generated from a seed; null for files and feeds. */
function originOf({ kind, name }: KnownDataset['source']): string | null {
  if (kind === 'bundled') return 'sp500';
  return kind === 'synthetic' && /^synthetic:\d{1,15}$/.test(name) ? name : null;
}
