import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import { parser } from '../../script/language';

/** What a stretch of code is, for its colour; empty for plain text. */
export type CodeKind = 'keyword' | 'number' | 'string' | 'function' | 'comment' | '';

/** A stretch of one line of code. */
export interface CodeSpan {
  readonly text: string;
  readonly kind: CodeKind;
}

const KINDS = tagHighlighter([
  { tag: [tags.keyword, tags.bool], class: 'keyword' },
  { tag: tags.number, class: 'number' },
  { tag: tags.string, class: 'string' },
  { tag: tags.function(tags.variableName), class: 'function' },
  { tag: tags.comment, class: 'comment' },
]);

/** A script cut into lines of coloured stretches; joined with line feeds they are the text again. */
export function highlightLines(source: string): CodeSpan[][] {
  const lines: CodeSpan[][] = [[]];
  const add = (text: string, kind: CodeKind): void => {
    for (const [i, part] of text.split('\n').entries()) {
      if (i > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, kind });
    }
  };
  let at = 0;
  highlightTree(parser.parse(source), KINDS, (from, to, kind) => {
    add(source.slice(at, from), '');
    add(source.slice(from, to), kind as CodeKind);
    at = to;
  });
  add(source.slice(at), '');
  return lines;
}
