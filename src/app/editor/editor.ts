import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Diagnostic } from '../../script/diagnostic';
import { editorTheme } from './editor-theme';
import { lensEffect, lensField } from './lens-field';
import type { LensTag } from './lens-tags';
import { problemField, problemTransaction } from './problem-field';
import { scriptLanguage } from './script-language';
import { textChange } from './text-change';
import { wordAt } from './word-at';

/** What the editor tells its owner, who keeps the text and its history. */
export interface EditorEvents {
  edit(source: string): void;
  undo(): void;
  redo(): void;
  run(): void;
  /** Name under the pointer, null when there is none. */
  hover(name: string | null): void;
}

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
  focus(): void;
  destroy(): void;
}

/** Marks a change that comes from the owner, so that it is not told back. */
const fromOwner = Annotation.define<boolean>();

const HELP =
  'Control Enter runs the script. Escape, then Tab leaves the editor. F8 goes to the next problem.';

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

  return {
    setSource(next) {
      const change = textChange(view.state.doc.toString(), next);
      if (change) view.dispatch({ changes: change, annotations: fromOwner.of(true) });
    },
    setProblems: (problems) => view.dispatch(problemTransaction(view.state, problems)),
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
    search({ top: true }),
    scriptLanguage(),
    problemField,
    lensField,
    editorTheme,
    ownerKeys(events),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...searchKeymap,
      ...lintKeymap,
      ...defaultKeymap,
      indentWithTab,
      { key: 'Escape', run: freeTab },
    ]),
    EditorView.contentAttributes.of({
      'aria-label': 'Strategy script',
      'aria-describedby': 'help',
      autocapitalize: 'off',
      autocorrect: 'off',
      spellcheck: 'false',
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged || (update.focusChanged && !update.view.hasFocus)) {
        update.view.setTabFocusMode(false);
      }
      const own = update.transactions.some((transaction) => transaction.annotation(fromOwner));
      if (update.docChanged && !own) events.edit(update.state.doc.toString());
    }),
    hoverNames(events),
  ];
}

/** After Escape, Tab moves the focus until the next edit, without a time limit. */
function freeTab(view: EditorView): boolean {
  view.setTabFocusMode(true);
  return false;
}

function ownerKeys(events: EditorEvents): Extension {
  const act = (run: () => void) => () => {
    run();
    return true;
  };
  return keymap.of([
    { key: 'Mod-Enter', run: act(() => events.run()), stopPropagation: true },
    { key: 'Mod-z', run: act(() => events.undo()), stopPropagation: true },
    { key: 'Mod-y', run: act(() => events.redo()), stopPropagation: true },
    { key: 'Mod-Shift-z', run: act(() => events.redo()), stopPropagation: true },
  ]);
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
