import { average as averageOf } from '../graph/blocks';
import type { Convention } from '../convention';
import { immediateAverages } from '../graph/oscillator-kernels';
import type { Indicator } from '../indicator';
import { maTypeOf, maTypeParameter } from '../ma-type';
import { REAL } from '../outputs';
import { checkParameters, period } from '../parameters';
import { movingAverage, movingAverageLookback } from '../primitives/moving-average';
import { MACD_OUTPUTS, MacdStream, type MacdAverage } from './macd-stream';

/**
 * Moving Average Convergence/Divergence with averages of any type.
 *
 * @param real          any unit, oldest first
 * @param fastPeriod    bars of the fast average, integer in `[2, 100000]`, 12 when omitted
 * @param fastMaType    its type, 0 to 8 as in `ma-type.ts`, SMA when omitted
 * @param slowPeriod    bars of the slow average, integer in `[2, 100000]`, 26 when omitted
 * @param slowMaType    its type, SMA when omitted
 * @param signalPeriod  bars of the signal, integer in `[1, 100000]`, 9 when omitted; 1 is the line itself
 * @param signalMaType  its type, SMA when omitted
 * @returns             `macd`, `signal`, `histogram` in the unit of `real`; NaN in all three (warm-up)
 *                      for the lookback of the slower average and then that of the signal
 *
 * As in TA-Lib: with a slow period below the fast one the averages change places, types included; both have
 * their first value on the same row, so the one that needs fewer rows begins later; MAMA takes no notice of
 * its period. Leading NaN are skipped: warm-up begins at the first number. A later NaN makes every later row
 * NaN, or with averages over a window those whose windows hold it.
 *
 * Convention: TA-Lib's by default. Under TradingView's the types made of EMAs start from their
 * first row, each average begins on its first row, and the two do not change places.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_MACDEXT`, default compatibility, no unstable period (tests/golden/talib/macdext.json)
 * @see TradingView, source of the built-in script `MACD` (tests/golden/tradingview/macdext.json)
 */
export const macdext: Indicator = {
  name: 'macdext',
  title: 'MACD With Any Moving Average',
  group: 'momentum',
  pane: 'own',
  summary: 'MACD of moving averages of any type.',
  inputs: REAL,
  params: [
    period('fastPeriod', 2, 12),
    maTypeParameter('fastMaType'),
    period('slowPeriod', 2, 26),
    maTypeParameter('slowMaType'),
    period('signalPeriod', 1, 9),
    maTypeParameter('signalMaType'),
  ],
  outputs: MACD_OUTPUTS,
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream: (params) => stream(params, 'talib'),
  graph(
    [real],
    [fast = NaN, fastType = NaN, slow = NaN, slowType = NaN, signalLength = NaN, signalType = NaN],
  ) {
    const isSwapped = slow < fast;
    const [short, long] = isSwapped ? [slow, fast] : [fast, slow];
    const [shortType, longType] = isSwapped ? [slowType, fastType] : [fastType, slowType];
    const quick = averageOf(maTypeOf(shortType), real!, short);
    const steady = averageOf(maTypeOf(longType), real!, long);
    if (!quick || !steady) return undefined;
    const begin = Math.max(quick.begin, steady.begin);
    const aligned = averageOf(maTypeOf(shortType), real!.from(begin - quick.begin), short);
    const other = averageOf(maTypeOf(longType), real!.from(begin - steady.begin), long);
    const line = aligned?.minus(other!);
    const signal = line && averageOf(maTypeOf(signalType), line, signalLength);
    return line && signal && [line, signal, line.minus(signal)];
  },
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream: (params) => stream(params, 'tradingview'),
    graph(
      [real],
      [fast = NaN, fastType = NaN, slow = NaN, slowType = NaN, signalLength = NaN, signalType = NaN],
    ) {
      const [quick, steady] = immediateAverages(
        real!,
        [maTypeOf(fastType), fast],
        [maTypeOf(slowType), slow],
      );
      const line = quick && steady && quick.minus(steady);
      const signal = line && averageOf(maTypeOf(signalType), line, signalLength, 'tradingview');
      return line && signal && [line, signal, line.minus(signal)];
    },
  },
};

function lookback(params: readonly number[], convention: Convention): number {
  const [fast, slow, signal] = averages(params, convention);
  return Math.max(fast.lookback, slow.lookback) + signal.lookback;
}

function stream(params: readonly number[], convention: Convention): MacdStream {
  checkParameters(macdext.params, params);
  return new MacdStream(...averages(params, convention), convention);
}

type Choice = readonly [length: number, type: number];

/** The fast, the slow and the signal average. */
function averages(
  params: readonly number[],
  convention: Convention,
): [MacdAverage, MacdAverage, MacdAverage] {
  const [fast = NaN, fastType = NaN, slow = NaN, slowType = NaN, signal = NaN, signalType = NaN] = params;
  const first: Choice = [fast, fastType];
  const second: Choice = [slow, slowType];
  const isSwapped = convention === 'talib' && slow < fast;
  const [quick, late] = isSwapped ? [second, first] : [first, second];
  return [average(quick, convention), average(late, convention), average([signal, signalType], convention)];
}

function average([length, type]: Choice, convention: Convention): MacdAverage {
  const maType = maTypeOf(type);
  return {
    smoother: movingAverage(maType, length, convention),
    lookback: movingAverageLookback(maType, length, convention),
  };
}
