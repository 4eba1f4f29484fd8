import { codeFolding, foldGutter, foldService } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';

const isComment = (state: EditorState, line: number): boolean =>
  line >= 1 && line <= state.doc.lines && /^\s*\/\//.test(state.doc.line(line).text);

/** Line comments that follow one another fold as one. */
const commentFolds = foldService.of((state, lineStart) => {
  const { number, to } = state.doc.lineAt(lineStart);
  if (!isComment(state, number) || isComment(state, number - 1) || !isComment(state, number + 1)) return null;
  let last = number + 1;
  while (isComment(state, last + 1)) last++;
  return { from: to, to: state.doc.line(last).to };
});

/** Folding of blocks, calls, options and comments, with its marks beside the text. */
export const scriptFolds: Extension = [
  codeFolding({
    placeholderDOM(_, onclick) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'bt-fold';
      button.textContent = '…';
      button.title = 'Unfold';
      button.setAttribute('aria-label', 'Unfold the folded part');
      button.addEventListener('click', onclick);
      return button;
    },
  }),
  foldGutter({
    markerDOM(isOpen) {
      const mark = document.createElement('span');
      mark.className = 'bt-fold-mark';
      mark.dataset['open'] = String(isOpen);
      mark.title = isOpen ? 'Fold' : 'Unfold';
      return mark;
    },
  }),
  commentFolds,
];
