import { EditorView } from '@codemirror/view';

const small = { font: 'var(--text-label)', color: 'var(--t3)' };

/** Look of the notes on names, the field for a new name, and the search. */
export const notesTheme = EditorView.theme({
  '.bt-doc': {
    maxWidth: 'min(26rem, calc(100vw - 2rem))',
    maxHeight: '22rem',
    padding: '8px 10px',
    overflow: 'auto',
  },
  '.cm-tooltip.cm-completionInfo': { padding: '0', maxWidth: 'none' },
  '.bt-doc code': {
    display: 'block',
    font: 'var(--text-mono)',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  '.bt-doc code strong': { color: 'var(--ac)', fontWeight: '700' },
  '.bt-doc p': { margin: '6px 0 0' },
  '.bt-doc p strong': { fontWeight: '600' },
  '.bt-doc .bt-heading, .bt-doc .bt-note': small,
  '.bt-doc .bt-value': { fontVariantNumeric: 'tabular-nums', color: 'var(--t2)' },
  '.bt-doc .bt-value strong': { color: 'var(--t1)' },
  '.bt-doc .bt-swatch': { marginRight: '6px', verticalAlign: 'middle' },
  '.bt-doc dl': {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: '2px 10px',
    margin: '6px 0 0',
    font: 'var(--text-label)',
  },
  '.bt-doc dt': { fontFamily: 'var(--font-mono)', color: 'var(--code-function)' },
  '.bt-doc dd': { margin: '0', color: 'var(--t2)' },
  '.bt-signature': { maxHeight: '9rem' },
  '.bt-signature p': small,
  '.bt-rename': { display: 'grid', gap: '6px', width: 'min(20rem, calc(100vw - 2rem))', padding: '8px 10px' },
  '.bt-rename label': { display: 'grid', gap: '4px', color: 'var(--t2)', font: 'var(--text-label)' },
  '.bt-rename input': { font: 'var(--text-mono)', padding: '0 6px' },
  '.bt-rename p': { margin: '0', ...small },
  '.bt-rename p.bad': { color: 'var(--bad)' },
  '.bt-search': { display: 'grid', gap: '6px', padding: '8px 10px' },
  '.bt-search .row': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px' },
  '.bt-search label': {
    display: 'flex',
    flex: '1 1 9rem',
    alignItems: 'center',
    gap: '6px',
    minWidth: '0',
    color: 'var(--t2)',
    font: 'var(--text-label)',
  },
  '.bt-search input': { flex: '1', minWidth: '4rem', padding: '0 6px', font: 'var(--text-mono)' },
  '.bt-search .cm-button': {
    minWidth: '26px',
    margin: '0',
    padding: '0 7px',
    borderRadius: '6px',
    cursor: 'pointer',
  },
  '.bt-search .toggle[aria-pressed=true]': {
    borderColor: 'var(--ac)',
    backgroundColor: 'var(--acs)',
    color: 'var(--ac)',
  },
  '.bt-search .count': {
    minWidth: '4.5rem',
    color: 'var(--t3)',
    font: 'var(--text-label)',
    textAlign: 'right',
  },
});
