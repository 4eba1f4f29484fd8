import type { EditorAct } from '../editor/editor-acts';
import { workspace } from '../state/workspace.svelte';
import { keep, readKept } from './device-store';
import { DEFAULT_PANE_HEIGHTS, type PaneHeights, type WorkspaceChartHandle } from '../chart/chart-props';

/** How the regions stand (UI.md section 2), by the width of the window. */
export type LayoutMode = 'wide' | 'rail' | 'column' | 'phone';

/** Where the phone's bottom sheet stands. */
export type SheetStop = 'low' | 'half' | 'full';

/** Width from which the top bar has room for the acts of the report, CSS pixels. */
export const TOP_BAR_WIDTH = 1240;

/** Sizes that splitters change, CSS pixels. */
export interface Sizes {
  readonly left: number;
  readonly right: number;
  readonly dock: number;
  readonly panes: PaneHeights;
}

/** Bounds of each size, CSS pixels. */
export const SIZE_LIMITS = {
  left: { min: 160, max: 360 },
  right: { min: 320, max: 640 },
  dock: { min: 143, max: 640 },
} as const;

const KEY = 'backtab-sizes';

/** Sizes before anyone drags: more room on a large screen. */
export const initialSizes = (width: number): Sizes =>
  width >= 1800
    ? { left: 240, right: 480, dock: 226, panes: DEFAULT_PANE_HEIGHTS }
    : { left: 212, right: 392, dock: 145, panes: DEFAULT_PANE_HEIGHTS };

/** Which mode a window of this width, CSS pixels, has. */
export function modeOf(width: number): LayoutMode {
  if (width > 1100) return 'wide';
  if (width > 899) return 'rail';
  return width > 599 ? 'column' : 'phone';
}

/** Sizes and passing states of the frame; they belong to this device and are not part of the view. */
class Layout {
  width = $state(innerWidth);
  sizes = $state.raw<Sizes>(storedSizes());
  maximised = $state(false);
  measuring = $state(false);
  asTable = $state(false);
  sheet = $state<SheetStop>('half');
  /** Name of the script line that the chart draws alone; null for all. */
  highlight = $state<string | null>(null);
  readonly mode = $derived(modeOf(this.width));
  /** The chart on screen, for snapshots and focus. */
  chart: WorkspaceChartHandle | null = null;
  /** Part of the script that the editor shows once it is there. */
  revealed = $state.raw<{ readonly from: number; readonly to: number } | null>(null);

  /** Act of the editor that is done once the editor is there. */
  scriptAct = $state<EditorAct | null>(null);
  /** Whether the script stands beside that of an earlier run. */
  comparing = $state(false);

  /** Which columns were open when there was room for them. */
  #columns = { left: true, right: true };

  constructor() {
    addEventListener('resize', () => this.#resized());
  }

  /** Columns that become drawers do not open over the chart by themselves; as columns they come back. */
  #resized(): void {
    const before = this.mode;
    this.width = innerWidth;
    if ((before === 'wide') === (this.mode === 'wide')) return;
    if (before === 'wide') this.#columns = { left: workspace.leftOpen, right: workspace.rightOpen };
    const { left, right } = this.mode === 'wide' ? this.#columns : { left: false, right: false };
    workspace.toggleLeft(left);
    workspace.toggleRight(right);
  }

  /** Opens the script and puts the caret on a range of it. */
  revealScript(from: number, to: number): void {
    this.#openScript();
    this.revealed = { from, to };
  }

  /** Opens the script and does an act of its editor at the caret. */
  actInScript(act: EditorAct): void {
    this.#openScript();
    this.scriptAct = act;
  }

  #openScript(): void {
    workspace.show('workspace');
    if (this.mode === 'column' || this.mode === 'phone') workspace.showTab('script');
    else workspace.toggleRight(true);
  }

  resize(change: Partial<Sizes>): void {
    this.sizes = { ...this.sizes, ...change };
    keep(KEY, JSON.stringify(this.sizes));
  }
}

function storedSizes(): Sizes {
  const initial = initialSizes(innerWidth);
  try {
    const stored: unknown = JSON.parse(readKept(KEY) ?? '{}');
    return isRecord(stored) ? merge(initial, stored) : initial;
  } catch (error) {
    if (error instanceof SyntaxError) return initial;
    throw error;
  }
}

function merge(initial: Sizes, stored: Readonly<Record<string, unknown>>): Sizes {
  const size = (name: 'left' | 'right' | 'dock'): number => {
    const value = stored[name];
    const { min, max } = SIZE_LIMITS[name];
    return typeof value === 'number' && value >= min && value <= max ? value : initial[name];
  };
  const panes = isRecord(stored['panes']) ? stored['panes'] : {};
  const pane = (name: keyof PaneHeights): number => {
    const value = panes[name];
    return typeof value === 'number' && value >= 48 && value <= 300 ? value : initial.panes[name];
  };
  return {
    left: size('left'),
    right: size('right'),
    dock: size('dock'),
    panes: { own: pane('own'), equity: pane('equity'), drawdown: pane('drawdown') },
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const layout = new Layout();
