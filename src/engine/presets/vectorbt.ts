import type { Preset } from './preset';

/**
 * Fractions of units at the close that asks, cut to what cash pays for; stops from the row after the entry, without
 * slippage; an entry against the position turns it round. `accumulate` is `pyramiding`, `upon_opposite_entry` is
 * `oppositeEntry`, `allow_partial=False` is `cashShortfall` reject, `size_granularity` is `lotSize`.
 *
 * @see docs/presets.md, vectorbt 1.2.0, `Portfolio.from_signals`
 */
export const vectorbt: Preset = {
  name: 'vectorbt',
  of: 'vectorbt 1.2.0',
  settings: {
    marketFill: 'same_close',
    intrabar: 'stops_first',
    bracketFrom: 'next_bar',
    trailUpdate: 'next_bar',
    sizeAt: 'fill',
    slippageOn: 'market',
    oppositeEntry: 'reverse',
    entriesAfterExit: 'next_bar',
    cashShortfall: 'shrink',
    shortMargin: 'none',
    lotSize: 1e-9,
    marginCall: 'ignore',
  },
};
