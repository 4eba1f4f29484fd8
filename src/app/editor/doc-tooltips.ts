import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { EditorView, hoverTooltip, showTooltip, type Tooltip } from '@codemirror/view';
import { docAt } from '../../script/language';
import { docElement, docText } from './doc-view';
import type { NameValue } from './name-values';
import { scriptSymbols } from './script-symbols';
import { wordAt } from './word-at';

/** What a name of the script is worth now. */
export type ValuesOf = (name: string) => readonly NameValue[];

const setExplained = StateEffect.define<Tooltip | null>();

/** The note asked for by the keyboard; it goes with the next change or move. */
const explained = StateField.define<Tooltip | null>({
  create: () => null,
  update(current, transaction) {
    const asked = transaction.effects.find((effect) => effect.is(setExplained));
    if (asked) return asked.value;
    return transaction.docChanged || transaction.selection ? null : current;
  },
  provide: (field) => showTooltip.from(field),
});

/** Notes on names: under the pointer, and on `explainName` at the caret. */
export const docTooltips = (valuesOf: ValuesOf): Extension => [
  hoverTooltip((view, at) => noteAt(view.state, at, valuesOf)?.tooltip ?? null),
  explained,
];

/** Shows the note on the name at the caret and reads it out. */
export function explainName(view: EditorView, valuesOf: ValuesOf): boolean {
  const note = noteAt(view.state, view.state.selection.main.head, valuesOf);
  view.dispatch({
    effects: [
      setExplained.of(note?.tooltip ?? null),
      EditorView.announce.of(note?.text ?? 'There is no known name at the caret.'),
    ],
  });
  return true;
}

/** Closes the note that the keyboard asked for, if there is one. */
export function closeExplained(view: EditorView): void {
  if (view.state.field(explained) !== null) view.dispatch({ effects: setExplained.of(null) });
}

function noteAt(
  state: EditorState,
  at: number,
  valuesOf: ValuesOf,
): { readonly tooltip: Tooltip; readonly text: string } | null {
  const source = state.doc.toString();
  const found = wordAt(source, at);
  const doc = found && docAt(source, scriptSymbols(state), at);
  if (!found || !doc) return null;
  const values = valuesOf(found.word);
  return {
    text: docText(doc, values),
    tooltip: {
      pos: found.from,
      end: found.to,
      above: true,
      create: () => ({ dom: docElement(doc, values) }),
    },
  };
}
