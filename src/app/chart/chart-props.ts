import type { Bars } from '../../core/bars';
import type { Column } from '../../core/column';
import type { Interval } from '../../core/dataset';
import type { Trade } from '../../core/order';
import type { SeriesValues } from '../../research/outcome';
import type { Annotation } from '../../script/annotations';

/** Bars on screen, `[from, to)`; fractions of a bar are allowed, and a margin beyond either end. */
export interface VisibleRange {
  readonly from: number;
  readonly to: number;
}

/** How prices become heights. `percent` labels the change since the first visible bar. */
export type PriceScale = 'linear' | 'log' | 'percent';

/** How an output of a study is drawn: `marks` stand at the bars, `none` is told in the legend only. */
export type StudyStyle = 'line' | 'histogram' | 'marks' | 'none';

/** One output of a study. */
export interface StudySeries {
  /** Empty for the only output, and for the one that the study is called after. */
  readonly name: string;
  readonly style: StudyStyle;
  readonly values: Column;
  /** Series colour, from 0. */
  readonly colour: number;
  /** Dash pattern, CSS pixels; empty for a solid line. */
  readonly dash: readonly number[];
  /** Side of a band that is filled up to the other side. */
  readonly edge: 'upper' | 'lower' | null;
}

/** An indicator drawn beside the script's lines. */
export interface ChartStudy {
  readonly id: string;
  /** As `SMA 20`. */
  readonly title: string;
  /** `price`, or the name of the pane that it shares with studies of the same. */
  readonly pane: string;
  readonly visible: boolean;
  /** As long as the bars; empty while there is nothing to draw. */
  readonly series: readonly StudySeries[];
  /** Why nothing is drawn, or that newer values are on their way; empty when all is well. */
  readonly note: string;
  readonly failed: boolean;
  /** Whether what is drawn is about to be replaced. */
  readonly stale: boolean;
}

/** What is done with a study from its legend. */
export type StudyAct = 'open' | 'toggle' | 'remove';

/** A trade with the number by which it is called; its place in the list, from 1, when absent. */
export interface ChartTrade extends Trade {
  readonly number?: number;
}

/** Heights of the panes under the price, CSS pixels, 48 to 300. `own` is that of each script or study pane. */
export interface PaneHeights {
  readonly own: number;
  readonly equity: number;
  readonly drawdown: number;
}

export const DEFAULT_PANE_HEIGHTS: PaneHeights = { own: 92, equity: 92, drawdown: 66 };

/** Bounds of a pane's height, CSS pixels. */
export const PANE_HEIGHT = { min: 48, max: 300 } as const;

/**
 * What `WorkspaceChart` shows. Columns are read, never copied or proxied: keep them in `$state.raw`
 * and replace them whole. All columns have as many rows as `bars`.
 */
export interface WorkspaceChartProps {
  bars: Bars;
  /** Name of the instrument, as `S&P 500`. */
  name: string;
  interval: Interval;
  /** IANA zone in which instants are written; bars known by date only are written as dates. */
  zone: string;
  /** Puts the badge `Synthetic data` on the title. */
  synthetic?: boolean;
  /** Lines of the script; those of pane `own` get a pane each. */
  plots?: readonly SeriesValues[];
  /** Each draws over the prices or in the pane that it names. */
  studies?: readonly ChartStudy[];
  /** Something was chosen in the legend of a study. */
  onStudy?: (id: string, act: StudyAct) => void;
  /** What the script marks and colours. */
  annotations?: readonly Annotation[];
  /** In order of entry. */
  trades?: readonly ChartTrade[];
  /** Account value, account currency. */
  equity?: Column | null;
  /** Fall from the peak, fraction in [0, 1]. */
  drawdown?: Column | null;
  /** Account value of holding the instrument, account currency. */
  holding?: Column | null;
  /** How holding is called in the legend; `Holding` when absent, as `Holding the index`. */
  holdingName?: string;
  /** Bound. Absent or empty means the last 200 bars, and the chart writes that back. */
  range?: VisibleRange;
  scale?: PriceScale;
  /** Bound. Row of the bar under the crosshair; null when there is none. */
  cursor?: number | null;
  /** Index into `trades`. */
  selectedTrade?: number | null;
  onSelectTrade?: (trade: number | null) => void;
  /** A script line was selected in the legend or by its name. */
  onSelectPlot?: (plot: SeriesValues) => void;
  /** Name of the one script line to draw, the others fade; null draws all alike. */
  highlight?: string | null;
  showEquity?: boolean;
  showDrawdown?: boolean;
  showOverview?: boolean;
  /** Bound. */
  paneHeights?: PaneHeights;
  /** Narrow layout: short legend, and one pane under the price: the last study's, else drawdown. */
  phone?: boolean;
  /** Bound. While true a drag measures instead of panning. */
  measuring?: boolean;
  /** Bound. Shows the table twin of the visible range in place of the chart. */
  asTable?: boolean;
}

/** What `bind:this` of a `WorkspaceChart` offers besides the bound props. */
export interface WorkspaceChartHandle {
  /** Shows all bars. */
  fit(): void;
  /** Moves the keyboard focus to the chart. */
  focus(): void;
  /** The chart as a PNG with its title and, for synthetic data, the badge. */
  snapshot(): Promise<Blob>;
}
