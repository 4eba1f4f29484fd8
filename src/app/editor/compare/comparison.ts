import { goToNextChunk, goToPreviousChunk, getChunks, MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { editorTheme } from '../editor-theme';
import { scriptLanguage } from '../script-language';
import { textChanges } from '../text-change';
import { comparisonSheet, comparisonTheme } from './comparison-theme';

/** Two texts of a script as they are compared. */
export interface Comparison {
  /** Shows another text at the right. */
  setText(text: string): void;
  /** Puts the caret on the next changed part, or the one before. */
  go(step: 1 | -1): void;
  /** Changed parts. */
  count(): number;
  destroy(): void;
}

/** What is compared, and how. */
export interface ComparisonSetup {
  readonly earlier: string;
  readonly text: string;
  /** One column with the earlier lines above those that took their place; else side by side. */
  readonly isNarrow: boolean;
  /** A part was restored: the whole new text. */
  onRestore(text: string): void;
}

const COLLAPSE = { margin: 3, minSize: 6 };

/**
 * Builds the comparison inside `host`, with a button at each changed part that brings the earlier lines back.
 * In a shadow root, for the reason told of the editor.
 */
export function createComparison(host: HTMLElement, setup: ComparisonSetup): Comparison {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const mount = document.createElement('div');
  mount.className = 'bt-comparison';
  root.replaceChildren(mount);
  root.adoptedStyleSheets = [comparisonSheet()];
  const built = setup.isNarrow ? oneColumn(mount, root, setup) : sideBySide(mount, root, setup);
  const { view } = built;
  return {
    setText(text) {
      const changes = textChanges(view.state.doc.toString(), text);
      if (changes.length > 0) view.dispatch({ changes: [...changes] });
    },
    go(step) {
      const go = step === 1 ? goToNextChunk : goToPreviousChunk;
      go({ state: view.state, dispatch: (transaction) => view.dispatch(transaction) });
      view.focus();
    },
    count: () => getChunks(view.state)?.chunks.length ?? 0,
    destroy() {
      built.destroy();
      root.replaceChildren();
    },
  };
}

interface Built {
  /** Of the text that is restored. */
  readonly view: EditorView;
  destroy(): void;
}

function sideBySide(
  mount: HTMLElement,
  root: ShadowRoot,
  { earlier, text, onRestore }: ComparisonSetup,
): Built {
  const merge = new MergeView({
    a: { doc: earlier, extensions: shared('Script of the earlier run') },
    b: { doc: text, extensions: [shared('Script as it is'), restored(onRestore)] },
    parent: mount,
    root,
    revertControls: 'a-to-b',
    renderRevertControl: restoreButton,
    collapseUnchanged: COLLAPSE,
  });
  return { view: merge.b, destroy: () => merge.destroy() };
}

function oneColumn(
  mount: HTMLElement,
  root: ShadowRoot,
  { earlier, text, onRestore }: ComparisonSetup,
): Built {
  const extensions = [
    shared('Script as it is, with the lines of the earlier run'),
    restored(onRestore),
    unifiedMergeView({
      original: earlier,
      collapseUnchanged: COLLAPSE,
      mergeControls: (kind, act) => (kind === 'reject' ? actButton(act) : document.createElement('span')),
    }),
  ];
  const view = new EditorView({ state: EditorState.create({ doc: text, extensions }), parent: mount, root });
  return { view, destroy: () => view.destroy() };
}

const shared = (label: string): Extension => [
  lineNumbers(),
  EditorView.lineWrapping,
  EditorState.readOnly.of(true),
  scriptLanguage(),
  editorTheme,
  comparisonTheme,
  EditorView.contentAttributes.of({ 'aria-label': label }),
];

const restored = (onRestore: (text: string) => void): Extension =>
  EditorView.updateListener.of(({ docChanged, transactions, state }) => {
    const isRestore = transactions.some((one) => one.isUserEvent('revert'));
    if (docChanged && isRestore) onRestore(state.doc.toString());
  });

/** The library acts when the mouse goes down on it; by the keyboard a click comes without one. */
function restoreButton(): HTMLElement {
  const button = plainButton();
  button.addEventListener('click', ({ detail }) => {
    if (detail === 0) button.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
  });
  return button;
}

function actButton(act: (event: MouseEvent) => void): HTMLElement {
  const button = plainButton();
  button.addEventListener('click', act);
  return button;
}

function plainButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'bt-restore';
  button.textContent = 'Restore';
  button.title = 'Brings the lines of the earlier run back';
  return button;
}
