import {
  type EditorState,
  type Extension,
  StateEffect,
  StateField,
  type Transaction,
} from '@codemirror/state';
import { EditorView, showTooltip, type Tooltip } from '@codemirror/view';
import { signatureAt, type Signature } from '../../script/signature';
import { signatureElement } from './doc-view';

const setOpen = StateEffect.define<boolean>();

interface Help {
  readonly isOpen: boolean;
  readonly signature: Signature | null;
}

const CLOSED: Help = { isOpen: false, signature: null };

/** Opened by a parenthesis, brace or comma that is typed, by a completed call, or on request. */
function opens(transaction: Transaction): boolean {
  if (transaction.isUserEvent('input.complete')) return true;
  if (!transaction.isUserEvent('input.type')) return false;
  let isOpener = false;
  transaction.changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => {
    if (/[({,]/.test(inserted.toString())) isOpener = true;
  });
  return isOpener;
}

const signatureAtCaret = (state: EditorState): Signature | null =>
  state.selection.main.empty ? signatureAt(state.doc.toString(), state.selection.main.head) : null;

const help = StateField.define<Help>({
  create: () => CLOSED,
  update(current, transaction) {
    const asked = transaction.effects.find((effect) => effect.is(setOpen));
    const isOpen = asked ? asked.value : current.isOpen || opens(transaction);
    if (!isOpen) return current.isOpen ? CLOSED : current;
    if (current.isOpen && !asked && !transaction.docChanged && !transaction.selection) return current;
    const signature = signatureAtCaret(transaction.state);
    return signature ? { isOpen: true, signature } : CLOSED;
  },
  provide: (field) => showTooltip.from(field, ({ signature }) => signature && tooltip(signature)),
});

const tooltip = (signature: Signature): Tooltip => ({
  pos: signature.open,
  above: true,
  create: () => ({ dom: signatureElement(signature) }),
});

/** Shows how the call at the caret is written while its arguments are typed. */
export const signatureHelp: Extension = [
  help,
  EditorView.domEventHandlers({
    blur: (_, view) => closeSignature(view),
  }),
];

/** Opens the help for the call at the caret and reads it out. */
export function showSignature(view: EditorView): boolean {
  const signature = signatureAtCaret(view.state);
  const words = signature
    ? `${signature.parts.map(({ text }) => text).join('')}. ${signature.note}`
    : 'There is no call at the caret.';
  view.dispatch({ effects: [setOpen.of(true), EditorView.announce.of(words)] });
  return true;
}

/** Closes the help, if it is open. */
export function closeSignature(view: EditorView): void {
  if (view.state.field(help).isOpen) view.dispatch({ effects: setOpen.of(false) });
}
