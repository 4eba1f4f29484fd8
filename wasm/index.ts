export { arcCosine, arcSine } from './core/math/arc-sine';
export { arcTangent } from './core/math/atan';
export { cosine } from './core/math/cos';
export { exponential } from './core/math/exp';
export { hyperbolicCosine, hyperbolicSine, hyperbolicTangent } from './core/math/hyperbolic';
export { naturalLogarithm } from './core/math/log';
export { commonLogarithm } from './core/math/log10';
export { sine } from './core/math/sin';
export { tangent } from './core/math/tan';
export { confirmation } from './indicators/pattern/confirmation';
export { recentMeans } from './indicators/pattern/recent-bars';
export { accumulation } from './indicators/primitives/accumulation';
export { adaptiveAverage } from './indicators/primitives/adaptive-average';
export { extremeRows } from './indicators/primitives/extreme-age';
export { averageChanges, exactChanges } from './indicators/primitives/smoothed-changes';
export { onBalanceVolume } from './indicators/volume/obv';
export { meanDeviation } from './indicators/primitives/mean-deviation';
export { directionalSums } from './indicators/primitives/directional-indicators';
export { exactAverages, filter, filterDifference } from './indicators/primitives/seeded-average';
export { weightedAverage } from './indicators/primitives/weighted-average';
export { windowComoments, windowCorrelation } from './indicators/primitives/window-comoments';
export { windowLine } from './indicators/primitives/window-line';
export { windowMoments } from './indicators/primitives/window-moments';
export { windowMax, windowMin } from './indicators/primitives/window-extreme';
export { windowSum } from './indicators/primitives/window-sum';
export { trendMode } from './indicators/cycle/ht-trendmode';
export { cycleTrend } from './indicators/primitives/cycle-trend';
export { dominantCycle } from './indicators/primitives/dominant-cycle';
export { dominantPhase } from './indicators/primitives/dominant-phase';
export { mesaAverage } from './indicators/primitives/mesa-average';
export { streak } from './indicators/momentum/connors-rsi';
export { heldFilter } from './indicators/momentum/fisher';
export { laguerreStages } from './indicators/momentum/laguerre-rsi';
export { trailingLevel } from './indicators/momentum/qqe';
export { restartedSum } from './indicators/volume/klinger';
export { runningProduct } from './indicators/volume/volume-index-stream';
export { firstThen } from './indicators/primitives/delay';
export { windowRank } from './indicators/primitives/sorted-window';
export { lastValid } from './indicators/primitives/directional-index';
export { parabolicStop } from './indicators/primitives/parabolic-stop';
export { sweepStateFields, sweepTile } from './research/two-average-sweep';

/** First byte of memory that the host may use. */
export function heapBase(): usize {
  return __heap_base;
}
