import { groupMoments } from '../graph/moment-kernels';
import { deviationBands } from '../graph/price-blocks';
import type { Indicator } from '../indicator';
import { BANDS, prices } from '../outputs';
import { checkParameters, real } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { WeightedMoments } from '../primitives/weighted-moments';
import { writeDeviationBands } from './deviation-bands';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DAY_MINUTES = 1440;

/**
 * Volume-Weighted Average Price of the session so far, with bands of its deviation. A session is a day that
 * begins some minutes from midnight UTC.
 *
 * @param time           instant at which the bar opens, Unix milliseconds
 * @param high           quote currency per unit, oldest first; `low` and `close` alike
 * @param volume         traded units, >= 0
 * @param sessionOffset  begin of a session in minutes after midnight UTC, integer in `[-1440, 1440]`, 0 when
 *                       omitted; -300 is 19:00 UTC of the day before
 * @param multiplier     deviations to a band, in `[0, 3e37]`, 1 when omitted
 * @returns              `upper`, `middle`, `lower` in quote currency per unit; no warm-up
 *
 * The price of a bar is its typical price (mean of high, low and close), and the deviation is that of these
 * prices around the average, weighted by volume. Bars without volume do not count; until the session has
 * volume the price of the bar itself is the average, and the bands are at the average. Leading rows with
 * a NaN are skipped: it begins at the first full row. A later NaN price or volume makes the rest of its
 * session NaN; a bar whose time is NaN is a session of its own. Sessions follow no clock change: for an
 * exchange with summer time choose an offset before the opening in both.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Berkowitz, Logue & Noser, The Total Cost of Transactions on the NYSE, Journal of Finance 43:1, 1988
 * @see TradingView, Pine Script reference manual v6, `ta.vwap` (the bands)
 * @see tests/golden/beyond/vwap.json
 */
export const vwap: Indicator = {
  name: 'vwap',
  title: 'Volume-Weighted Average Price',
  group: 'overlap',
  pane: 'price',
  summary: 'Mean price of the units traded in the session so far, with bands of their deviation.',
  inputs: prices('time', 'high', 'low', 'close', 'volume'),
  params: [
    { name: 'sessionOffset', kind: 'integer', min: -DAY_MINUTES, max: DAY_MINUTES, default: 0 },
    real('multiplier', 1, { min: 0, max: 3e37 }),
  ],
  outputs: BANDS,
  unstable: false,
  lookback: () => 0,
  stream(params) {
    checkParameters(vwap.params, params);
    const [sessionOffset = NaN, multiplier = NaN] = params;
    return new VwapStream(sessionOffset * MINUTE_MS, multiplier);
  },
  graph([time, high, low, close, volume], [sessionOffset = NaN, multiplier = NaN]) {
    const session = time!
      .minus(sessionOffset * MINUTE_MS)
      .over(DAY_MS)
      .floor();
    const price = high!.plus(low!).plus(close!).over(3);
    return deviationBands(groupMoments(session, price, volume!), multiplier);
  },
};

class VwapStream extends FullRowStream {
  private readonly offsetMs: number;
  private readonly multiplier: number;
  private readonly moments = new WeightedMoments();
  private session = NaN;

  constructor(offsetMs: number, multiplier: number) {
    super();
    this.offsetMs = offsetMs;
    this.multiplier = multiplier;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const session = Math.floor((row[0]! - this.offsetMs) / DAY_MS);
    if (session !== this.session) this.moments.reset();
    this.session = session;
    this.moments.push((row[1]! + row[2]! + row[3]!) / 3, row[4]!);
    writeDeviationBands(out, this.moments, this.multiplier);
  }
}
