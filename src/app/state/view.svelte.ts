import type { DockTab, Page } from './workspace';

type ThemeChoice = 'system' | 'dark' | 'light';

/** Rows that a fresh view shows. */
export const SHOWN_ROWS = 252;

const THEME_KEY = 'backtab-theme';
const narrow = (): boolean => matchMedia('(max-width: 1100px)').matches;

/** Where the user is and what is open; nothing of it touches data. */
export class ViewState {
  page = $state<Page>('workspace');
  tab = $state<DockTab>('trades');
  themeChoice = $state<ThemeChoice>(storedTheme());
  systemDark = $state(matchMedia('(prefers-color-scheme: dark)').matches);
  range = $state.raw({ from: 0, to: 0 });
  scale = $state<'linear' | 'log' | 'percent'>('linear');
  cursor = $state<number | null>(null);
  selectedTrade = $state<number | null>(null);
  paletteOpen = $state(false);
  leftOpen = $state(!narrow());
  rightOpen = $state(!narrow());
  dockOpen = $state(true);
  compared = $state.raw<readonly string[]>([]);
  readonly theme = $derived(
    this.themeChoice === 'system' ? (this.systemDark ? 'dark' : 'light') : this.themeChoice,
  );

  constructor() {
    matchMedia('(prefers-color-scheme: dark)').addEventListener(
      'change',
      (e) => (this.systemDark = e.matches),
    );
  }

  setTheme(choice: ThemeChoice): void {
    this.themeChoice = choice;
    localStorage.setItem(THEME_KEY, choice);
  }

  /** Shows the last rows of a dataset. */
  showEnd(rows: number): void {
    this.range = { from: Math.max(0, rows - SHOWN_ROWS), to: rows };
    this.cursor = null;
  }
}

function storedTheme(): ThemeChoice {
  const stored = localStorage.getItem(THEME_KEY);
  return stored === 'dark' || stored === 'light' ? stored : 'system';
}
