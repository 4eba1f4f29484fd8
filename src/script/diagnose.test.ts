import { TreeFragment } from '@lezer/common';
import { describe, expect, it } from 'vitest';
import { RandomSource } from '../../tests/support/random-source';
import { BUILT_IN } from '../strategies/built-in';
import { compile, diagnose } from './compile';
import { parser } from './strategy.grammar';

/** What somebody may type anywhere, right and wrong. */
const TYPED = [
  'x',
  '(',
  ')',
  '{',
  '}',
  "'",
  '"',
  ',',
  '\n',
  ' ',
  '=',
  'const ',
  'if (',
  'and ',
  '//',
  '/*',
  '1',
  '[',
  ']',
];
const EDITS = 40;

describe('diagnose', () => {
  it.each(BUILT_IN)(
    'finds what compile finds, on a tree that goes on from the text before: $id',
    ({ source }) => {
      const random = new RandomSource(source.length);
      let text = source;
      let tree = parser.parse(text);
      for (let edit = 0; edit < EDITS; edit++) {
        const from = random.whole(0, text.length);
        const to = Math.min(text.length, from + (random.chance(0.5) ? random.whole(1, 3) : 0));
        const typed = random.chance(0.7) ? random.pick(TYPED) : '';
        // Every other edit is taken back by the next, so that scripts without mistakes are among them.
        const next = edit % 2 ? source : text.slice(0, from) + typed + text.slice(to);
        const fragments = TreeFragment.applyChanges(TreeFragment.addTree(tree), [changeOf(text, next)]);
        tree = parser.parse(next, fragments);
        text = next;
        expect({ text, problems: diagnose(text, tree) }).toEqual({
          text,
          problems: compile(text).diagnostics,
        });
      }
    },
  );
});

/** The one replacement that turns a text into another. */
function changeOf(before: string, after: string) {
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { fromA: head, toA: before.length - tail, fromB: head, toB: after.length - tail };
}
