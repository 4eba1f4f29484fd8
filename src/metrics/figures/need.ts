import { formatCount } from '../../core/format';

/** What a sample is counted in. Singular; the plural adds an s. */
export type SampleKind =
  | 'bar'
  | 'return'
  | 'day'
  | 'month'
  | 'year'
  | 'fall'
  | 'trade'
  | 'winner'
  | 'loser'
  | 'decided trade'
  | 'trade with a stop'
  | 'pair of returns'
  | 'rising bar of the benchmark'
  | 'falling bar of the benchmark'
  | 'asset'
  | 'fill';

/** The least sample of a figure. */
export interface Need {
  readonly of: SampleKind;
  readonly least: number;
}

/** How many of each kind there are. */
export type SampleCounts = (kind: SampleKind) => number;

/** @param least  of the kind, 1 or more */
export const need = (least: number, of: SampleKind): Need => ({ of, least });

const PLURALS: Partial<Readonly<Record<SampleKind, string>>> = {
  'trade with a stop': 'trades with a stop',
  'pair of returns': 'pairs of returns',
  'rising bar of the benchmark': 'rising bars of the benchmark',
  'falling bar of the benchmark': 'falling bars of the benchmark',
};

const counted = (count: number, of: SampleKind): string => formatCount(count, of, PLURALS[of]);

/** `30 trades`, `1 winner and 1 loser`; `nothing` for no need. */
export const needWords = (needs: readonly Need[]): string =>
  needs.length === 0 ? 'nothing' : needs.map(({ of, least }) => counted(least, of)).join(' and ');

/**
 * Why a sample is too small, as `Not enough data: 12 trades, 30 needed.`
 *
 * @returns  null when every need is met
 */
export function shortage(needs: readonly Need[], counts: SampleCounts): string | null {
  const missed = needs.find(({ of, least }) => counts(of) < least);
  if (!missed) return null;
  return `Not enough data: ${counted(counts(missed.of), missed.of)}, ${missed.least} needed.`;
}
