import type { Bars } from '../../core/bars';
import type { Trade } from '../../core/order';
import { formatPercent } from '../format';
import type { ChartTrade, VisibleRange } from './chart-props';
import { placeLabels, type LabelBox } from './geometry/labels';
import { barX, visibleRows } from './geometry/range';
import { lowerBound } from '../../core/bounds';
import type { ValueScale } from './geometry/value-scale';

/** One end of a trade on the chart, CSS pixels of the price pane. */
export interface FillMark {
  readonly trade: number;
  readonly end: 'entry' | 'exit';
  readonly bar: number;
  readonly x: number;
  /** Height of the exact fill price. */
  readonly priceY: number;
  /** Tip of the triangle, which points to the bar. */
  readonly tipY: number;
  /** The triangle stands below the bar and points up. */
  readonly below: boolean;
}

/** What is drawn of one visible trade. */
export interface TradeMark {
  readonly trade: number;
  readonly gain: boolean;
  readonly entry: FillMark;
  /** null while the trade is open. */
  readonly exit: FillMark | null;
  /** Where the time held begins and ends, pixels. */
  readonly fromX: number;
  readonly toX: number;
  readonly tag: TradeTag | null;
}

/** Number and return of a trade at its exit; collapses to a tick where tags would touch. */
export interface TradeTag extends LabelBox {
  readonly number: string;
  readonly change: string;
  readonly shown: boolean;
}

/** Distance of a triangle's tip from the bar, and the triangle's size. */
const TIP_GAP = 5;
export const TRIANGLE = { width: 12, height: 10 } as const;
const TAG_HEIGHT = 18;
const TAG_PADDING = 6;

/** Trades that are held at some time within rows `[first, last)`, by binary search on sorted entries. */
export class TradeIndex {
  readonly #entries: Float64Array;
  /** Latest exit among this and all earlier trades. */
  readonly #latestExit: Float64Array;

  constructor(trades: readonly Trade[], count: number) {
    this.#entries = Float64Array.from(trades, (trade) => trade.entryBar);
    this.#latestExit = new Float64Array(trades.length);
    let latest = -1;
    trades.forEach((trade, k) => {
      latest = Math.max(latest, lastBarOf(trade, count));
      this.#latestExit[k] = latest;
    });
  }

  /** Indexes `[from, to)` of the trades that may be visible. */
  within(first: number, last: number): { from: number; to: number } {
    return { from: lowerBound(this.#latestExit, first), to: lowerBound(this.#entries, last) };
  }
}

/** Whether a trade has no exit yet. */
export const isOpen = (trade: Trade): boolean => Number.isNaN(trade.exitTime);

/** Last bar on which a trade is held. */
export const lastBarOf = (trade: Trade, count: number): number => (isOpen(trade) ? count - 1 : trade.exitBar);

/** What `layoutTrades` reads. */
export interface TradeScene {
  readonly bars: Bars;
  readonly trades: readonly ChartTrade[];
  readonly index: TradeIndex;
  readonly range: VisibleRange;
  readonly scale: ValueScale;
  /** Of the plot, CSS pixels. */
  readonly width: number;
  /** Drawn first when tags compete. */
  readonly selected: number | null;
  /** Width of a tag's text, CSS pixels. */
  readonly measure: (text: string) => number;
}

/** Places marks and tags of the visible trades; the selected, then the newest win a collision. */
export function layoutTrades(scene: TradeScene): TradeMark[] {
  const { bars, trades, index, range, width, selected } = scene;
  const count = bars.time.length;
  const { first, last } = visibleRows(range, count);
  const { from, to } = index.within(first, last);
  const marks: TradeMark[] = [];
  for (let k = from; k < to; k++) {
    const trade = trades[k];
    if (!trade || lastBarOf(trade, count) < first) continue;
    marks.push({
      trade: k,
      gain: trade.return >= 0,
      entry: fillMark(scene, trade, k, 'entry'),
      exit: isOpen(trade) ? null : fillMark(scene, trade, k, 'exit'),
      fromX: barX(range, width, trade.entryBar),
      toX: barX(range, width, lastBarOf(trade, count)),
      tag: null,
    });
  }
  return withTags(marks, scene, selected);
}

function fillMark(scene: TradeScene, trade: Trade, k: number, end: 'entry' | 'exit'): FillMark {
  const { bars, range, scale, width } = scene;
  const bar = end === 'entry' ? trade.entryBar : trade.exitBar;
  const buys = (trade.side === 'long') === (end === 'entry');
  const edge = buys ? scale.toY(bars.low[bar]!) : scale.toY(bars.high[bar]!);
  const priceY = scale.toY(end === 'entry' ? trade.entryPrice : trade.exitPrice);
  const tipY = buys ? Math.max(edge, priceY + 4) + TIP_GAP : Math.min(edge, priceY - 4) - TIP_GAP;
  return { trade: k, end, bar, x: barX(range, width, bar), priceY, tipY, below: buys };
}

function withTags(marks: TradeMark[], scene: TradeScene, selected: number | null): TradeMark[] {
  const tagged = marks.flatMap((mark, place) => {
    const tag =
      mark.exit && mark.exit.x >= 0 && mark.exit.x <= scene.width ? tagOf(mark, mark.exit, scene) : null;
    return tag ? [{ place, tag, order: mark.trade === selected ? Infinity : mark.trade }] : [];
  });
  tagged.sort((a, b) => b.order - a.order);
  const flags = placeLabels(
    tagged.map(({ tag }) => tag),
    4,
  );
  const tags = new Map(tagged.map(({ place, tag }, n) => [place, { ...tag, shown: flags[n] ?? false }]));
  return marks.map((mark, place) => ({ ...mark, tag: tags.get(place) ?? null }));
}

function tagOf(mark: TradeMark, exit: FillMark, scene: TradeScene): TradeTag {
  const trade = scene.trades[mark.trade];
  const number = `#${trade?.number ?? mark.trade + 1}`;
  const change = formatPercent(trade?.return ?? NaN, { signed: true });
  const width = scene.measure(`${number} ${change}`) + 2 * TAG_PADDING;
  const x = Math.min(Math.max(exit.x - width / 2, 4), Math.max(scene.width - width - 4, 4));
  const wanted = exit.below ? exit.tipY + TRIANGLE.height + 4 : exit.tipY - TRIANGLE.height - 4 - TAG_HEIGHT;
  const y = Math.min(Math.max(wanted, 2), scene.scale.height - TAG_HEIGHT - 2);
  return { x, y, width, height: TAG_HEIGHT, number, change, shown: true };
}

/** The fill whose ring, triangle or tag lies within `reach` pixels of a place; the nearest wins. */
export function hitFill(marks: readonly TradeMark[], x: number, y: number, reach: number): FillMark | null {
  let best: FillMark | null = null;
  let nearest = reach;
  for (const { entry, exit, tag } of marks) {
    if (exit && tag?.shown && inside(tag, x, y)) return exit;
    for (const fill of exit ? [entry, exit] : [entry]) {
      const middle = fill.tipY + (fill.below ? 1 : -1) * (TRIANGLE.height / 2);
      const distance = Math.min(Math.hypot(x - fill.x, y - fill.priceY), Math.hypot(x - fill.x, y - middle));
      if (distance <= nearest) [best, nearest] = [fill, distance];
    }
  }
  return best;
}

const inside = (box: LabelBox, x: number, y: number): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
