import { devicePixelRatio as pixelRatio } from 'svelte/reactivity/window';
import type { Trade } from '../../core/order';
import { formatNumber } from '../format';
import { priceDecimals } from '../price';
import type { PaneHeights, VisibleRange, WorkspaceChartProps } from './chart-props';
import { levelsOf, tagFont, type OrderLevel } from './draw/trades';
import { extremes } from './geometry/decimate';
import { barX, clampRange, firstView, isUnset, visibleRows } from './geometry/range';
import { timeTicks, type TimeTick } from './geometry/time-ticks';
import { fitScale, ValueScale } from './geometry/value-scale';
import { linearTicks, percentTicks, tickDecimals, valueTicks } from './geometry/value-ticks';
import { clockOf, type ZoneClock } from './geometry/zone-clock';
import { palette } from './palette';
import { studyExtremes } from './draw/studies';
import { AXIS_WIDTH, stackPanes, TIME_AXIS_HEIGHT, type Pane } from './panes';
import { layoutTrades, TradeIndex, type FillMark, type TradeMark } from './trade-marks';

/** The chart's props with their defaults; setting a bound one tells the parent. */
export type ChartInputs = Required<Omit<WorkspaceChartProps, 'range' | 'holdingName'>> & {
  range: VisibleRange | undefined;
  holdingName: string;
};

/** A value axis: where labels stand and what they say. */
export interface AxisLabels {
  readonly ticks: readonly number[];
  readonly write: (value: number) => string;
}

/** Pointer over a pane, CSS pixels of the stack. */
export interface PointerPlace {
  readonly x: number;
  readonly y: number;
  readonly pane: string;
}

/**
 * All that the chart derives from its props and from the hand on it. Panes, axes, legend and notes
 * read it; pointer and keyboard change it. Nothing here reads a bar outside the visible range,
 * except once when data or trades are replaced.
 */
export class ChartView {
  readonly inputs: ChartInputs;

  /** Size of the stack of panes with the time axis, CSS pixels. */
  width = $state(0);
  height = $state(0);
  /** Height of the legend over the prices, CSS pixels. */
  legendHeight = $state(0);
  pointer = $state.raw<PointerPlace | null>(null);
  /** Fill under the pointer. */
  hovered = $state.raw<FillMark | null>(null);
  /** Hand-made zoom and shift of the price axis; 1 and 0 follow the data. */
  stretch = $state.raw({ factor: 1, shift: 0 });
  /** Two places a measurement spans, in bars and prices. */
  measured = $state.raw<{ from: MeasuredPlace; to: MeasuredPlace } | null>(null);

  constructor(inputs: ChartInputs) {
    this.inputs = inputs;
  }

  readonly count = $derived.by(() => this.inputs.bars.time.length);
  readonly palette = $derived.by(palette);
  readonly ratio = $derived(pixelRatio.current ?? 1);
  readonly plotWidth = $derived.by(() => Math.max(this.width - AXIS_WIDTH, 1));
  readonly stackHeight = $derived.by(() => Math.max(this.height - TIME_AXIS_HEIGHT, 1));
  readonly range = $derived.by((): VisibleRange => {
    const { range } = this.inputs;
    return !range || isUnset(range) ? firstView(this.count) : clampRange(range, this.count);
  });
  readonly rows = $derived.by(() => visibleRows(this.range, this.count));
  readonly clock = $derived.by((): ZoneClock => {
    const { interval, zone, bars } = this.inputs;
    return clockOf(interval, zone, bars.time[0] ?? 0);
  });
  readonly decimals = $derived.by(() => priceDecimals(this.inputs.bars.close));
  readonly cursor = $derived.by(() => {
    const { cursor } = this.inputs;
    return cursor === null || this.count === 0 ? null : Math.min(Math.max(cursor, 0), this.count - 1);
  });
  /** Bar whose values the legends show: under the crosshair, else the last visible one; -1 without bars. */
  readonly legendBar = $derived.by(() => this.cursor ?? this.rows.last - 1);

