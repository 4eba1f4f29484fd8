import { flushSync } from 'svelte';
import { paintPending } from './chart/frame';
import { PAPER_EVENT } from './paper';

/**
 * Gives the page the look of paper while it is printed: light, and as wide as the sheet. All of it happens
 * before the browser takes its picture, so charts are painted at once and not in the next frame.
 *
 * @param theme  the theme to come back to
 */
export function bindPrint(theme: () => 'dark' | 'light'): void {
  const root = document.documentElement;
  const look = (paper: boolean): void => {
    root.dataset['theme'] = paper ? 'light' : theme();
    root.classList.toggle('paper', paper);
    dispatchEvent(new Event(PAPER_EVENT));
    flushSync();
    paintPending();
  };
  addEventListener('beforeprint', () => look(true));
  addEventListener('afterprint', () => look(false));
}
