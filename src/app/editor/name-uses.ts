import { type EditorState, type Extension, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { placesAt } from '../../script/symbols';
import { scriptSymbols } from './script-symbols';

const mark = Decoration.mark({ class: 'bt-use' });

function usesAt(state: EditorState): DecorationSet {
  const { main } = state.selection;
  if (!main.empty) return Decoration.none;
  const places = placesAt(scriptSymbols(state), main.head);
  if (places.length < 2) return Decoration.none;
  return Decoration.set(
    places.map(({ from, to }) => mark.range(from, to)),
    true,
  );
}

/** Marks every place of the name under the caret. */
export const nameUses: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (current, { docChanged, selection, state }) => (docChanged || selection ? usesAt(state) : current),
  provide: (field) => EditorView.decorations.from(field),
});
