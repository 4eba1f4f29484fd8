import { Annotation, type Extension, StateEffect, StateField } from '@codemirror/state';
import { EditorView, showTooltip, type Tooltip } from '@codemirror/view';
import { rename, renameTarget, type RenameTarget } from '../../script/rename';

/** A parameter's old and new name. */
export interface RenamedParameter {
  readonly from: string;
  readonly to: string;
}

/** Says that a change gives a parameter another name, so that its slider keeps its value. */
export const renamedParameter = Annotation.define<RenamedParameter>();

const setBox = StateEffect.define<Tooltip | null>();

const box = StateField.define<Tooltip | null>({
  create: () => null,
  update(current, transaction) {
    const asked = transaction.effects.find((effect) => effect.is(setBox));
    if (asked) return asked.value;
    return transaction.docChanged ? null : current;
  },
  provide: (field) => showTooltip.from(field),
});

/** The field for a new name; a change of the text closes it. */
export const renameBox: Extension = box;

/** Asks for a new name of the name at the caret. */
export function startRename(view: EditorView): boolean {
  const { head } = view.state.selection.main;
  const target = renameTarget(view.state.doc.toString(), head);
  if (!target) {
    const words = 'Only names that the script declares can be renamed.';
    view.dispatch({ effects: EditorView.announce.of(words) });
    return true;
  }
  const pos = target.places.find(({ from, to }) => from <= head && head <= to)?.from ?? head;
  const create: Tooltip['create'] = () => boxFor(view, target);
  view.dispatch({ effects: setBox.of({ pos, above: false, create }) });
  return true;
}

function boxFor(view: EditorView, target: RenameTarget): ReturnType<Tooltip['create']> {
  const dom = document.createElement('form');
  dom.className = 'bt-rename';
  const label = document.createElement('label');
  label.textContent = `New name of ${target.name}`;
  const input = document.createElement('input');
  input.className = 'cm-textfield';
  input.value = target.name;
  input.spellcheck = false;
  input.autocomplete = 'off';
  input.setAttribute('aria-describedby', 'rename-note');
  label.append(input);
  const note = document.createElement('p');
  note.id = 'rename-note';
  note.setAttribute('aria-live', 'polite');
  dom.append(label, note);

  const count = `${target.places.length} ${target.places.length === 1 ? 'place' : 'places'}`;
  const along = target.isParameter ? ', the parameter among them' : '';
  const check = (): void => {
    const outcome = rename(view.state.doc.toString(), target, input.value);
    const problem = 'problem' in outcome ? outcome.problem : null;
    note.textContent = problem ?? `Changes ${count}${along}. Enter renames, Esc leaves it.`;
    note.className = problem === null ? '' : 'bad';
    input.setAttribute('aria-invalid', String(problem !== null));
  };
  input.addEventListener('input', check);
  dom.addEventListener('submit', (event) => {
    event.preventDefault();
    applyRename(view, target, input.value);
  });
  dom.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    view.focus();
  });
  input.addEventListener('blur', () => close(view));
  check();
  return {
    dom,
    mount() {
      input.focus();
      input.select();
    },
  };
}

function applyRename(view: EditorView, target: RenameTarget, next: string): void {
  const outcome = rename(view.state.doc.toString(), target, next);
  if ('problem' in outcome) return;
  const { changes } = outcome;
  view.focus();
  if (next === target.name) return close(view);
  view.dispatch({
    changes: [...changes],
    effects: [setBox.of(null), EditorView.announce.of(`${target.name} is called ${next} now.`)],
    annotations: target.isParameter ? renamedParameter.of({ from: target.name, to: next }) : [],
    userEvent: 'rename',
  });
}

/** The box may be closed already when its field loses the focus. */
function close(view: EditorView): void {
  if (view.state.field(box) !== null) view.dispatch({ effects: setBox.of(null) });
}
