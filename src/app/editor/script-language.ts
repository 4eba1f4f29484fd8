import {
  type Completion as Proposal,
  type CompletionContext,
  type CompletionResult,
  insertCompletionText,
  pickedCompletion,
} from '@codemirror/autocomplete';
import { delimitedIndent, indentNodeProp, LanguageSupport, LRLanguage } from '@codemirror/language';
import { type EditorView, hoverTooltip, type Tooltip } from '@codemirror/view';
import { type Completion, completions, languageName, parser } from '../../script/language';
import { wordAt } from './word-at';

/** Where the caret goes in an inserted text. */
const CARET = '¦';

/** How strongly each kind is proposed: what the position asks for, then what the script itself says. */
const BOOST: Readonly<Record<Completion['kind'], number>> = {
  option: 3,
  output: 3,
  const: 2,
  order: 1,
  function: 1,
  price: 1,
  clock: 0,
  indicator: 0,
  account: 0,
  keyword: 0,
};

const language = LRLanguage.define({
  name: 'backtab',
  parser: parser.configure({
    props: [
      indentNodeProp.add({
        Arguments: delimitedIndent({ closing: ')', align: false }),
        Options: delimitedIndent({ closing: '}', align: false }),
        Block: delimitedIndent({ closing: '}', align: false }),
      }),
    ],
  }),
  languageData: {
    autocomplete: propose,
    closeBrackets: { brackets: ['(', '[', '{', "'", '"'] },
    commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
    indentOnInput: /^\s*[)\]}]$/,
  },
});

/** The strategy language with its completion and the notes on its names. */
export const scriptLanguage = (): LanguageSupport => new LanguageSupport(language, [notes]);

function propose(context: CompletionContext): CompletionResult | null {
  const found = completions(context.state.doc.toString(), context.pos);
  if (!found || found.options.length === 0) return null;
  const opens = /[.{]\s*$/.test(context.state.sliceDoc(Math.max(0, context.pos - 3), context.pos));
  if (found.from === context.pos && !context.explicit && !opens) return null;
  return { from: found.from, options: found.options.map(proposal), validFor: /^[\w$]*$/ };
}

function proposal({ label, kind, signature, summary, insert }: Completion): Proposal {
  return {
    label,
    detail: signature === label ? '' : signature,
    boost: BOOST[kind],
    info: () => ({ dom: note(signature, summary) }),
    apply: (view, picked, from, to) => put(view, picked, insert, from, to),
  };
}

function put(view: EditorView, picked: Proposal, insert: string, from: number, to: number): void {
  const caret = insert.indexOf(CARET);
  const text = insert.replace(CARET, '');
  view.dispatch({
    ...insertCompletionText(view.state, text, from, to),
    selection: { anchor: from + (caret < 0 ? text.length : caret) },
    annotations: pickedCompletion.of(picked),
  });
}

function note(signature: string, summary: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'bt-doc';
  const code = document.createElement('code');
  code.textContent = signature;
  element.append(code, summary);
  return element;
}

/** Meaning of a name under the pointer, as the language or the script gives it. */
const notes = hoverTooltip((view, at): Tooltip | null => {
  const source = view.state.doc.toString();
  const found = wordAt(source, at);
  if (!found) return null;
  const { word, from, to } = found;
  const known =
    languageName(word) ??
    completions(source, to)?.options.find((o) => o.label === word && o.kind !== 'keyword');
  if (!known) return null;
  return { pos: from, end: to, above: true, create: () => ({ dom: note(known.signature, known.summary) }) };
});
