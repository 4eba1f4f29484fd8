import { EditorView } from '@codemirror/view';

const tint = (token: string): string => `color-mix(in oklab, var(${token}) 12%, transparent)`;
/** Underlined, so that the code keeps its colours on their own contrast. */
const underlined = (token: string): Record<string, string> => ({
  background: 'none',
  textDecoration: `underline 2px var(${token})`,
  textUnderlineOffset: '3px',
});

/** Changed lines in the page's tokens: those of the earlier run and those that took their place. */
export const comparisonTheme = EditorView.theme({
  '&': { height: 'auto' },
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: tint('--dn') },
  '&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine': { backgroundColor: tint('--up') },
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': underlined('--dn'),
  '&.cm-merge-b .cm-changedText': underlined('--up'),
  '&.cm-merge-a .cm-changedLineGutter, .cm-deletedLineGutter': { background: 'var(--dn)' },
  '&.cm-merge-b .cm-changedLineGutter': { background: 'var(--up)' },
  '.cm-deletedChunk del': { textDecoration: 'none' },
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '"…"' },
  '.cm-collapsedLines': { background: 'var(--bg2)', color: 'var(--t2)', font: 'var(--text-label)' },
  '.cm-deletedChunk .cm-chunkButtons': { position: 'static', padding: '2px 0' },
  '.cm-deletedChunk button.bt-restore': restoreLook(),
});

function restoreLook(): Record<string, string> {
  return {
    minHeight: '24px',
    padding: '0 8px',
    border: '1px solid var(--ln2)',
    borderRadius: '6px',
    background: 'var(--bg2)',
    color: 'var(--t1)',
    font: 'var(--text-label)',
    fontWeight: '500',
    cursor: 'pointer',
  };
}

/** What lies around both editors, where their themes do not reach. */
export function comparisonSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  const look = Object.entries(restoreLook())
    .map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value};`)
    .join(' ');
  sheet.replaceSync(`
    .bt-comparison { min-height: 100%; }
    .cm-mergeViewEditor { min-width: 0; background: var(--bg1); }
    div.cm-merge-revert { width: 5rem; background: var(--bg2); }
    .cm-merge-revert button.bt-restore { position: absolute; left: 50%; width: auto; transform: translateX(-50%); ${look} }
    button.bt-restore:hover { background: var(--bg3); }
    button.bt-restore:focus-visible { outline: 2px solid var(--ac); outline-offset: 1px; }
  `);
  return sheet;
}
