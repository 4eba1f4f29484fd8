import { closeBracketsKeymap, completionKeymap, startCompletion } from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab, moveLineDown, moveLineUp, toggleComment } from '@codemirror/commands';
import { foldAll, foldCode, unfoldAll, unfoldCode } from '@codemirror/language';
import {
  closeSearchPanel,
  findNext,
  findPrevious,
  gotoLine,
  openSearchPanel,
  selectNextOccurrence,
} from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import { type Command, type EditorView, keymap, type KeyBinding } from '@codemirror/view';
import { closeExplained, explainName } from './doc-tooltips';
import { EDITOR_ACTS, type EditorAct } from './editor-acts';
import type { EditorEvents } from './editor-events';
import { goToDefinition } from './name-acts';
import { applyFixAtCaret, goToProblem } from './problem-acts';
import { startRename } from './rename-box';
import { closeSignature, showSignature } from './signature-help';
import { startSnippet } from './snippet-source';

/** What each act does in an editor of this owner. */
export const editorCommands = (events: EditorEvents): Readonly<Record<EditorAct, Command>> => ({
  'next-problem': (view) => goToProblem(view, 1),
  'problem-before': (view) => goToProblem(view, -1),
  fix: applyFixAtCaret,
  rename: startRename,
  definition: goToDefinition,
  explain: (view) => explainName(view, events.valuesOf),
  signature: showSignature,
  complete: startCompletion,
  snippet: startSnippet,
  find: openSearchPanel,
  'find-next': findNext,
  'find-before': findPrevious,
  'select-next': selectNextOccurrence,
  line: gotoLine,
  comment: toggleComment,
  'line-up': moveLineUp,
  'line-down': moveLineDown,
  fold: foldCode,
  unfold: unfoldCode,
  'fold-all': foldAll,
  'unfold-all': unfoldAll,
  format: always(() => events.format()),
});

/** All keys of the editor: those of the owner's acts, of the list of acts, and of writing. */
export const editorKeys = (events: EditorEvents): Extension => [
  keymap.of(ownerKeys(events)),
  keymap.of([
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...actKeys(events),
    { key: 'Escape', run: closeSearchPanel, scope: 'editor search-panel' },
    { key: 'Escape', run: closeNotes },
    ...defaultKeymap,
    indentWithTab,
    { key: 'Escape', run: freeTab },
  ]),
];

function actKeys(events: EditorEvents): readonly KeyBinding[] {
  const commands = editorCommands(events);
  return EDITOR_ACTS.flatMap((act) =>
    act.keys.map((keys) => ({
      key: keyOf(keys),
      run: commands[act.id],
      preventDefault: true,
      scope: 'inSearch' in act ? 'editor search-panel' : 'editor',
    })),
  );
}

const NAMED: Readonly<Record<string, string>> = { '↑': 'ArrowUp', '↓': 'ArrowDown', Ctrl: 'Mod' };

/** CodeMirror's words for keys as they are shown. */
export const keyOf = (keys: string): string =>
  keys
    .split('+')
    .map((key) => NAMED[key] ?? (/^[A-Z]$/.test(key) ? key.toLowerCase() : key))
    .join('-');

function ownerKeys(events: EditorEvents): readonly KeyBinding[] {
  return [
    { key: 'Mod-Enter', run: always(() => events.run()), stopPropagation: true },
    { key: 'Mod-z', run: always(() => events.undo()), stopPropagation: true },
    { key: 'Mod-y', run: always(() => events.redo()), stopPropagation: true },
    { key: 'Mod-Shift-z', run: always(() => events.redo()), stopPropagation: true },
  ];
}

function always(act: () => void): Command {
  return () => {
    act();
    return true;
  };
}

/** Further bindings of Escape follow: one press closes the notes and frees Tab. */
const closeNotes: Command = (view) => {
  closeSignature(view);
  closeExplained(view);
  return false;
};

/** After Escape, Tab moves the focus until the next edit, without a time limit. */
function freeTab(view: EditorView): boolean {
  view.setTabFocusMode(true);
  return false;
}
