import type { IndicatorInfo } from '../../workers/study.client';
import { nameWords } from './study';

/** Indicators under one heading. */
export interface IndicatorSection {
  readonly title: string;
  readonly items: readonly IndicatorInfo[];
}

/** How well a place answers a word, better first; what is not listed does not answer. */
const NAME = 0;
const NAME_START = 1;
const TITLE_START = 2;
const TITLE_INSIDE = 4;
const NAME_INSIDE = 5;
const GROUP = 6;
const SUMMARY_START = 7;
const SUMMARY_INSIDE = 9;

/** Lower is better; null when the word occurs nowhere. */
function rankWord(info: IndicatorInfo, word: string): number | null {
  const title = info.title.toLowerCase();
  const summary = info.summary.toLowerCase();
  if (info.name === word) return NAME;
  if (info.name.startsWith(word)) return NAME_START;
  if (startsWord(title, word)) return TITLE_START;
  if (title.includes(word)) return TITLE_INSIDE;
  if (info.name.includes(word)) return NAME_INSIDE;
  if (nameWords(info.group).toLowerCase().includes(word)) return GROUP;
  if (startsWord(summary, word)) return SUMMARY_START;
  return summary.includes(word) ? SUMMARY_INSIDE : null;
}

const startsWord = (text: string, word: string): boolean =>
  text.startsWith(word) ||
  text.includes(` ${word}`) ||
  text.includes(`-${word}`) ||
  text.includes(`(${word}`);

/**
 * Indicators that answer a search, best first, those that answer alike in the order of the catalogue.
 * Each word must occur in name, title, group or summary; an empty search is answered by all.
 */
export function findIndicators(
  catalogue: readonly IndicatorInfo[],
  search: string,
): readonly IndicatorInfo[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return catalogue;
  return catalogue
    .map((info) => {
      const ranks = words.map((word) => rankWord(info, word));
      return {
        info,
        rank: ranks.includes(null) ? null : ranks.reduce<number>((sum, r) => sum + (r ?? 0), 0),
      };
    })
    .filter((hit) => hit.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map((hit) => hit.info);
}

/** Names of the groups in the order of the catalogue, with how many indicators each has. */
export function groupsOf(
  catalogue: readonly IndicatorInfo[],
): readonly { readonly group: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { group } of catalogue) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts].map(([group, count]) => ({ group, count }));
}

/** Indicators by group, in the order of the catalogue. */
export function byGroup(catalogue: readonly IndicatorInfo[]): readonly IndicatorSection[] {
  return groupsOf(catalogue).map(({ group }) => ({
    title: nameWords(group),
    items: catalogue.filter((info) => info.group === group),
  }));
}
