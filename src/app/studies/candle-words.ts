import type { StudyWord } from '../../workers/study.client';
import { formatNumber } from '../format';
import { decimalsOf } from '../editor/parameter-value';

/** What a word can measure of a bar, by the names of the catalogue. */
export const CANDLE_RANGES = [
  { id: 'realBody', name: 'body' },
  { id: 'highLow', name: 'high to low' },
  { id: 'shadows', name: 'shadows' },
] as const satisfies readonly { readonly id: StudyWord['range']; readonly name: string }[];

/** What a word means. */
export type WordMeaning = Omit<StudyWord, 'name'>;

/** Another meaning of a word; what is left out stays as the catalogue has it. */
export type WordChange = { readonly [F in keyof WordMeaning]?: WordMeaning[F] | undefined };

/** Changed words by name. */
export type WordChanges = Readonly<Record<string, WordChange>>;

/** The range of this name, else the usual one. */
export const rangeOf = (name: string, word: StudyWord): StudyWord['range'] =>
  CANDLE_RANGES.find(({ id }) => id === name)?.id ?? word.range;

/** What a word means after the changes. */
export function meaningOf(word: StudyWord, changes: WordChanges): WordMeaning {
  const { range = word.range, period = word.period, factor = word.factor } = changes[word.name] ?? {};
  return { range, period, factor };
}

/** The words that the changes really change, in full; null where there are none. */
export function changedWords(
  words: readonly StudyWord[],
  changes: WordChanges,
): Readonly<Record<string, WordMeaning>> | null {
  const changed = words.filter((word) => isChanged(word, changes));
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((word) => [word.name, meaningOf(word, changes)]));
}

/** Whether a word means something else than in the catalogue. */
export function isChanged(word: StudyWord, changes: WordChanges): boolean {
  const { range, period, factor } = meaningOf(word, changes);
  return range !== word.range || period !== word.period || factor !== word.factor;
}

/** `0.1 × high to low, mean of 10 bars`, `2 × body of the bar itself`. */
export function meaningWords({ range, period, factor }: WordMeaning): string {
  const what = CANDLE_RANGES.find(({ id }) => id === range)?.name ?? range;
  const times = `${formatNumber(factor, { decimals: decimalsOf(factor) })} × ${what}`;
  if (period === 0) return `${times} of the bar itself`;
  const bars = period === 1 ? '1 bar' : `${formatNumber(period, { decimals: 0 })} bars`;
  return `${times}, mean of ${bars}`;
}
