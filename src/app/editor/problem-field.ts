import { linter, setDiagnostics, type Diagnostic as LintMark } from '@codemirror/lint';
import {
  type ChangeDesc,
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

const setProblems = StateEffect.define<readonly Diagnostic[]>();

/** Underlines the problems and writes each below its line, with a button where a fix is known. */
export function problemTransaction(state: EditorState, problems: readonly Diagnostic[]): TransactionSpec {
  const inside = problems.filter((problem) => problem.to <= state.doc.length);
  const marks = setDiagnostics(
    state,
    inside.map((problem, index) => lintMark(problem, index)),
  );
  const effects = marks.effects === undefined ? [] : [marks.effects].flat();
  return { effects: [...effects, setProblems.of(inside)] };
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

function lintMark(problem: Diagnostic, index: number): LintMark {
  const apply = (view: EditorView): void => {
    const current = view.state.field(problemBlocks).problems[index]?.fix;
    if (current) applyFix(view, current);
  };
  return {
    from: problem.from,
    to: problem.to,
    severity: problem.severity,
    message: `${problem.message} ${problem.remedy}`,
    source: problem.code,
    ...(problem.fix ? { actions: [{ name: problem.fix.label, apply }] } : {}),
  };
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

interface ProblemBlocks {
  /** Their ranges follow the edits made since they were found. */
  readonly problems: readonly Diagnostic[];
  readonly set: DecorationSet;
}

const problemBlocks = StateField.define<ProblemBlocks>({
  create: () => ({ problems: [], set: Decoration.none }),
  update(current, transaction) {
    let { problems } = current;
    if (transaction.docChanged) problems = problems.map((problem) => follow(problem, transaction.changes));
    for (const effect of transaction.effects) if (effect.is(setProblems)) problems = effect.value;
    return problems === current.problems ? current : { problems, set: blocks(transaction.newDoc, problems) };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.set),
});

/** The problems on screen, where their ranges are now. */
export const problemsOf = (state: EditorState): readonly Diagnostic[] =>
  state.field(problemBlocks, false)?.problems ?? [];

function follow(problem: Diagnostic, changes: ChangeDesc): Diagnostic {
  const moved = <T extends { readonly from: number; readonly to: number }>(range: T): T => {
    const from = changes.mapPos(range.from, 1);
    return { ...range, from, to: Math.max(from, changes.mapPos(range.to, -1)) };
  };
  return { ...moved(problem), fix: problem.fix && moved(problem.fix) };
}

function blocks(doc: Text, problems: readonly Diagnostic[]): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const problem of problems) {
    const line = doc.lineAt(Math.min(problem.from, doc.length));
    const widget = new ProblemWidget({ ...problem, line: line.number });
    ranges.push(Decoration.widget({ widget, block: true, side: 2 }).range(line.to));
  }
  return Decoration.set(ranges, true);
}

/** Marks and messages of mistakes. The tooltip is off: the same words stand below the line. */
export const problemField: Extension = [linter(null, { tooltipFilter: () => [] }), problemBlocks];
