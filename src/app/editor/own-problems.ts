import type { Tree } from '@lezer/common';
import { diagnose } from '../../script/compile';
import type { Diagnostic } from '../../script/diagnostic';

let last: { readonly source: string; readonly problems: readonly Diagnostic[] } = {
  source: '',
  problems: [],
};

/**
 * What is wrong with a script, as far as its text tells. The same text again has the same list at once: the editor
 * asks while a key is typed, the panel around it a moment later.
 *
 * @param tree  of exactly this text, where the editor has it at hand
 */
export function problemsOf(source: string, tree?: Tree): readonly Diagnostic[] {
  if (last.source !== source) last = { source, problems: diagnose(source, tree) };
  return last.problems;
}
