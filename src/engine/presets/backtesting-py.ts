import type { Preset } from './preset';

/**
 * Whole units of the free margin at the next open, stops before targets over the whole bar, entries that add up and
 * reduce what stands against them. `exclusive_orders` is `oppositeEntry` reverse and `pyramiding` 1,
 * `trade_on_close` is `marketFill` same_close, `margin` is one over `leverage`, `hedging` is `accounting` hedging;
 * its `spread` s is `spreadBps` 10,000 s.
 *
 * @see docs/presets.md, backtesting.py 0.6.6
 */
export const backtestingPy: Preset = {
  name: 'backtesting.py',
  of: 'backtesting.py 0.6.6',
  settings: {
    intrabar: 'stops_first',
    bracketFrom: 'when_certain',
    trailUpdate: 'close',
    sizeAt: 'fill',
    spreadOn: 'entry',
    oppositeEntry: 'reduce',
    pyramiding: 10_000,
    marginCall: 'ignore',
  },
};
