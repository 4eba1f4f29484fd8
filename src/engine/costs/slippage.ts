import type { Effect, Side } from '../../core/order';
import type { RunSettings } from '../../core/settings';
import { roundToTick } from './tick';

/**
 * Price of a fill that takes liquidity, from the price without slippage: a share of it, half the spread, steps of
 * the price, and the impact of the order's share of the bar's volume (its root and its square, Almgren and others,
 * Direct Estimation of Equity Market Impact, 2005, for the root), always against the order.
 *
 * @param side      the order's
 * @param price     market price, above zero
 * @param quantity  units of the fill
 * @param volume    units of the bar; impact is none where it is not above zero
 * @param tick      smallest step of a price, which is also the least of them; the result is rounded to it against the
 *                  order; 0 for none
 * @param effect    whether the fill opens or closes
 */
export type SlippageModel = (
  side: Side,
  price: number,
  quantity: number,
  volume: number,
  tick: number,
  effect: Effect,
) => number;

/** Share of the price that a sale gets at the least where there is no smallest step, however large its impact. */
export const LEAST_SHARE = 1e-6;

/** The model that a run's settings describe. */
export function slippageOf(settings: RunSettings): SlippageModel {
  const onEntryOnly = settings.spreadOn === 'entry';
  const opening = (settings.slippageBps + settings.spreadBps / (onEntryOnly ? 1 : 2)) / 10_000;
  const closing = (settings.slippageBps + (onEntryOnly ? 0 : settings.spreadBps / 2)) / 10_000;
  const root = settings.impactBps / 10_000;
  const square = settings.impactQuadraticBps / 10_000;
  const { slippageTicks } = settings;
  return (side, price, quantity, volume, tick, effect) => {
    let share = effect === 'open' ? opening : closing;
    if ((root > 0 || square > 0) && volume > 0) {
      const part = quantity / volume;
      share += root * Math.sqrt(part) + square * part * part;
    }
    const sign = side === 'buy' ? 1 : -1;
    const slipped = price * (1 + sign * share) + sign * slippageTicks * tick;
    return Math.max(roundToTick(slipped, tick, sign), tick > 0 ? tick : price * LEAST_SHARE);
  };
}
