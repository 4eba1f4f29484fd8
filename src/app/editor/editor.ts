import { autocompletion, closeBrackets } from '@codemirror/autocomplete';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { highlightSelectionMatches } from '@codemirror/search';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  lineNumbers,
  tooltips,
} from '@codemirror/view';
import type { Diagnostic } from '../../script/diagnostic';
import { docTooltips } from './doc-tooltips';
import type { EditorAct } from './editor-acts';
import type { EditorEvents } from './editor-events';
import { editorCommands, editorKeys } from './editor-keymap';
import { editorTheme } from './editor-theme';
import { lensEffect, lensField } from './lens-field';
import type { LensTag } from './lens-tags';
import { nameUses } from './name-uses';
import { problemField, problemTransaction } from './problem-field';

export { problemsOf } from './own-problems';
import { renameBox, renamedParameter } from './rename-box';
import { scriptFolds } from './script-folds';
import { scriptLanguage } from './script-language';
import { scriptSearch } from './search-panel';
import { signatureHelp } from './signature-help';
import { textChanges } from './text-change';
import { wordAt } from './word-at';

/** The editor as its owner drives it: text, problems and values come from outside. */
export interface ScriptEditorHandle {
  /** Shows `source`; a caret outside the changed part keeps its place. */
  setSource(source: string): void;
  setProblems(problems: readonly Diagnostic[]): void;
  /** Values at the ends of their lines. */
  setLens(tags: readonly LensTag[]): void;
  /** Dims the values: they belong to an older text. */
  setStale(stale: boolean): void;
  /** Puts the caret on a range and shows it. */
  reveal(from: number, to: number): void;
  /** Takes the focus and does an act at the caret. */
  act(act: EditorAct): void;
  focus(): void;
  destroy(): void;
}

/** Marks a change that comes from the owner, so that it is not told back. */
const fromOwner = Annotation.define<boolean>();

const HELP =
  'Control Enter runs the script. Escape, then Tab leaves the editor. F8 goes to the next problem, ' +
  'Control Period applies its fix.';

/**
 * Builds the script editor inside `host`.
 *
 * It lives in a shadow root: there CodeMirror adopts constructed style sheets, while in a document it would
 * write `<style>` elements, which a strict Content Security Policy refuses.
 */
export function createEditor(host: HTMLElement, source: string, events: EditorEvents): ScriptEditorHandle {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const help = document.createElement('p');
  help.id = 'help';
  help.hidden = true;
  help.textContent = HELP;
  const mount = document.createElement('div');
  mount.className = 'bt-mount';
  root.replaceChildren(help, mount);
  mount.style.height = '100%';

  const view = new EditorView({
    state: EditorState.create({ doc: source, extensions: extensions(events) }),
    parent: mount,
    root,
  });
  const commands = editorCommands(events);

  return {
    setSource(next) {
      const changes = textChanges(view.state.doc.toString(), next);
      if (changes.length === 0) return;
      view.dispatch({
        changes: [...changes],
        annotations: fromOwner.of(true),
        effects: view.hasFocus ? EditorView.scrollIntoView(changes[0]?.from ?? 0) : [],
      });
    },
    setProblems(problems) {
      const change = problemTransaction(view.state, problems);
      if (change.effects) view.dispatch(change);
    },
    setLens: (tags) => view.dispatch({ effects: lensEffect(tags) }),
    setStale: (stale) => mount.toggleAttribute('data-stale', stale),
    reveal(from, to) {
      const end = view.state.doc.length;
      view.dispatch({
        selection: { anchor: Math.min(from, end), head: Math.min(to, end) },
        scrollIntoView: true,
      });
      view.focus();
    },
    act(act) {
      view.focus();
      commands[act](view);
    },
    focus: () => view.focus(),
    destroy() {
      view.destroy();
      root.replaceChildren();
    },
  };
}

function extensions(events: EditorEvents): Extension[] {
  return [
    lineNumbers(),
    highlightSpecialChars(),
    scriptFolds,
    highlightActiveLine(),
    highlightActiveLineGutter(),
    drawSelection(),
    dropCursor(),
    EditorState.allowMultipleSelections.of(true),
    EditorState.tabSize.of(2),
    EditorView.lineWrapping,
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ icons: false }),
    highlightSelectionMatches(),
    scriptSearch,
    scriptLanguage(),
    nameUses,
    problemField,
    lensField,
    docTooltips(events.valuesOf),
    signatureHelp,
    renameBox,
    tooltips({ position: 'fixed' }),
    editorTheme,
    editorKeys(events),
    EditorView.contentAttributes.of({
      'aria-label': 'Strategy script',
      tabindex: '0',
      'aria-describedby': 'help',
      autocapitalize: 'off',
      autocorrect: 'off',
      spellcheck: 'false',
    }),
    tellEdits(events),
    hoverNames(events),
  ];
}

function tellEdits(events: EditorEvents): Extension {
  return EditorView.updateListener.of((update) => {
    if (update.docChanged || (update.focusChanged && !update.view.hasFocus)) {
      update.view.setTabFocusMode(false);
    }
    if (!update.docChanged || update.transactions.some((one) => one.annotation(fromOwner))) return;
    const renamed = update.transactions.map((one) => one.annotation(renamedParameter)).find(Boolean);
    events.edit(update.state.doc.toString(), renamed);
  });
}

function hoverNames(events: EditorEvents): Extension {
  let shown: string | null = null;
  const tell = (name: string | null): void => {
    if (name === shown) return;
    shown = name;
    events.hover(name);
  };
  return EditorView.domEventHandlers({
    mousemove(event, view) {
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
      tell(at === null ? null : (wordAt(view.state.doc.toString(), at)?.word ?? null));
    },
    mouseleave: () => tell(null),
  });
}
