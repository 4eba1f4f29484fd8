import type { Preset } from './preset';

/**
 * Next close, stops and limits against closes alone, on credit without bound, at most a tenth of the bar's volume, with
 * the costs that zipline has unless told otherwise: 0.001 a share and 5 basis points. `PerDollar` c is `feePercent`
 * 100 c, `PerTrade` is `feePerOrder`, `FixedSlippage` is half of it in ticks, `VolumeShareSlippage` is `volumeShare` and
 * `impactQuadraticBps` 10,000 times its impact.
 *
 * @see docs/presets.md, zipline-reloaded 3.2.1, daily
 */
export const zipline: Preset = {
  name: 'zipline',
  of: 'zipline-reloaded 3.2.1',
  settings: {
    feePerUnit: 0.001,
    slippageBps: 5,
    volumeShare: 0.1,
    marketFill: 'next_close',
    intrabar: 'close',
    oppositeEntry: 'reduce',
    pyramiding: 10_000,
    cashShortfall: 'allow',
    marginCall: 'ignore',
  },
};
