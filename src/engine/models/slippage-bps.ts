import type { Side } from '../../core/order';

/** Price of a fill from the price without slippage. */
export type SlippageModel = (side: Side, price: number) => number;

/**
 * Slippage in proportion to price, always against the order: a buy pays more, a sell gets less.
 *
 * @param bps  basis points (hundredths of a percent) of price, in [0, 10000)
 * @returns    `price * (1 ± bps / 10000)`
 */
export function slippageBps(bps: number): SlippageModel {
  const up = 1 + bps / 10_000;
  const down = 1 - bps / 10_000;
  return (side, price) => price * (side === 'buy' ? up : down);
}