  readonly panes = $derived.by((): Pane[] => {
    const { plots, studies, equity, drawdown, showEquity, showDrawdown, phone, paneHeights } = this.inputs;
    const shown = studies.filter(({ visible }) => visible);
    const last = shown.findLast(({ pane }) => pane !== 'price')?.pane;
    const choice = phone
      ? {
          plots: [],
          studies: shown.filter(({ pane }) => pane === 'price' || pane === last),
          equity: false,
          drawdown: showDrawdown && drawdown !== null && last === undefined,
        }
      : {
          plots,
          studies: shown,
          equity: showEquity && equity !== null,
          drawdown: showDrawdown && drawdown !== null,
        };
    return stackPanes(choice, paneHeights, this.stackHeight);
  });
  readonly pricePane = $derived.by(() => this.panes[0] ?? NO_PANE);

  readonly timeTicks = $derived.by((): TimeTick[] =>
    timeTicks(this.inputs.bars.time, this.range, this.plotWidth, this.clock),
  );

  readonly priceScale = $derived.by((): ValueScale => {
    const { bars, plots, scale, phone } = this.inputs;
    const { first, last } = this.rows;
    let { low } = extremes(bars.low, first, last);
    let { high } = extremes(bars.high, first, last);
    for (const plot of plots) {
      if (plot.pane !== 'price' || plot.kind !== 'number') continue;
      const line = extremes(plot.values, first, last);
      if (scale !== 'log' || line.low > 0) low = Math.min(low, line.low);
      high = Math.max(high, line.high);
    }
    const studies = studyExtremes(this.pricePane.studies, first, last);
    if (scale !== 'log' || studies.low > 0) low = Math.min(low, studies.low);
    high = Math.max(high, studies.high);
    const legend = Math.min(this.legendHeight + 18, this.pricePane.height * MOST_LEGEND);
    const padding = { top: Math.max(phone ? 58 : 62, legend), bottom: 26 };
    const auto = fitScale(low, high, this.pricePane.height, padding, scale === 'log');
    const { factor, shift } = this.stretch;
    return factor === 1 && shift === 0 ? auto : auto.adjusted(factor, shift);
  });
  /** Price at which `percent` reads zero: the first visible close. */
  readonly percentBase = $derived.by(() => this.inputs.bars.close[this.rows.first] ?? NaN);
  readonly priceAxis = $derived.by((): AxisLabels => {
    if (this.inputs.scale === 'percent') {
      const base = this.percentBase;
      const ticks = percentTicks(this.priceScale, base, 52);
      return {
        ticks,
        write: (value) =>
          percentLabel(
            value / base - 1,
            ticks.map((tick) => (tick / base - 1) * 100),
          ),
      };
    }
    const ticks = valueTicks(this.priceScale, 52);
    return { ticks, write: (value) => formatNumber(value, { decimals: tickDecimals(ticks) }) };
  });

  /** Rebased at the left edge: account value there. */
  readonly equityBase = $derived.by(() => this.inputs.equity?.[this.rows.first] ?? NaN);
  readonly holdingBase = $derived.by(() => this.inputs.holding?.[this.rows.first] ?? NaN);

  readonly tradeIndex = $derived.by(() => new TradeIndex(this.inputs.trades, this.count));
  readonly marks = $derived.by((): TradeMark[] => {
    const { bars, trades, selectedTrade } = this.inputs;
    const measure = textMeasure(tagFont(this.palette));
    return layoutTrades({
      bars,
      trades,
      index: this.tradeIndex,
      range: this.range,
      scale: this.priceScale,
      width: this.plotWidth,
      selected: selectedTrade,
      measure,
    });
  });
  readonly selected = $derived.by((): Trade | null => {
    const { selectedTrade, trades } = this.inputs;
    return selectedTrade === null ? null : (trades[selectedTrade] ?? null);
  });
  /** Levels of the selected trade while a part of it is on screen. */
  readonly levels = $derived.by((): { readonly levels: readonly OrderLevel[]; readonly fromX: number } => {
    const { selectedTrade } = this.inputs;
    const mark = this.marks.find(({ trade }) => trade === selectedTrade);
    return this.selected && mark ? { levels: levelsOf(this.selected), fromX: mark.fromX } : NO_LEVELS;
  });
  /** Fill whose note is open: the one under the pointer, else (not on a phone) the selected trade's exit. */
  readonly noted = $derived.by((): FillMark | null => {
    if (this.hovered || this.inputs.phone) return this.hovered;
    const mark = this.marks.find(({ trade }) => trade === this.inputs.selectedTrade);
    const fill = mark?.exit ?? mark?.entry ?? null;
    return fill && fill.x >= 0 && fill.x <= this.plotWidth ? fill : null;
  });

