import type { BlockRange, TrialBook } from './trial-book';

/** A purge that leaves a trial less than this share of the bars outside the test leaves the trial out. */
const LEAST_KEPT = 0.25;

/** What is left of the bars of a trial for choosing it. */
export interface InSample {
  readonly ranges: readonly BlockRange[];
  /** Rows in them. */
  readonly rows: number;
}

/**
 * In-sample blocks of a trial: all but those of the tests; without the bars of its own trades that reach into a test
 * from either side (purge), and without the bars after each test whose indicators still see it (embargo). Purge and
 * embargo begin at the same bar, so the longer of the two counts. Both are rounded up to whole blocks.
 *
 * @param tests    blocks of the tests, ascending, apart
 * @param embargo  rows after each test
 * @see López de Prado, Advances in Financial Machine Learning, 2018, section 7.4
 */
export function inSample(
  book: TrialBook,
  trial: number,
  tests: readonly BlockRange[],
  embargo: number,
): InSample {
  const spans = book.spansOf(trial);
  const ranges: BlockRange[] = [];
  let rows = 0;
  let from = 0;
  for (const test of tests) {
    const { first, end } = withoutTrades(book, spans, test);
    push(from, Math.floor(first / book.width));
    from = Math.max(from, blocksUpTo(book, Math.max(end, book.rowAt(test.to) + embargo)));
  }
  push(from, book.blocks);
  return { ranges, rows };

  function push(start: number, stop: number): void {
    if (stop <= start) return;
    ranges.push({ from: start, to: stop });
    rows += book.rowAt(stop) - book.rowAt(start);
  }
}

/** Rows of the test, widened by the trades that touch it. */
function withoutTrades(
  book: TrialBook,
  spans: Int32Array,
  test: BlockRange,
): { readonly first: number; readonly end: number } {
  let first = book.rowAt(test.from);
  let end = book.rowAt(test.to);
  const [start, stop] = [first, end];
  for (let k = 0; k < spans.length && spans[k]! < stop; k += 2) {
    const last = spans[k + 1]!;
    if (last < start) continue;
    first = Math.min(first, spans[k]!);
    end = Math.max(end, last + 1);
  }
  return { first, end };
}

const blocksUpTo = (book: TrialBook, row: number): number =>
  Math.min(book.blocks, Math.ceil(row / book.width));

/** The best trial of what is left in sample beside some tests, and what it was chosen on. */
export interface Choice {
  readonly trial: number;
  /** Per bar, in sample. */
  readonly sharpe: number;
  /** Trials that the purge left too few bars to be chosen by. */
  readonly leftOut: number;
  /** Share of the bars outside the tests that was taken away, mean over the trials. */
  readonly purged: number;
}

/** The trial with the highest Sharpe ratio in sample; null where the purge leaves none. */
export function chooseInSample(
  book: TrialBook,
  tests: readonly BlockRange[],
  embargo: number,
): Choice | null {
  const tested = tests.reduce((sum, { from, to }) => sum + book.rowAt(to) - book.rowAt(from), 0);
  const outside = book.rows - tested;
  let leftOut = 0;
  let kept = 0;
  const best = book.best((trial) => {
    const { ranges, rows } = inSample(book, trial, tests, embargo);
    kept += rows;
    if (rows >= LEAST_KEPT * outside) return ranges;
    leftOut += 1;
    return null;
  });
  return best && { ...best, leftOut, purged: 1 - kept / (outside * book.trials) };
}

/** Blocks cut into as many parts of nearly one length. */
export const parts = (blocks: number, count: number): readonly BlockRange[] =>
  Array.from({ length: count }, (_, k) => ({
    from: Math.floor((k * blocks) / count),
    to: Math.floor(((k + 1) * blocks) / count),
  }));
