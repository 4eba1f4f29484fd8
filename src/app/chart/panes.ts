import type { SeriesValues } from '../../research/outcome';
import { PANE_HEIGHT, type ChartStudy, type PaneHeights } from './chart-props';

/** Width of the value axis at the right, CSS pixels. */
export const AXIS_WIDTH = 60;

/** Height of the time axis, CSS pixels. */
export const TIME_AXIS_HEIGHT = 24;

/** Height that the price pane keeps whatever the others want, and how much of half the stack it may take. */
const PRICE = { least: 160, wanted: 240 } as const;

/** One pane of the stack, from the upper edge of the price pane down. */
export interface Pane {
  readonly kind: 'price' | 'own' | 'study' | 'equity' | 'drawdown';
  /** Unique in the stack. */
  readonly key: string;
  readonly top: number;
  readonly height: number;
  /** The script line of a pane of kind `own`, and its place among all plots. */
  readonly plot: SeriesValues | null;
  readonly plotIndex: number;
  /** What a pane of kind `study`, or the price pane, draws of the studies. */
  readonly studies: readonly ChartStudy[];
}

/** Which panes there are. */
export interface PaneChoice {
  readonly plots: readonly SeriesValues[];
  /** Those that are shown. */
  readonly studies: readonly ChartStudy[];
  readonly equity: boolean;
  readonly drawdown: boolean;
}

/** Member of the heights that a pane's splitter changes. */
export type ResizablePane = keyof PaneHeights;

/** Height kept to its bounds. */
export const clampPaneHeight = (height: number): number =>
  Math.round(Math.min(Math.max(height, PANE_HEIGHT.min), PANE_HEIGHT.max));

/**
 * Stacks the panes: each lower one has its height, the price gets the rest. Where the rest would
 * be too low, the lower panes shrink alike, but not below half their least height.
 *
 * @param height  of the stack without the time axis
 */
export function stackPanes(choice: PaneChoice, heights: PaneHeights, height: number): Pane[] {
  const lower = lowerPanes(choice, heights);
  const wanted = lower.reduce((sum, pane) => sum + pane.height, 0);
  const room = Math.max(
    height - Math.max(PRICE.least, Math.min(PRICE.wanted, height / 2)),
    (lower.length * PANE_HEIGHT.min) / 2,
  );
  const shrink = Math.min(1, wanted > 0 ? room / wanted : 1);
  const sized = lower.map((pane) => ({ ...pane, height: Math.floor(pane.height * shrink) }));
  const taken = sized.reduce((sum, pane) => sum + pane.height, 0);

  const price: Pane = {
    kind: 'price',
    key: 'price',
    top: 0,
    height: Math.max(height - taken, 1),
    plot: null,
    plotIndex: -1,
    studies: choice.studies.filter(({ pane }) => pane === 'price'),
  };
  let top = price.height;
  const stack = [price];
  for (const pane of sized) {
    stack.push({ ...pane, top });
    top += pane.height;
  }
  return stack;
}

function lowerPanes(
  { plots, studies, equity, drawdown }: PaneChoice,
  heights: PaneHeights,
): Omit<Pane, 'top'>[] {
  const own = plots.flatMap((plot, plotIndex) =>
    plot.pane === 'own'
      ? [{ kind: 'own' as const, key: `own ${plotIndex}`, height: heights.own, plot, plotIndex, studies: [] }]
      : [],
  );
  const names = [...new Set(studies.map(({ pane }) => pane))].filter((name) => name !== 'price');
  const shared = names.map((name) => ({
    kind: 'study' as const,
    key: `study ${name}`,
    height: heights.own,
    plot: null,
    plotIndex: -1,
    studies: studies.filter(({ pane }) => pane === name),
  }));
  const account = [
    ...(equity ? [{ kind: 'equity' as const, height: heights.equity }] : []),
    ...(drawdown ? [{ kind: 'drawdown' as const, height: heights.drawdown }] : []),
  ];
  const rest = account.map((pane) => ({ ...pane, key: pane.kind, plot: null, plotIndex: -1, studies: [] }));
  return [...own, ...shared, ...rest];
}

/** The pane at a height of the stack. */
export const paneAt = (panes: readonly Pane[], y: number): Pane | null =>
  panes.find((pane) => y >= pane.top && y < pane.top + pane.height) ?? null;
