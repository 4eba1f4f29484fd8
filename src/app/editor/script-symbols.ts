import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { Tree } from '@lezer/common';
import { symbolsOf, type Symbols } from '../../script/symbols';

/** A whole script is parsed within this; beyond it the names of the part that is parsed serve. */
const PARSE_MS = 50;

const known = new WeakMap<Tree, Symbols>();

/** The tree of the text on screen, which goes on from that of the text before; null where it is not whole. */
export const scriptTree = (state: EditorState): Tree | null =>
  ensureSyntaxTree(state, state.doc.length, PARSE_MS);

/** What the names of the text on screen mean. */
export function scriptSymbols(state: EditorState): Symbols {
  const tree = scriptTree(state) ?? syntaxTree(state);
  const found = known.get(tree) ?? symbolsOf(tree, state.doc.toString());
  known.set(tree, found);
  return found;
}
