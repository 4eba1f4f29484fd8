import type { ContractTerms } from '../../core/market';
import {
  CONTRACT_TERMS,
  holdsTerm,
  isAlias,
  isCurrencyCode,
  MOST_ALIAS,
  type RunSet,
} from '../../core/run-set';
import type { BacktestAnswer } from '../../workers/protocol';
import { trimmed } from './setting-words';

/** What a term of a contract is called. */
export const TERM_TITLES: Readonly<Record<keyof ContractTerms, string>> = {
  tickSize: 'Tick size',
  lotSize: 'Smallest quantity',
  multiplier: 'Multiplier',
  minNotional: 'Least order value',
};

/** A field's text as a value, or why it is none; null goes back to what holds without it. */
export type FieldReading<Value> = { readonly value: Value } | { readonly problem: string };

/** @param taken  aliases of the others */
export function readAlias(text: string, taken: readonly string[]): FieldReading<string> {
  const alias = text.trim();
  if (alias === '') return { problem: 'An alias is needed' };
  if (alias.length > MOST_ALIAS) return { problem: `${MOST_ALIAS} characters at most` };
  if (!isAlias(alias)) return { problem: 'A letter first, then letters, digits and _' };
  return taken.includes(alias) ? { problem: `Another dataset is called ${alias}` } : { value: alias };
}

/** A currency's code; small letters are taken for capitals, and the empty text for the one that holds without it. */
export function readCurrency(text: string): FieldReading<string | null> {
  const code = text.trim().toUpperCase();
  if (code === '') return { value: null };
  return isCurrencyCode(code) ? { value: code } : { problem: 'Three letters, as EUR' };
}

/** A term of a contract; the empty text stands for the setting of the run. */
export function readTerm(term: keyof ContractTerms, text: string): FieldReading<number | null> {
  if (text.trim() === '') return { value: null };
  const value = numberOf(text);
  return holdsTerm(term, value)
    ? { value }
    : { problem: `A number ${holdsTerm(term, 0) ? 'of 0 or more' : 'above 0'} is needed` };
}

/** An exchange rate; the empty text takes it away. */
export function readRate(text: string): FieldReading<number | null> {
  if (text.trim() === '') return { value: null };
  const value = numberOf(text);
  return value > 0 && value < Infinity ? { value } : { problem: 'A number above 0 is needed' };
}

const numberOf = (text: string): number => Number(text.trim().replaceAll(/[,_]/g, '') || NaN);

/** What a run over several instruments takes for granted of them, as rows of a name and a value. */
export function instrumentAssumptions(
  { portfolio, request }: BacktestAnswer,
  nameOf: (dataset: string) => string,
): readonly { readonly name: string; readonly value: string }[] {
  const set = request.datasets;
  if (!portfolio || !set) return [];
  return [
    { name: 'Instruments', value: portfolio.instruments.map(({ alias }) => alias).join(', ') },
    { name: 'Currency of the account', value: portfolio.currency },
    ...Object.entries(set.rates ?? {}).map(([code, rate]) => ({
      name: `1 ${code}`,
      value:
        typeof rate === 'number'
          ? `${trimmed(rate)} ${portfolio.currency}`
          : `${portfolio.currency} by the closes of ${nameOf(rate)}`,
    })),
    ...portfolio.instruments.flatMap(({ alias, instrument }) => {
      const facts = [
        ...(instrument.currency === portfolio.currency ? [] : [`in ${instrument.currency}`]),
        ...termWords(set, alias),
      ];
      return facts.length > 0 ? [{ name: alias, value: facts.join(', ') }] : [];
    }),
  ];
}

function termWords({ members }: RunSet, alias: string): readonly string[] {
  const contract = members.find((member) => member.alias === alias)?.contract ?? {};
  return CONTRACT_TERMS.flatMap((term) => {
    const value = contract[term];
    return value === undefined ? [] : [`${TERM_TITLES[term].toLowerCase()} ${trimmed(value)}`];
  });
}
