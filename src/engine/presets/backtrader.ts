import type { Preset } from './preset';

/**
 * Next open, stops before targets over the whole bar, brackets from the bar after the entry, slippage at triggers
 * alone and never beyond the bar, cash looked at twice. Cheat-on-close is `marketFill` same_close, `slip_open` is
 * `slippageOn` all, `slip_perc` p is `slippageBps` 10,000 p, a filler's share of the bar is `volumeShare`.
 *
 * @see docs/presets.md, backtrader 1.9.78.123
 */
export const backtrader: Preset = {
  name: 'backtrader',
  of: 'backtrader 1.9.78.123',
  settings: {
    intrabar: 'stops_first',
    bracketFrom: 'next_bar',
    trailUpdate: 'close',
    slippageOn: 'trigger',
    slippageBound: 'bar',
    oppositeEntry: 'reduce',
    pyramiding: 10_000,
    fundsAt: 'signal_and_fill',
    shortMargin: 'none',
    marginCall: 'ignore',
  },
};
