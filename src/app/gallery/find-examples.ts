import { STRATEGY_KINDS, type BuiltInStrategy, type StrategyKind } from '../../strategies/built-in-strategy';

/** Examples of one kind. */
export interface ExampleGroup {
  readonly kind: StrategyKind;
  readonly examples: readonly BuiltInStrategy[];
}

/**
 * Examples that answer a search, by kind in the order of `STRATEGY_KINDS`. Each word must occur in name, kind,
 * sentences or script; an empty search is answered by all.
 */
export function findExamples(all: readonly BuiltInStrategy[], search: string): readonly ExampleGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.filter((example) => {
    const text = [example.name, example.kind, example.summary, example.fails, example.source]
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return STRATEGY_KINDS.flatMap((kind) => {
    const examples = found.filter((example) => example.kind === kind);
    return examples.length === 0 ? [] : [{ kind, examples }];
  });
}

/** The example before (-1) or after (1) one in a list, that itself at the ends. */
export function neighbour(groups: readonly ExampleGroup[], id: string, step: -1 | 1): string {
  const ids = groups.flatMap(({ examples }) => examples.map((example) => example.id));
  return ids[ids.indexOf(id) + step] ?? id;
}
