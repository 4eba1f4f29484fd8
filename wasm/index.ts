export { nextOddRow } from './compute/wasm/graph/odd-rows';
export { arcCosine, arcSine } from './core/math/arc-sine';
export { arcTangent } from './core/math/atan';
export { cosine } from './core/math/cos';
export { exponential } from './core/math/exp';
export { hyperbolicCosine, hyperbolicSine, hyperbolicTangent } from './core/math/hyperbolic';
export { naturalLogarithm } from './core/math/log';
export { commonLogarithm } from './core/math/log10';
export { sine } from './core/math/sin';
export { tangent } from './core/math/tan';
export { numbersText } from './core/text/number-text';
export { convergence } from './indicators/momentum/macd';
export { confirmation } from './indicators/pattern/confirmation';
export { doji } from './indicators/pattern/cdldoji';
export { recentMeans } from './indicators/pattern/recent-bars';
export { accumulation, flowSum } from './indicators/primitives/accumulation';
export { adaptiveAverage, definedAverage } from './indicators/primitives/adaptive-average';
export { extremeAges } from './indicators/primitives/extreme-age';
export { changeShare, exactStrength } from './indicators/primitives/smoothed-changes';
export { onBalanceVolume } from './indicators/volume/obv';
export { meanDeviation } from './indicators/primitives/mean-deviation';
export { directionalSums, downwardSums, upwardSums } from './indicators/primitives/directional-indicators';
export { exactAverages, filter, filterDistance } from './indicators/primitives/seeded-average';
export {
  exactComoments,
  windowComoments,
  windowCorrelation,
  windowSlope,
} from './indicators/primitives/window-comoments';
export { windowLine } from './indicators/primitives/window-line';
export {
  windowBands,
  windowDeviation,
  windowMoments,
  windowVariance,
} from './indicators/primitives/window-moments';
export { countAtMost } from './indicators/primitives/sorted-window';
export { medianDistance, windowQuantile } from './indicators/primitives/window-quantile';
export { windowShape } from './indicators/primitives/window-shape';
export { kalmanHedge } from './indicators/statistic/kalman-hedge';
export { kalmanMean } from './indicators/statistic/kalman-mean';
export { residualUnitRoot } from './indicators/statistic/residual-unit-root';
export { brickChart } from './indicators/structure/brick-chart';
export { bodyMiddle } from './indicators/structure/heikin-ashi';
export { periodPrices } from './indicators/structure/pivot-stream';
export { rangeBars } from './indicators/structure/range-bars';
export { swingLevel } from './indicators/structure/swing-stream';
export { setupCounts } from './indicators/structure/td-sequential';
export { volumeProfile } from './indicators/structure/volume-profile';
export { zigzag } from './indicators/structure/zigzag';
export { extremeRows, windowMax, windowMin } from './indicators/primitives/window-extreme';
export { kaufmanAverage } from './indicators/overlap/kama';
export { levelAverage, levelPath, levelSum, windowPath, windowSum } from './indicators/primitives/window-sum';
export { trendMode } from './indicators/cycle/ht-trendmode';
export { cycleTrend } from './indicators/primitives/cycle-trend';
export { dominantCycle } from './indicators/primitives/dominant-cycle';
export { dominantPhase } from './indicators/primitives/dominant-phase';
export { mesaAverage } from './indicators/primitives/mesa-average';
export { streak } from './indicators/momentum/connors-rsi';
export { heldFilter } from './indicators/momentum/fisher';
export { laguerreStages } from './indicators/momentum/laguerre-rsi';
export { flowOscillator } from './indicators/volume/adosc';
export { trailingLevel } from './indicators/momentum/qqe';
export { restartedSum } from './indicators/volume/klinger';
export { runningProduct } from './indicators/volume/volume-index-stream';
export { lastValid } from './indicators/primitives/directional-index';
export { parabolicStop } from './indicators/primitives/parabolic-stop';
export { mcginley } from './indicators/overlap/mcginley';
export { momentumFilter } from './indicators/overlap/supersmoother';
export { supertrend } from './indicators/overlap/supertrend';
export { begunWith } from './indicators/primitives/average-true-range';
export { weightedRows } from './indicators/primitives/gaussian-window';
export { closeSeededStop } from './indicators/primitives/close-seeded-stop';
export { sixfoldAverage } from './indicators/primitives/nested-average';
export { variableMean } from './indicators/primitives/variable-average';
export { groupMoments } from './indicators/primitives/weighted-moments';
export { windowWeightedMoments } from './indicators/primitives/window-weighted-moments';
export { runningMax } from './indicators/volatility/drawdown-depth';
export { gbmPaths, philoxWords } from './research/monte-carlo/gbm';
export { laneFigures } from './research/lane-figures';
export { laneSetup, laneWalk } from './research/lane-sweep';
export { sweepStateFields, sweepTile } from './research/two-average-sweep';

/** First byte of memory that the host may use. */
export function heapBase(): usize {
  return __heap_base;
}
