import { createSubscriber } from 'svelte/reactivity';
import { PAPER_EVENT } from '../paper';

/** The design tokens that canvases use, as CSS colours. */
export interface Palette {
  readonly bg0: string;
  readonly bg1: string;
  readonly bg2: string;
  readonly bg3: string;
  readonly ln: string;
  readonly ln2: string;
  readonly ln3: string;
  readonly t1: string;
  readonly t2: string;
  readonly t3: string;
  readonly ac: string;
  readonly up: string;
  readonly dn: string;
  readonly warn: string;
  readonly bench: string;
  /** Series 1 to 6. */
  readonly series: readonly string[];
  /** Low to high. */
  readonly sequential: readonly string[];
  /** Loss, zero, gain. */
  readonly diverging: readonly string[];
  /** Family for canvas text. */
  readonly font: string;
}

const SIMPLE = [
  'bg0',
  'bg1',
  'bg2',
  'bg3',
  'ln',
  'ln2',
  'ln3',
  't1',
  't2',
  't3',
  'ac',
  'up',
  'dn',
  'warn',
  'bench',
] as const;

/** Tokens as they apply to the page now. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const ladder = (prefix: string, count: number): string[] =>
    Array.from({ length: count }, (_, k) => token(`${prefix}${k + 1}`));
  const simple = Object.fromEntries(SIMPLE.map((name) => [name, token(name)])) as Record<
    (typeof SIMPLE)[number],
    string
  >;
  return {
    ...simple,
    series: ladder('s', 6),
    sequential: ladder('q', 9),
    diverging: ladder('d', 9),
    font: token('font-sans') || 'system-ui, sans-serif',
  };
}

/** What can change a token's value without a new document. */
const MEDIA = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'];

let current: Palette | undefined;

const subscribe = createSubscriber((changed) => {
  const renew = (): void => {
    current = readPalette();
    changed();
  };
  const observer = new MutationObserver(renew);
  observer.observe(document.documentElement, { attributes: true });
  const queries = MEDIA.map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', renew);
  document.fonts.addEventListener('loadingdone', renew);
  addEventListener(PAPER_EVENT, renew);
  return () => {
    current = undefined;
    observer.disconnect();
    for (const query of queries) query.removeEventListener('change', renew);
    document.fonts.removeEventListener('loadingdone', renew);
    removeEventListener(PAPER_EVENT, renew);
  };
});

/** Tokens of the page; an effect or derived value that reads them runs again when the theme changes. */
export function palette(): Palette {
  subscribe();
  current ??= readPalette();
  return current;
}

/** Colour of the `k`-th line, from 0; they repeat after six. */
export const seriesColour = (colours: Palette, k: number): string =>
  colours.series[k % colours.series.length] ?? colours.t1;
