import { EditorView } from '@codemirror/view';
import { symbolAt } from '../../script/symbols';
import { scriptSymbols } from './script-symbols';

/** Puts the caret where the name under it is declared. */
export function goToDefinition(view: EditorView): boolean {
  const symbol = symbolAt(scriptSymbols(view.state), view.state.selection.main.head);
  if (!symbol) {
    view.dispatch({ effects: EditorView.announce.of('The script declares no name that stands here.') });
    return true;
  }
  const { from } = symbol.definition;
  const line = view.state.doc.lineAt(from).number;
  view.dispatch({
    selection: { anchor: from },
    effects: [
      EditorView.scrollIntoView(from, { y: 'nearest', yMargin: 24 }),
      EditorView.announce.of(`Line ${line}`),
    ],
  });
  return true;
}
