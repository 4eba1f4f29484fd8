import type { ColumnUse } from '../../core/dataset';

type Use = ColumnUse['use'];

/** Spellings by use, best first, compared without case, blanks, brackets and punctuation. */
const SPELLINGS: Readonly<Record<Exclude<Use, 'extra' | 'ignored'>, readonly string[]>> = {
  time: [
    'datetime',
    'timestamp',
    'date',
    'time',
    'dateutc',
    'timeutc',
    'opentime',
    'gmttime',
    'localtime',
    'unixtime',
    'unix',
    'epoch',
    'ts',
    'day',
    'period',
    't',
    '',
  ],
  open: ['open', 'o', 'openprice', 'openpx', 'first'],
  high: ['high', 'h', 'highprice', 'max'],
  low: ['low', 'l', 'lowprice', 'min'],
  close: [
    'close',
    'c',
    'closeprice',
    'closelast',
    'last',
    'price',
    'settle',
    'value',
    'adjclose',
    'adjustedclose',
  ],
  volume: ['volume', 'vol', 'v', 'volumebtc', 'tickvol', 'tickvolume', 'qty', 'quantity'],
};

/** `Adj. Close` and `<ADJ_CLOSE>` become `adjclose`; an exchange's number, as in `1. open`, goes. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^\s*\d+\.\s*/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a name is a known spelling of any use. */
export const isKnownName = (name: string): boolean => {
  const plain = plainName(name);
  return plain !== '' && Object.values(SPELLINGS).some((spellings) => spellings.includes(plain));
};

/**
 * The column that best fits a use by its name.
 *
 * @param names column names of the file
 * @param use   use to fill
 * @param free  whether a column may be taken
 * @returns     column number, or -1
 */
export function findByName(
  names: readonly string[],
  use: keyof typeof SPELLINGS,
  free: (i: number) => boolean,
): number {
  const plain = names.map(plainName);
  for (const spelling of SPELLINGS[use]) {
    const i = plain.findIndex((name, column) => name === spelling && free(column));
    if (i >= 0 && (spelling !== '' || names[i]!.trim() === '' || /^unnamed/i.test(names[i]!))) return i;
  }
  return -1;
}
