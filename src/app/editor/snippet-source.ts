import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  snippetCompletion,
  startCompletion,
} from '@codemirror/autocomplete';
import { type EditorState, StateEffect, StateField } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { SNIPPETS, snippetText, type Snippet } from '../../script/snippets';
import { plainDocElement } from './doc-view';

const setOnly = StateEffect.define<boolean>();

/** Whether snippets alone are proposed, as somebody asked for one. */
export const snippetsOnly = StateField.define<boolean>({
  create: () => false,
  update(current, transaction) {
    const asked = transaction.effects.find((effect) => effect.is(setOnly));
    return asked ? asked.value : current && !transaction.docChanged && !transaction.selection;
  },
});

const PROPOSALS: readonly Completion[] = SNIPPETS.map(proposal);

function proposal(snippet: Snippet): Completion {
  const info = (): HTMLElement => plainDocElement(snippetText(snippet), snippet.summary);
  return snippetCompletion(numbered(snippet.template), {
    label: snippet.title,
    detail: 'snippet',
    boost: -1,
    info,
  });
}

/** CodeMirror's form of a template: it takes a number that stands alone for the order of a field. */
function numbered(template: string): string {
  const texts: string[] = [];
  return template.replace(/\$\{([^}]*)\}/g, (_, text: string) => {
    if (!texts.includes(text)) texts.push(text);
    return `\${${texts.indexOf(text) + 1}:${text}}`;
  });
}

/** Snippets where a statement may begin. */
export function proposeSnippets(context: CompletionContext): CompletionResult | null {
  const word = context.matchBefore(/[A-Za-z]*/);
  const from = word?.from ?? context.pos;
  const isAsked = context.state.field(snippetsOnly, false) ?? false;
  if (!isAsked && from === context.pos && !context.explicit) return null;
  if (!startsStatement(context.state, from)) return null;
  return { from, options: [...PROPOSALS], validFor: /^[A-Za-z ]*$/ };
}

function startsStatement(state: EditorState, at: number): boolean {
  const line = state.doc.lineAt(at);
  return /^\s*$|[{};]\s*$/.test(line.text.slice(0, at - line.from));
}

/** Lists the snippets at the caret; on a line with text, on a new line below it. */
export function startSnippet(view: EditorView): boolean {
  const { head } = view.state.selection.main;
  if (!startsStatement(view.state, head)) {
    const { to } = view.state.doc.lineAt(head);
    view.dispatch({ changes: { from: to, insert: '\n' }, selection: { anchor: to + 1 }, userEvent: 'input' });
  }
  view.focus();
  view.dispatch({ effects: setOnly.of(true) });
  return startCompletion(view);
}
