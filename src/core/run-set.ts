import type { ContractTerms } from './market';
import type { DatasetId } from './nominal';

/** Datasets in one run at most. */
export const MOST_MEMBERS = 64;

/** Bars of all datasets of one run at most: each is held by the page and by two workers. */
export const MOST_SET_BARS = 20_000_000;

/** Longest alias. */
export const MOST_ALIAS = 40;

/** One dataset of a run, under the name by which scripts, orders and reports call it. */
export interface RunMember {
  /** A name as scripts have them, unique in its set (`isAlias`). */
  readonly alias: string;
  readonly dataset: DatasetId;
  /** What its exchange fixes; a member that is absent is taken from the settings of the run. */
  readonly contract?: ContractTerms;
  /** Of its prices, ISO 4217; that of the dataset when absent. */
  readonly currency?: string;
}

/**
 * The datasets of a run by alias, one or more. The first is the primary one: `dataset` of a request names it too.
 */
export interface RunSet {
  readonly members: readonly RunMember[];
  /** Currency of the account; that of the first member by alias when absent. */
  readonly currency?: string;
  /** What foreign currencies are worth in the account's, by their codes: a number, or the dataset of their closes. */
  readonly rates?: Readonly<Record<string, number | DatasetId>>;
}

/** Whether a text can be an alias: a letter, then letters, digits and `_`, 40 characters at most. */
export const isAlias = (text: string): boolean => /^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(text);

/** Whether a text is a currency's code, as `EUR`. */
export const isCurrencyCode = (text: string): boolean => /^[A-Z]{3}$/.test(text);

/** What a contract can say of an instrument. */
export const CONTRACT_TERMS = [
  'tickSize',
  'lotSize',
  'multiplier',
  'minNotional',
] as const satisfies readonly (keyof ContractTerms)[];

/** Whether a term can have a value: above 0, where 0 stands for none at 0 or above, and finite. */
export const holdsTerm = (term: keyof ContractTerms, value: number): boolean =>
  (term === 'tickSize' || term === 'minNotional' ? value >= 0 : value > 0) && value < Infinity;

/**
 * An alias made from an instrument's name, as `SP_500` from `S&P 500`; `DATA` where nothing of it can stay.
 *
 * @param taken  aliases that it must differ from
 */
export function aliasOf(name: string, taken: readonly string[]): string {
  const plain = name
    .replaceAll(/[&.']/g, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  const named = plain === '' ? 'DATA' : /^[0-9]/.test(plain) ? `D${plain}` : plain;
  const base = named.slice(0, MOST_ALIAS - 3);
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}_${number}`)) number++;
  return `${base}_${number}`;
}

/** All datasets that a set reads, each once: those traded, then those of exchange rates. */
export function datasetsOf({ members, rates = {} }: RunSet): readonly DatasetId[] {
  const ofRates = Object.values(rates).filter((rate) => typeof rate !== 'number');
  return [...new Set([...members.map(({ dataset }) => dataset), ...ofRates])];
}

/** The set without a dataset; null where fewer than two would be left. */
export function withoutDataset(set: RunSet, id: DatasetId): RunSet | null {
  const members = set.members.filter(({ dataset }) => dataset !== id);
  if (members.length < 2) return null;
  const rates = Object.entries(set.rates ?? {}).filter(([, rate]) => rate !== id);
  return { ...set, members, rates: Object.fromEntries(rates) };
}
