import type { Bars } from '../../core/bars';
import type { Trade } from '../../core/order';
import type { SeriesValues } from '../../research/outcome';
import { formatNumber, formatPercent } from '../format';
import { formatPrice, formatSeriesValue } from '../price';
import { tableDate } from './geometry/time-ticks';
import type { ZoneClock } from './geometry/zone-clock';
import type { ChartTrade } from './chart-props';
import type { FillMark } from './trade-marks';

/** Why a fill happened, in words. */
export interface WhyNote {
  /** As `Trade 29 left at the gap`. */
  readonly title: string;
  /** Return of the trade, at its exit; null at the entry. */
  readonly change: number | null;
  readonly sentence: string;
  /** Script lines at the close of the bar that gave the signal, as `quick 2,981.35`. */
  readonly values: string;
}

/** What a note is written from. */
export interface WhyScene {
  readonly bars: Bars;
  readonly trades: readonly ChartTrade[];
  readonly plots: readonly SeriesValues[];
  readonly clock: ZoneClock;
  /** Decimals of prices. */
  readonly decimals: number;
}

/** Explains one fill in a sentence; null when the trade does not exist. */
export function whyNote(fill: Pick<FillMark, 'trade' | 'end'>, scene: WhyScene): WhyNote | null {
  const trade = scene.trades[fill.trade];
  if (!trade) return null;
  const number = trade.number ?? fill.trade + 1;
  return fill.end === 'entry' ? entryNote(trade, number, scene) : exitNote(trade, number, scene);
}

function entryNote(trade: Trade, number: number, scene: WhyScene): WhyNote {
  const verb = trade.side === 'long' ? 'bought' : 'sold short';
  const sentence = signalSentence(trade.entryReason, trade.entryBar, trade.entryPrice, verb, scene);
  const bracket = levels(trade, scene);
  return {
    title: `Trade ${number} entered ${trade.side}`,
    change: null,
    sentence: bracket ? `${sentence} ${bracket}` : sentence,
    values: signalValues(trade.entryBar - 1, scene),
  };
}

function exitNote(trade: Trade, number: number, scene: WhyScene): WhyNote {
  const { ending, sentence } = exitWords(trade, scene);
  const doubt = trade.ambiguous ? ' The bar held stop and target both; the stop is taken to come first.' : '';
  return {
    title: `Trade ${number} ${ending}`,
    change: trade.return,
    sentence: sentence + doubt,
    values: trade.exitKind === 'filled_at_open' ? signalValues(trade.exitBar - 1, scene) : '',
  };
}

function exitWords(trade: Trade, scene: WhyScene): { ending: string; sentence: string } {
  const price = (value: number): string => formatPrice(value, scene.decimals);
  const open = scene.bars.open[trade.exitBar] ?? NaN;
  switch (trade.exitKind) {
    case 'filled_at_gap_open':
      return { ending: 'left at the gap', sentence: gapSentence(trade, open, scene) };
    case 'filled_at_stop': {
      const moved = trade.side === 'long' ? 'fell' : 'rose';
      const paid = slippage(trade.stop, trade.exitPrice);
      return {
        ending: 'left at the stop',
        sentence: `The price ${moved} to the stop at ${price(trade.stop)} and filled there${paid}.`,
      };
    }
    case 'filled_at_target':
      return {
        ending: 'left at the target',
        sentence: `The price reached the target at ${price(trade.target)} and filled there.`,
      };
    case 'data_ended':
      return {
        ending: 'held to the end',
        sentence: `Still held when the data ends, and valued at the last close, ${price(trade.exitPrice)}.`,
      };
    default: {
      const verb = trade.side === 'long' ? 'sold' : 'bought back';
      return {
        ending: 'left on its signal',
        sentence: signalSentence(trade.exitReason, trade.exitBar, trade.exitPrice, verb, scene),
      };
    }
  }
}

function gapSentence(trade: Trade, open: number, scene: WhyScene): string {
  const price = (value: number): string => formatPrice(value, scene.decimals);
  const long = trade.side === 'long';
  const beyondTarget = long ? open >= trade.target : open <= trade.target;
  const side = long === beyondTarget ? 'above' : 'below';
  const [name, level] = beyondTarget ? ['target', trade.target] : ['stop', trade.stop];
  const paid = slippage(open, trade.exitPrice);
  return `Opened at ${price(open)}, ${side} the ${name} at ${price(level)}. No price at the ${name} existed, so it filled at the open${paid}.`;
}

function signalSentence(
  reason: string,
  bar: number,
  fillPrice: number,
  verb: string,
  scene: WhyScene,
): string {
  const open = scene.bars.open[bar] ?? NaN;
  const price = formatPrice(open, scene.decimals);
  const filled = `${verb} at the next open, ${price}${slippage(open, fillPrice)}`;
  if (bar < 1) return `${capital(filled)}.`;
  const day = tableDate(scene.bars.time[bar - 1]!, scene.clock);
  const cause = reason ? `${reason} was true` : 'The script asked for it';
  return `${cause} at the close of ${day}, so it ${filled}.`;
}

/** `, less 1 bp`: how far a fill lies from the price without slippage; empty when not at all. */
function slippage(from: number, to: number): string {
  const points = Math.abs(to / from - 1) * 10_000;
  if (!(points >= 0.005)) return '';
  const text = formatNumber(points, { decimals: 2 }).replace(/\.?0+$/, '');
  return `, ${to < from ? 'less' : 'plus'} ${text} ${text === '1' ? 'bp' : 'bps'}`;
}

function levels({ stop, target }: Trade, { decimals }: WhyScene): string {
  const named = [
    ...(Number.isNaN(stop) ? [] : [`stop ${formatPrice(stop, decimals)}`]),
    ...(Number.isNaN(target) ? [] : [`target ${formatPrice(target, decimals)}`]),
  ];
  return named.length > 0 ? `${capital(named.join(', '))}.` : '';
}

/** Script lines at the close of one bar, as `quick 2,981.35, steady 2,925.01`. */
function signalValues(bar: number, { plots, decimals }: WhyScene): string {
  return plots
    .filter((plot) => plot.kind === 'number' && !Number.isNaN(plot.values[bar] ?? NaN))
    .slice(0, 4)
    .map((plot) => `${plot.name} ${formatSeriesValue(plot.pane, plot.values[bar] ?? NaN, decimals)}`)
    .join(', ');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Return of a trade as the note's head shows it. */
export const noteChange = (change: number): string => formatPercent(change, { signed: true });
