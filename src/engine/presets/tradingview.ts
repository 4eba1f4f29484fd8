import type { Preset } from './preset';

/**
 * Next open, the path open, nearer extreme, other extreme, close, an entry against the position turns it round.
 * `process_orders_on_close` is `marketFill` same_close, `pyramiding` is `pyramiding`, `slippage` is `slippageTicks` with
 * the symbol's `tickSize`, a margin of m percent is `leverage` 100 / m, `commission_type` is `feePercent`, `feePerOrder` or `feePerUnit`, `use_bar_magnifier` is
 * `intrabar` detail.
 *
 * @see docs/presets.md; Pine Script v6 manual, Strategies
 */
export const tradingview: Preset = {
  name: 'tradingview',
  of: 'the Pine Script v6 manual',
  settings: {
    intrabar: 'path',
    oppositeEntry: 'reverse',
    marginCall: 'cover',
  },
};
