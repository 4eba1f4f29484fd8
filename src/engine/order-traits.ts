import type { OrderDraft } from './working-order';

/**
 * What an order may need on a bar besides its price, as bits: a market remembers the bits of all orders that have waited
 * since it last had none, and so knows which of these questions no waiting order can ask.
 */
export const TRAIT = {
  /** It ends with a session or at a date. */
  dated: 1,
  /** It ends with the first moment at which it could fill, or with the bar. */
  brief: 2,
  /** Its price follows the market. */
  trailing: 4,
  /** It may fill in a closing auction, whatever the settings. */
  closing: 8,
} as const;

export function traitsOf({ timeInForce, type, role, trail }: OrderDraft): number {
  let traits = 0;
  if (timeInForce === 'gtd' || timeInForce === 'day') traits |= TRAIT.dated;
  if (timeInForce === 'ioc' || timeInForce === 'fok' || type === 'market_on_open' || role === 'margin_call')
    traits |= TRAIT.brief;
  if (trail) traits |= TRAIT.trailing;
  if (type === 'market_on_close') traits |= TRAIT.closing;
  return traits;
}
