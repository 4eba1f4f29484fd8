import { EditorView } from '@codemirror/view';
import type { Diagnostic } from '../../script/diagnostic';
import { applyFix, problemsOf } from './problem-field';

/** Puts the caret on the next problem, or the one before, round the script, and reads it out. */
export function goToProblem(view: EditorView, step: 1 | -1): boolean {
  const problems = problemsOf(view.state).toSorted((a, b) => a.from - b.from);
  if (problems.length === 0) return announce(view, 'The script has no problems.');
  const { head } = view.state.selection.main;
  const next =
    step === 1
      ? (problems.find(({ from }) => from > head) ?? problems[0])
      : (problems.findLast(({ from }) => from < head) ?? problems.at(-1));
  if (!next) return true;
  view.dispatch({
    selection: { anchor: next.from },
    effects: [
      EditorView.scrollIntoView(next.from, { y: 'center' }),
      EditorView.announce.of(wordsOf(view, next)),
    ],
  });
  view.focus();
  return true;
}

/** Applies the fix of the problem at the caret, or of the nearest one on its line. */
export function applyFixAtCaret(view: EditorView): boolean {
  const { head } = view.state.selection.main;
  const line = view.state.doc.lineAt(head);
  const distance = ({ from, to }: Diagnostic): number => Math.max(0, from - head, head - to);
  const [nearest] = problemsOf(view.state)
    .filter(({ fix, from, to }) => fix !== null && from <= line.to && to >= line.from)
    .toSorted((a, b) => distance(a) - distance(b));
  if (!nearest?.fix) return announce(view, 'There is no fix for this line.');
  applyFix(view, nearest.fix);
  return announce(view, `Done: ${nearest.fix.label}.`);
}

function wordsOf(view: EditorView, { from, message, remedy, fix }: Diagnostic): string {
  const line = view.state.doc.lineAt(Math.min(from, view.state.doc.length)).number;
  const mend = fix ? ` Control Period: ${fix.label}.` : '';
  return `Line ${line}: ${message} ${remedy}${mend}`;
}

function announce(view: EditorView, words: string): true {
  view.dispatch({ effects: EditorView.announce.of(words) });
  return true;
}
