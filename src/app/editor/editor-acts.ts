/** One act of the script editor, as its keymap, the palette and the help page know it. */
interface EditorActInfo {
  readonly id: string;
  /** Says the act and its object. */
  readonly title: string;
  /** As `Ctrl+.`; Ctrl stands for Cmd on a Mac. */
  readonly keys: readonly string[];
  /** Whether its keys also act in the search fields. */
  readonly inSearch?: true;
}

/** Acts of the script editor. Its keymap, the palette and the help page follow from this list. */
export const EDITOR_ACTS = [
  { id: 'next-problem', title: 'Go to the next problem of the script', keys: ['F8'] },
  { id: 'problem-before', title: 'Go to the problem before', keys: ['Shift+F8'] },
  { id: 'fix', title: 'Apply the fix at the caret', keys: ['Ctrl+.'] },
  { id: 'rename', title: 'Rename the name at the caret', keys: ['F2'] },
  { id: 'definition', title: 'Go to where the name at the caret is declared', keys: ['F12'] },
  { id: 'explain', title: 'Explain the name at the caret', keys: ['Shift+F1'] },
  { id: 'signature', title: 'Show how the call at the caret is written', keys: ['Ctrl+Shift+Space'] },
  { id: 'complete', title: 'Complete the word at the caret', keys: ['Ctrl+Space'] },
  { id: 'snippet', title: 'Insert a snippet into the script', keys: [] },
  { id: 'find', title: 'Find and replace in the script', keys: ['Ctrl+F'], inSearch: true },
  { id: 'find-next', title: 'Go to the next match', keys: ['F3', 'Ctrl+G'], inSearch: true },
  { id: 'find-before', title: 'Go to the match before', keys: ['Shift+F3', 'Ctrl+Shift+G'], inSearch: true },
  { id: 'select-next', title: 'Select the next place of the same text', keys: ['Ctrl+D'] },
  { id: 'line', title: 'Go to a line of the script', keys: ['Ctrl+Alt+G'] },
  { id: 'comment', title: 'Turn lines into comments, or back', keys: ['Ctrl+/'] },
  { id: 'line-up', title: 'Move the line up', keys: ['Alt+↑'] },
  { id: 'line-down', title: 'Move the line down', keys: ['Alt+↓'] },
  { id: 'fold', title: 'Fold the part at the caret', keys: ['Ctrl+Shift+['] },
  { id: 'unfold', title: 'Unfold the part at the caret', keys: ['Ctrl+Shift+]'] },
  { id: 'fold-all', title: 'Fold the whole script', keys: ['Ctrl+Alt+['] },
  { id: 'unfold-all', title: 'Unfold the whole script', keys: ['Ctrl+Alt+]'] },
  { id: 'format', title: 'Format script', keys: ['Shift+Alt+F'] },
] as const satisfies readonly EditorActInfo[];

/** Name of an act of the script editor. */
export type EditorAct = (typeof EDITOR_ACTS)[number]['id'];

/** Keys of an act as they are shown; the first where it has several. */
export const keysOfAct = (id: EditorAct): string | undefined =>
  EDITOR_ACTS.find((act) => act.id === id)?.keys[0];
