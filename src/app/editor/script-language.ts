import {
  type Completion as Proposal,
  type CompletionContext,
  type CompletionResult,
  insertCompletionText,
  pickedCompletion,
} from '@codemirror/autocomplete';
import {
  delimitedIndent,
  foldInside,
  foldNodeProp,
  indentNodeProp,
  LanguageSupport,
  LRLanguage,
} from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { type Completion, completions, docAt, parser } from '../../script/language';
import { nameDoc } from '../../script/name-doc';
import { docElement, plainDocElement } from './doc-view';
import { scriptSymbols } from './script-symbols';
import { proposeSnippets, snippetsOnly } from './snippet-source';

/** Where the caret goes in an inserted text. */
const CARET = '¦';

/** How strongly each kind is proposed: what the position asks for, then what the script itself says. */
const BOOST: Readonly<Record<Completion['kind'], number>> = {
  option: 3,
  output: 3,
  const: 2,
  let: 2,
  argument: 2,
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
      foldNodeProp.add({
        'Arguments Options Block': foldInside,
        BlockComment: ({ from, to }) => ({ from: from + 2, to: to - 2 }),
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

/** The strategy language with its completion and its snippets. */
export const scriptLanguage = (): LanguageSupport =>
  new LanguageSupport(language, [snippetsOnly, language.data.of({ autocomplete: proposeSnippets })]);

function propose(context: CompletionContext): CompletionResult | null {
  if (context.state.field(snippetsOnly, false)) return null;
  const found = completions(context.state.doc.toString(), context.pos);
  if (!found || found.options.length === 0) return null;
  const opens = /[.{]\s*$/.test(context.state.sliceDoc(Math.max(0, context.pos - 3), context.pos));
  if (found.from === context.pos && !context.explicit && !opens) return null;
  return {
    from: found.from,
    options: found.options.map((option) => proposal(option, context)),
    validFor: /^[\w$]*$/,
  };
}

function proposal(option: Completion, { state }: CompletionContext): Proposal {
  const { label, kind, signature, insert } = option;
  return {
    label,
    detail: signature === label ? '' : signature,
    boost: BOOST[kind],
    info: () => infoOf(option, state),
    apply: (view, picked, from, to) => put(view, picked, insert, from, to),
  };
}

/** All that is known of a proposal: the whole note on a name, a sentence on an option or an output. */
function infoOf({ label, kind, signature, summary }: Completion, state: EditorState): HTMLElement {
  if (kind === 'option' || kind === 'output') return plainDocElement(signature, summary);
  const symbols = scriptSymbols(state);
  const own = symbols.declared.find(({ name, kind: is }) => name === label && is === kind);
  const doc = own ? docAt(state.doc.toString(), symbols, own.definition.from) : nameDoc(label);
  return doc ? docElement(doc) : plainDocElement(signature, summary);
}

function put(view: EditorView, picked: Proposal, insert: string, from: number, to: number): void {
  const caret = insert.indexOf(CARET);
  const text = insert.replace(CARET, '');
  view.dispatch({
    ...insertCompletionText(view.state, text, from, to),
    selection: { anchor: from + (caret < 0 ? text.length : caret) },
    annotations: pickedCompletion.of(picked),
    scrollIntoView: true,
  });
}
