import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { notesTheme } from './notes-theme';

/** Colours and sizes come from the page's tokens, so a change of theme needs no new editor. */
const frame = EditorView.theme({
  '&': { height: '100%', color: 'var(--t1)', backgroundColor: 'transparent', font: 'var(--text-mono)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: 'inherit', overflow: 'auto' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--t1)' },
  '.cm-line': { padding: '0 4px 0 22px', textIndent: '-18px' },
  '.cm-gutters': { border: 'none', backgroundColor: 'transparent', color: 'var(--t3)' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '32px', padding: '0 6px 0 4px' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--acs)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLineGutter': { color: 'var(--t1)' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--t1)', borderLeftWidth: '2px' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'color-mix(in oklab, var(--ac) 28%, transparent)',
  },
  '.cm-content ::selection': { backgroundColor: 'Highlight' },
  '&.cm-focused .cm-matchingBracket, .cm-matchingBracket': {
    backgroundColor: 'var(--bg3)',
    outline: '1px solid var(--ln3)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent', color: 'var(--bad)' },
  '.cm-searchMatch': { backgroundColor: 'color-mix(in oklab, var(--warn) 30%, transparent)' },
  '.cm-searchMatch-selected': { outline: '1px solid var(--warn)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--bg3)' },
  '.bt-use': { borderRadius: '2px', backgroundColor: 'var(--bg3)' },
  '.cm-foldGutter .cm-gutterElement': { width: '14px', padding: '0' },
  '.bt-fold-mark': { display: 'block', width: '14px', cursor: 'pointer', textAlign: 'center', opacity: '0' },
  '.bt-fold-mark:before': { content: '"▾"' },
  '.bt-fold-mark[data-open=false]:before': { content: '"▸"' },
  '.cm-gutters:hover .bt-fold-mark, .bt-fold-mark[data-open=false]': { opacity: '1' },
  '.bt-fold': {
    margin: '0 2px',
    padding: '0 6px',
    border: '1px solid var(--ln2)',
    borderRadius: '4px',
    backgroundColor: 'var(--bg2)',
    color: 'var(--t2)',
    font: 'inherit',
    lineHeight: '1',
    cursor: 'pointer',
  },
  '.cm-snippetField': { backgroundColor: 'var(--acs)', outline: '1px solid var(--ln2)' },
});

const marks = EditorView.theme({
  '.bt-wrong[data-severity=error]': {
    textDecoration: 'underline wavy var(--bad)',
    textUnderlineOffset: '3px',
  },
  '.bt-wrong[data-severity=warning]': {
    textDecoration: 'underline wavy var(--warn)',
    textUnderlineOffset: '3px',
  },
  '.bt-problem': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    margin: '2px 8px 6px 0',
    padding: '6px 10px',
    borderLeft: '3px solid var(--bad)',
    borderRadius: '0 6px 6px 0',
    backgroundColor: 'var(--bg2)',
    font: 'var(--text-body)',
    color: 'var(--t1)',
    whiteSpace: 'normal',
  },
  '.bt-problem[data-severity=warning]': { borderLeftColor: 'var(--warn)' },
  '.bt-problem p': { flex: '1 1 12rem', margin: '0' },
  '.bt-problem code': { color: 'var(--t3)', font: 'var(--text-mono)', overflowWrap: 'anywhere' },
  '.bt-button': {
    minHeight: '28px',
    padding: '0 10px',
    border: '1px solid var(--ln2)',
    borderRadius: '6px',
    backgroundColor: 'var(--bg2)',
    color: 'var(--t1)',
    font: 'var(--text-body)',
    fontWeight: '500',
    cursor: 'pointer',
  },
  '.bt-button:hover': { backgroundColor: 'var(--bg3)' },
  '.bt-button:focus-visible': { outline: '2px solid var(--ac)', outlineOffset: '2px' },
  '.bt-keys': { marginLeft: '8px', color: 'var(--t3)', font: 'var(--text-label)' },
  '.bt-lens': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '5px',
    marginLeft: '8px',
    padding: '0 6px',
    borderRadius: '4px',
    backgroundColor: 'var(--bg3)',
    color: 'var(--t2)',
    font: 'var(--text-label)',
    fontVariantNumeric: 'tabular-nums',
    textIndent: '0',
    verticalAlign: '1px',
  },
  '.bt-mount[data-stale] & .bt-lens': { opacity: '0.6' },
  '.bt-swatch': { display: 'inline-block', width: '11px', height: '2px', borderRadius: '1px' },
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((n) => [`.bt-swatch[data-series="${n}"]`, { backgroundColor: `var(--s${n})` }]),
  ),
});

const floating = EditorView.theme({
  '.cm-tooltip': {
    border: '1px solid var(--ln2)',
    borderRadius: '6px',
    backgroundColor: 'var(--bg2)',
    color: 'var(--t1)',
    boxShadow: 'var(--shadow)',
    font: 'var(--text-body)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { maxHeight: '16rem', font: 'var(--text-mono)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--acs)', color: 'var(--t1)' },
  '.cm-completionDetail': { marginLeft: '10px', color: 'var(--t3)', fontStyle: 'normal' },
  '.cm-completionMatchedText': { color: 'var(--ac)', textDecoration: 'none', fontWeight: '600' },
  '.cm-panels': { backgroundColor: 'var(--bg2)', color: 'var(--t1)', font: 'var(--text-body)' },
  '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--ln)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--ln)' },
  '.cm-textfield': {
    height: '26px',
    border: '1px solid var(--ln3)',
    borderRadius: '6px',
    backgroundColor: 'var(--field)',
    color: 'var(--t1)',
    font: 'inherit',
  },
  '.cm-button': {
    minHeight: '26px',
    border: '1px solid var(--ln2)',
    borderRadius: '6px',
    backgroundImage: 'none',
    backgroundColor: 'var(--bg2)',
    color: 'var(--t1)',
    font: 'inherit',
  },
  '.cm-panel button:focus-visible, .cm-textfield:focus-visible': {
    outline: '2px solid var(--ac)',
    outlineOffset: '1px',
  },
  '.cm-panel button[name=close]': { color: 'var(--t2)', minWidth: '24px', minHeight: '24px' },
  '.cm-dialog': { padding: '8px 32px 8px 10px' },
});

const code = HighlightStyle.define([
  { tag: [tags.keyword, tags.bool, tags.null], color: 'var(--code-keyword)' },
  { tag: tags.number, color: 'var(--code-number)' },
  { tag: tags.string, color: 'var(--code-string)' },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName)],
    color: 'var(--code-function)',
  },
  { tag: tags.comment, color: 'var(--t3)' },
  { tag: tags.invalid, color: 'var(--bad)' },
]);

/** Look of the script editor. */
export const editorTheme: Extension = [frame, marks, floating, notesTheme, syntaxHighlighting(code)];
