import {
  type EditorState,
  type Extension,
  type Range,
  StateEffect,
  StateField,
  type Text,
  type TransactionSpec,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { Diagnostic, QuickFix } from '../../script/diagnostic';
import { isMac } from '../keyboard/platform';
import { problemsOf as problemsOfText } from './own-problems';
import { scriptTree } from './script-symbols';

const setProblems = StateEffect.define<readonly Diagnostic[]>();

/** Shows other problems of this text than its own, as those that a run has found. */
export function problemTransaction(state: EditorState, problems: readonly Diagnostic[]): TransactionSpec {
  const inside = problems.filter((problem) => problem.to <= state.doc.length);
  return isShown(state, inside) ? {} : { effects: setProblems.of(inside) };
}

function isShown(state: EditorState, problems: readonly Diagnostic[]): boolean {
  const shown = problemsOf(state);
  return problems === shown || JSON.stringify(problems) === JSON.stringify(shown);
}

/** Writes a fix into the script, with the caret behind it. */
export function applyFix(view: EditorView, fix: QuickFix): void {
  view.dispatch({
    changes: { from: fix.from, to: fix.to, insert: fix.insert },
    selection: { anchor: fix.from + fix.insert.length },
    userEvent: 'input.fix',
    scrollIntoView: true,
  });
  view.focus();
}

class ProblemWidget extends WidgetType {
  readonly #problem: Diagnostic;

  constructor(problem: Diagnostic) {
    super();
    this.#problem = problem;
  }

  override eq(other: ProblemWidget): boolean {
    return JSON.stringify(this.#problem) === JSON.stringify(other.#problem);
  }

  override ignoreEvent(): boolean {
    return true;
  }

  override toDOM(view: EditorView): HTMLElement {
    const { severity, line, message, remedy, code, fix } = this.#problem;
    const element = document.createElement('div');
    element.className = 'bt-problem';
    element.dataset['severity'] = severity;
    element.contentEditable = 'false';
    const words = document.createElement('p');
    words.textContent = `Line ${line}: ${message} ${remedy} `;
    const name = document.createElement('code');
    name.textContent = code;
    words.append(name);
    element.append(words);
    if (fix) element.append(fixButton(view, fix));
    return element;
  }
}

function fixButton(view: EditorView, fix: QuickFix): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'bt-button';
  button.textContent = fix.label;
  button.setAttribute('aria-keyshortcuts', 'Control+.');
  const keys = document.createElement('span');
  keys.className = 'bt-keys';
  keys.setAttribute('aria-hidden', 'true');
  keys.textContent = isMac ? 'Cmd+.' : 'Ctrl+.';
  button.append(keys);
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => applyFix(view, fix));
  return button;
}

interface Problems {
  readonly list: readonly Diagnostic[];
  /** Underlines, and a block below each line that has one. */
  readonly set: DecorationSet;
}

/** A key and the problems of what it wrote are one change: they come on screen together, before anything that follows from them. */
const problemState = StateField.define<Problems>({
  create: () => ({ list: [], set: Decoration.none }),
  update(current, { docChanged, effects, newDoc, state }) {
    const told = effects.findLast((effect) => effect.is(setProblems));
    if (told) return { list: told.value, set: decorations(newDoc, told.value) };
    if (!docChanged) return current;
    const list = problemsOfText(newDoc.toString(), scriptTree(state) ?? undefined);
    return { list, set: decorations(newDoc, list) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ set }) => set),
});

/** The problems on screen. */
export const problemsOf = (state: EditorState): readonly Diagnostic[] =>
  state.field(problemState, false)?.list ?? [];

const UNDERLINES = {
  error: Decoration.mark({ class: 'bt-wrong', attributes: { 'data-severity': 'error' } }),
  warning: Decoration.mark({ class: 'bt-wrong', attributes: { 'data-severity': 'warning' } }),
} as const;

function decorations(doc: Text, problems: readonly Diagnostic[]): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const problem of problems) {
    const { from, to, severity } = problem;
    const widget = new ProblemWidget(problem);
    ranges.push(Decoration.widget({ widget, block: true, side: 2 }).range(doc.lineAt(from).to));
    if (to > from) ranges.push(UNDERLINES[severity].range(from, to));
  }
  return Decoration.set(ranges, true);
}

/** Marks and messages of mistakes. */
export const problemField: Extension = problemState;
