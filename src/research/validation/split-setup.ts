import { formatCount } from '../../core/format';
import type { Choice } from './purge';
import { figure, tooFew } from './shape';
import type { TrialBook } from './trial-book';

/** What the splits of a book are judged by. */
export interface SplitSetup {
  readonly book: TrialBook;
  /** Rows after a test that are kept out of sample: how far indicators look back. */
  readonly embargo: number;
  readonly barsPerYear: number;
}

/** Why a book cannot be split, or null. */
export function splitRefusal(book: TrialBook, folds: number, needed: number): string | null {
  if (book.trials < 2) return 'It compares settings; there is one.';
  const rows = Math.floor(book.rows / folds);
  if (rows < needed) return tooFew(folds * needed, `returns for ${folds} parts`, book.rows);
  if (book.blocks < 4 * folds) return `There are too many settings to keep ${folds} parts apart.`;
  return null;
}

export const purgedAway = (embargo: number): string =>
  `Trades last so long that purging them and an embargo of ${formatCount(embargo, 'bar')} leave too few bars to choose by.`;

/** What purge and embargo took. */
export const purgeFigures = (choices: readonly Choice[]) => [
  figure(
    'purged',
    'Bars taken by purge and embargo',
    'fraction',
    choices.reduce((sum, { purged }) => sum + purged, 0) / choices.length,
  ),
  figure(
    'leftOut',
    'Settings left out, at most',
    'count',
    Math.max(...choices.map(({ leftOut }) => leftOut)),
  ),
];
