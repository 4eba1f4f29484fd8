import { closeLocation as flowOf, ratio } from '../graph/blocks';
import { wilderAverage } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { closeLocation } from '../primitives/close-location';
import { quotient } from '../primitives/quotient';
import { WilderAverage } from '../primitives/wilder-average';

/**
 * Twiggs Money Flow: Chaikin's money flow with the true range in place of the range and Wilder's averages in
 * place of sums, so that gaps count and no bar drops out at once.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param volume      units traded
 * @param timePeriod  smoothing length in bars, integer in `[1, 100000]`, 21 when omitted
 * @returns           -1 to 1 (no unit); rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * A bar without true range counts 0; no volume so far gives 0. Leading rows with a NaN are skipped: warm-up
 * begins at the first full row. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Twiggs, Twiggs Money Flow, Incredible Charts
 * @see tests/golden/beyond/twiggs_money_flow.json
 */
export const twiggsMoneyFlow: Indicator = {
  name: 'twiggs_money_flow',
  title: 'Twiggs Money Flow',
  group: 'volume',
  pane: 'own',
  summary: 'Smoothed volume weighted by where bars closed in their true range.',
  inputs: prices('high', 'low', 'close', 'volume'),
  params: [period('timePeriod', 1, 21)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(twiggsMoneyFlow.params, params);
    const [timePeriod = NaN] = params;
    return new TwiggsMoneyFlowStream(timePeriod);
  },
  graph([high, low, close, volume], [timePeriod = NaN]) {
    const previous = close!.lag(1);
    const flow = flowOf(high!.max(previous), low!.min(previous), close!).times(volume!);
    const volumes = wilderAverage(volume!.from(1), timePeriod);
    return [ratio(wilderAverage(flow, timePeriod), volumes)];
  },
};

class TwiggsMoneyFlowStream extends BlankedStream {
  private readonly flows: WilderAverage;
  private readonly volumes: WilderAverage;
  private previous = NaN;

  constructor(timePeriod: number) {
    super(timePeriod);
    this.flows = new WilderAverage(timePeriod);
    this.volumes = new WilderAverage(timePeriod);
  }

  protected override compute(row: Float64Array, out: Float64Array, today: number): void {
    const top = Math.max(row[0]!, this.previous);
    const bottom = Math.min(row[1]!, this.previous);
    const close = row[2]!;
    this.previous = close;
    if (today === 0) return;
    const flow = this.flows.push(closeLocation(top, bottom, close) * row[3]!);
    out[0] = quotient(flow, this.volumes.push(row[3]!));
  }
}