  readonly scales = $derived.by(() => new Map(this.panes.map((pane) => [pane.key, this.#scaleOf(pane)])));
  readonly axes = $derived.by(() => new Map(this.panes.map((pane) => [pane.key, this.#axisOf(pane)])));

  scaleOf(pane: Pane): ValueScale {
    return this.scales.get(pane.key) ?? this.priceScale;
  }

  axisOf(pane: Pane): AxisLabels {
    return this.axes.get(pane.key) ?? this.priceAxis;
  }

  xOf(bar: number): number {
    return barX(this.range, this.plotWidth, bar);
  }

  show(range: VisibleRange): void {
    this.inputs.range = clampRange(range, this.count);
  }

  setHeights(change: Partial<PaneHeights>): void {
    this.inputs.paneHeights = { ...this.inputs.paneHeights, ...change };
  }

  #scaleOf(pane: Pane): ValueScale {
    const { first, last } = this.rows;
    if (pane.kind === 'price') return this.priceScale;
    if (pane.kind === 'own') {
      const { low, high } = extremes(pane.plot?.values ?? EMPTY, first, last);
      return fitScale(low, high, pane.height, { top: 26, bottom: 8 });
    }
    if (pane.kind === 'study') {
      const { low, high } = studyExtremes(pane.studies, first, last);
      return fitScale(low, high, pane.height, { top: 26, bottom: 8 });
    }
    if (pane.kind === 'drawdown') {
      const { high } = extremes(this.inputs.drawdown ?? EMPTY, first, last);
      return fitScale(-Math.max(high, 0.001), 0, pane.height, { top: 20, bottom: 8 });
    }
    const own = extremes(this.inputs.equity ?? EMPTY, first, last);
    const held = extremes(this.inputs.holding ?? EMPTY, first, last);
    const low = Math.min(
      own.low / this.equityBase - 1,
      this.inputs.holding ? held.low / this.holdingBase - 1 : Infinity,
    );
    const high = Math.max(
      own.high / this.equityBase - 1,
      this.inputs.holding ? held.high / this.holdingBase - 1 : -Infinity,
    );
    return fitScale(low, high, pane.height, { top: 26, bottom: 10 });
  }

  #axisOf(pane: Pane): AxisLabels {
    const scale = this.scaleOf(pane);
    if (pane.kind === 'price') return this.priceAxis;
    if (pane.kind === 'own' || pane.kind === 'study') {
      const ticks = valueTicks(scale, 30);
      return { ticks, write: (value) => formatNumber(value, { decimals: tickDecimals(ticks) }) };
    }
    const top = pane.kind === 'drawdown' ? Math.min(scale.max, 0) : scale.max;
    const ticks = linearTicks(scale.min, top, Math.max(pane.height / 34, 1.5));
    const percents = ticks.map((tick) => tick * 100);
    return { ticks, write: (value) => percentLabel(value, percents) };
  }
}

/** One end of a measurement. */
export interface MeasuredPlace {
  readonly bar: number;
  readonly price: number;
}

/** Share of the price pane that is kept free for a legend of many rows. */
const MOST_LEGEND = 0.35;
const EMPTY = new Float64Array(0);
const NO_LEVELS = { levels: [], fromX: 0 } as const;
const NO_PANE: Pane = {
  kind: 'price',
  key: 'price',
  top: 0,
  height: 1,
  plot: null,
  plotIndex: -1,
  studies: [],
};

/** A change on a percent axis, with as many decimals as its neighbours need. */
function percentLabel(change: number, percents: readonly number[]): string {
  const rounded = percents.map((value) => Number(value.toPrecision(10)));
  const text = formatNumber(change * 100, { decimals: tickDecimals(rounded), signed: true });
  return `${text}\u202f%`;
}

let ruler: CanvasRenderingContext2D | null = null;

/** Measures text in a font, CSS pixels. */
export function textMeasure(font: string): (text: string) => number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler) ruler.font = font;
  return (text) => ruler?.measureText(text).width ?? text.length * 6;
}
