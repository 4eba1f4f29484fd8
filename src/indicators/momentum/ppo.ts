import { immediateAverages } from '../graph/oscillator-kernels';
import { maTypeOf } from '../ma-type';
import { isNearZero as isZero } from '../graph/blocks';
import type { Convention } from '../convention';
import type { Indicator } from '../indicator';
import { maTypeParameter } from '../ma-type';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { isNearZero } from '../primitives/near-zero';
import { averagePair, averagePairLookback, AveragePairStream } from './average-pair-stream';

/**
 * Percentage Price Oscillator: a fast less a slow moving average, in percent of the slow one.
 *
 * @param real        any unit, oldest first
 * @param fastPeriod  bars of the fast average, integer in `[2, 100000]`, 12 when omitted
 * @param slowPeriod  bars of the slow average, integer in `[2, 100000]`, 26 when omitted
 * @param maType      type of both averages, 0 to 8 as in `ma-type.ts`, SMA when omitted
 * @returns           percent; NaN for the lookback of the average of the longer period (warm-up)
 *
 * As in TA-Lib: with a slow period below the fast one the two change places; each average begins on the
 * first row, not both together as in `macd`; MAMA takes no notice of its period, so that the result is 0
 * throughout; a slow average nearer to zero than 1e-14 gives 0. Leading NaN are skipped: warm-up begins
 * at the first number. A later NaN makes every later row NaN, or with averages over a window those whose
 * windows hold it.
 *
 * Convention: TA-Lib's by default. Under TradingView's the types made of EMAs start from the
 * first row, without warm-up, and the periods do not change places.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_PPO`, default compatibility, no unstable period (tests/golden/talib/ppo.json)
 * @see TradingView, source of the built-in script `Price Oscillator` (tests/golden/tradingview/ppo.json)
 */
export const ppo: Indicator = {
  name: 'ppo',
  title: 'Percentage Price Oscillator',
  group: 'momentum',
  pane: 'own',
  summary: 'Distance of a fast from a slow moving average, in percent.',
  inputs: REAL,
  params: [period('fastPeriod', 2, 12), period('slowPeriod', 2, 26), maTypeParameter('maType')],
  outputs: VALUE,
  unstable: false,
  lookback: (params) => averagePairLookback(params, 'talib'),
  stream: (params) => stream(params, 'talib'),
  graph([real], [fastPeriod = NaN, slowPeriod = NaN, maType = NaN]) {
    const type = maTypeOf(maType);
    const pair = averagePair(type, real!, Math.min(fastPeriod, slowPeriod), Math.max(fastPeriod, slowPeriod));
    return pair && [isZero(pair.slow).pick(0, pair.distance.over(pair.slow).times(100))];
  },
  tradingview: {
    lookback: (params) => averagePairLookback(params, 'tradingview'),
    stream: (params) => stream(params, 'tradingview'),
    graph([real], [fastPeriod = NaN, slowPeriod = NaN, maType = NaN]) {
      const type = maTypeOf(maType);
      const [fast, slow] = immediateAverages(real!, [type, fastPeriod], [type, slowPeriod]);
      return fast && slow && [isZero(slow).pick(0, fast.minus(slow).over(slow).times(100))];
    },
  },
};

function stream(params: readonly number[], convention: Convention): PpoStream {
  checkParameters(ppo.params, params);
  const [fast = NaN, slow = NaN, type = NaN] = params;
  return new PpoStream(fast, slow, type, convention);
}

class PpoStream extends AveragePairStream {
  protected override value(distance: number, slow: number): number {
    return isNearZero(slow) && !Number.isNaN(distance) ? 0 : (distance / slow) * 100;
  }
}
