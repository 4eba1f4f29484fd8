import type { Attachment } from 'svelte/attachments';

/** Told to the window when the page has taken, or left, the look of paper. */
export const PAPER_EVENT = 'backtab:paper';

/** Measures an element again when the page takes or leaves the look of paper; observers would tell too late. */
export const onPaper =
  (measure: (element: HTMLElement) => void): Attachment<HTMLElement> =>
  (element) => {
    const told = (): void => measure(element);
    addEventListener(PAPER_EVENT, told);
    return () => removeEventListener(PAPER_EVENT, told);
  };
