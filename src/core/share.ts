import type { SettingsChange } from './check-setting';
import type { ContractTerms } from './market';

/** A table of bars as a link speaks of it: what it must be, and how to get it. */
export interface SharedDataset {
  /** What the run calls it; null where it is the only instrument. */
  readonly alias: string | null;
  /** Dataset SHA-256 (`core/fingerprint.ts`). */
  readonly sha256: string;
  readonly name: string;
  readonly rows: number;
  /** How to make it: `sp500` comes with Backtab, `synthetic:<seed>` is generated; null is a file of the sender's. */
  readonly origin: string | null;
  /** File or feed that it came from, as `prices.csv`; null where the sender did not say. */
  readonly source: string | null;
  /** As `1d`; null where the sender did not say. */
  readonly interval: string | null;
  /** IANA zone of its exchange, which scripts read times in; that of the dataset at hand when null. */
  readonly zone: string | null;
  /** Unix milliseconds of the first and the last bar; null where the sender did not say. */
  readonly from: number | null;
  readonly to: number | null;
  /** Facts that decide the run where there are several instruments; those of the dataset when null. */
  readonly currency: string | null;
  readonly barsPerYear: number | null;
  readonly contract: ContractTerms;
}

/** What a foreign currency is worth in the account's: a constant, or the closes of a dataset. */
export interface SharedRate {
  readonly currency: string;
  readonly rate: number | SharedDataset;
}

/** All data of a run. */
export interface SharedData {
  /** SHA-256 that the result hash covers: the one dataset's, or that of the portfolio (`research/portfolio.ts`). */
  readonly sha256: string;
  /** One without an alias, or several with one each, by alias. */
  readonly sets: readonly SharedDataset[];
  /** Currency of the account where there are several instruments. */
  readonly currency: string | null;
  readonly rates: readonly SharedRate[];
}

/**
 * A trade as a link tells it, so that the first one that differs can be named. `quantity` is negative for a short
 * trade; it and the prices have eight significant digits. `exitBar` is -1 while the trade is open, and the exit price
 * null. Links of version 1 tell bars and return alone.
 */
export type TradeMark = readonly [
  market: number,
  entryBar: number,
  exitBar: number,
  quantity: number | null,
  entryPrice: number | null,
  exitPrice: number | null,
  gain: number | null,
];

/** What a share link or a `.backtab` file carries, decoded and checked. */
export interface SharedStrategy {
  readonly script: string;
  readonly parameters: Readonly<Record<string, number>>;
  /** Settings over those of the script. */
  readonly settings: SettingsChange;
  /** As the sender wrote it, and never checked; null where nothing was written. */
  readonly author: string | null;
  /** Day on which it was made, as `2026-11-29`; null where the sender did not say. */
  readonly created: string | null;
  readonly data: SharedData;
  readonly engine: string;
  readonly result: {
    readonly hash: string;
    readonly trades: number;
    readonly cagr: number | null;
    readonly sharpe: number | null;
    readonly maxDrawdown: number | null;
    /** Of the first trades: 500 at most in a link, all in a file. */
    readonly tradeMarks: readonly TradeMark[];
  };
}

/** Bounds of what a stranger sends, each checked before what it bounds. */
export interface ShareBounds {
  /** Bytes of the content once inflated. */
  readonly inflatedBytes: number;
  readonly depth: number;
  readonly keys: number;
  readonly textCharacters: number;
  readonly listItems: number;
  /** Trades that it tells. */
  readonly tradeMarks: number;
}

/** Longest link payload in characters, and the bounds of what it holds. */
export const LINK_LIMITS = {
  payloadCharacters: 32_768,
  inflatedBytes: 262_144,
  depth: 32,
  keys: 2_000,
  textCharacters: 16_384,
  listItems: 10_000,
  tradeMarks: 500,
} as const satisfies ShareBounds & { readonly payloadCharacters: number };

/** The same of a `.backtab` file. */
export const FILE_LIMITS = {
  /** Of the whole file. */
  bytes: 256_000_000,
  /** Rows of all its datasets together. */
  rows: 4_000_000,
  /** Further columns of a dataset. */
  extraColumns: 32,
  inflatedBytes: 16_000_000,
  depth: 32,
  keys: 2_000,
  textCharacters: 65_536,
  listItems: 100_000,
  tradeMarks: 100_000,
} as const satisfies ShareBounds & Readonly<Record<string, number>>;

/** Most instruments of a shared run, and most exchange rates. */
export const MOST_SHARED_SETS = 64;

/** All datasets that a shared run reads, each once: those traded, then those of exchange rates. */
export function sharedDatasets({ sets, rates }: SharedData): readonly SharedDataset[] {
  const ofRates = rates.flatMap(({ rate }) => (typeof rate === 'number' ? [] : [rate]));
  const all = [...sets, ...ofRates];
  return all.filter(({ sha256 }, k) => all.findIndex((other) => other.sha256 === sha256) === k);
}
