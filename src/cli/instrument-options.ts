import { intervalOf } from '../core/interval';
import { basename } from 'node:path';
import { BacktabError } from '../core/errors';
import type { ContractTerms, ExchangeRate } from '../core/market';
import { nearestName } from '../script/nearest';
import type { PortfolioMember } from '../research/portfolio';
import { readTexts } from './arguments';
import { loadData, type DataFile } from './data-file';
import { dataHashOf, loadDetail, readDetails, type DetailFile } from './detail-option';
import type { NamedPath } from './named-path';

/** What `--contract` may say of an instrument. */
const TERMS = [
  'lotSize',
  'tickSize',
  'minNotional',
  'multiplier',
] as const satisfies readonly (keyof ContractTerms)[];
const TERM_NAMES = [...TERMS, 'currency'];

interface Terms {
  readonly contract: ContractTerms;
  readonly currency: string | null;
}

/** A member with its file. */
export interface LoadedMember extends PortfolioMember {
  readonly data: DataFile;
  readonly detail: DetailFile | null;
}

/**
 * The instruments of `--data`, `--contract` and `--detail`. One without an alias is called as its file.
 *
 * @throws BacktabError codes of `loadData` and `loadDetail`, `instrument_twice`, `usage`
 */
export async function loadMembers(
  paths: readonly NamedPath[],
  contracts: readonly string[],
  details: readonly string[],
): Promise<readonly LoadedMember[]> {
  const names = paths.map(({ alias, path }) => alias ?? basename(path).replace(/\.[^.]+$/, ''));
  const twice = names.find((name, k) => names.indexOf(name) !== k);
  if (twice !== undefined) throw new BacktabError('instrument_twice', { name: twice });
  const terms = readContracts(contracts, names);
  const detailPaths = readDetails(details, names);
  const members: LoadedMember[] = [];
  for (const [k, { path }] of paths.entries()) {
    const data = await loadData(path);
    const name = names[k]!;
    const { contract, currency } = terms.get(name) ?? { contract: {}, currency: null };
    const detailPath = detailPaths.get(name);
    const detail = detailPath === undefined ? null : await loadDetail(detailPath, data);
    const instrument = { ...data.instrument, name, currency: currency ?? data.instrument.currency };
    members.push({
      name,
      bars: data.bars,
      detail,
      dataHash: dataHashOf(data, detail),
      instrument,
      report: data.report,
      contract,
      ...intervalOf(data),
      data,
    });
  }
  return members;
}

/** `ALIAS:tickSize=0.01,currency=EUR` words by instrument. */
function readContracts(words: readonly string[], names: readonly string[]): ReadonlyMap<string, Terms> {
  const found = new Map<string, Terms>();
  for (const word of words) {
    const [, name, list] = /^([^:]+):(.+)$/.exec(word) ?? [];
    if (name === undefined || list === undefined) {
      throw new BacktabError('usage', { reason: `--contract takes ALIAS:key=value,…, was '${word}'.` });
    }
    if (!names.includes(name)) {
      throw new BacktabError('usage', {
        reason: `--contract names '${name}', which --data does not; it has ${names.join(', ')}.`,
      });
    }
    const before = found.get(name) ?? { contract: {}, currency: null };
    const { currency, ...contract } = readTerms(list);
    found.set(name, {
      contract: { ...before.contract, ...contract },
      currency: currency ?? before.currency,
    });
  }
  return found;
}

function readTerms(list: string): ContractTerms & { readonly currency?: string } {
  const entries = Object.entries(readTexts('contract', list.split(','))).map(([key, text]) => {
    if (key === 'currency') return [key, currencyCode('contract', text)] as const;
    if (!TERM_NAMES.includes(key)) {
      const nearest = nearestName(key, TERM_NAMES);
      throw new BacktabError('setting_unknown', { name: key, nearest, known: TERM_NAMES.join(', ') });
    }
    const value = Number(text);
    const isAbove = key === 'tickSize' || key === 'minNotional' ? value >= 0 : value > 0;
    if (text !== '' && isAbove && value < Infinity) return [key, value] as const;
    throw new BacktabError('setting_invalid', { name: key, value: text, expected: 'a number above 0' });
  });
  return Object.fromEntries(entries);
}

/**
 * A currency's code.
 *
 * @throws BacktabError `usage`
 */
export function currencyCode(option: string, text: string): string {
  if (/^[A-Z]{3}$/.test(text)) return text;
  throw new BacktabError('usage', {
    reason: `--${option} takes a currency of three capitals, as EUR, was '${text}'.`,
  });
}

/**
 * The exchange rates of `--fx`: `EUR=1.1`, or `EUR=file.csv` for the closes of a file.
 *
 * @throws BacktabError codes of `loadData`, `usage`
 */
export async function loadRateFiles(
  words: readonly string[],
): Promise<Readonly<Record<string, number | DataFile>>> {
  const rates: Record<string, number | DataFile> = {};
  for (const [code, text] of Object.entries(readTexts('fx', words))) {
    currencyCode('fx', code);
    const value = Number(text);
    if (Number.isNaN(value)) rates[code] = await loadData(text);
    else if (value > 0 && value < Infinity) rates[code] = value;
    else
      throw new BacktabError('usage', {
        reason: `--fx takes a rate above 0 or a file, was '${code}=${text}'.`,
      });
  }
  return rates;
}

/** What the engine takes of exchange rates. */
export const ratesOf = (
  files: Readonly<Record<string, number | DataFile>>,
): Readonly<Record<string, ExchangeRate>> =>
  Object.fromEntries(
    Object.entries(files).map(([code, rate]) => [code, typeof rate === 'number' ? rate : rate.bars]),
  );
