import type { Effect } from '../../core/order';
import type { RunSettings } from '../../core/settings';
import { slippageOf } from '../costs/slippage';
import type { MarketState } from '../market-state';
import { ORDER_TYPES } from '../order-types';
import type { WorkingOrder } from '../working-order';
import type { Match } from './execution';

/** What is known of the bar of a fill; no bounds and no volume where it is a tick's. */
export interface FillBar {
  readonly volume: number;
  readonly high: number;
  readonly low: number;
}

/**
 * Price of a fill from the one that the market had.
 *
 * @param bar       bar of the fill
 * @param quantity  units of the fill, for impact
 * @param tick      smallest step of a price; 0 for none
 * @param effect    whether it opens or closes, for the spread
 */
export type FillPrice = (
  order: WorkingOrder,
  match: Match,
  bar: FillBar,
  quantity: number,
  tick: number,
  effect: Effect,
) => number;

/** Limits fill where they are; what else pays slippage, and how far it goes, is for the settings to say. */
export function fillPriceOf(settings: RunSettings): FillPrice {
  const slippage = slippageOf(settings);
  const { slippageOn } = settings;
  const isBounded = settings.slippageBound === 'bar';
  return ({ type, side }, { reference, reason, slips }, { volume, high, low }, quantity, tick, effect) => {
    const { wait, takes } = ORDER_TYPES[type];
    if (takes === 'limit' || !slips) return reference;
    if (slippageOn === 'market' && wait !== 'none') return reference;
    if (slippageOn === 'trigger' && !AT_TRIGGER.has(reason)) return reference;
    const price = slippage(side, reference, quantity, volume, tick, effect);
    if (!isBounded) return price;
    return side === 'buy'
      ? Math.min(price, Math.max(high, reference))
      : Math.max(price, Math.min(low, reference));
  };
}

const AT_TRIGGER: ReadonlySet<string> = new Set(['filled_at_stop', 'filled_at_trail', 'filled_at_touch']);

const AT_TICKS: FillBar = { volume: NaN, high: Infinity, low: -Infinity };

/** The bar under way, or between two bars the one that has just closed. */
export const barOf = ({ ticks, isForming, forming, bar }: MarketState): FillBar =>
  ticks ? AT_TICKS : isForming ? forming : bar;
