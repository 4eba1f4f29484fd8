import type { Indicator } from '../indicator';
import { autocorrelation } from './autocorrelation';
import { beta } from './beta';
import { cointegration } from './cointegration';
import { correl } from './correl';
import { covariance } from './covariance';
import { entropy } from './entropy';
import { halfLife } from './half-life';
import { hurst } from './hurst';
import { kalmanHedge } from './kalman-hedge';
import { kalmanMean } from './kalman-mean';
import { kurtosis } from './kurtosis';
import { linearReg } from './linear-reg';
import { linearRegAngle } from './linear-reg-angle';
import { linearRegIntercept } from './linear-reg-intercept';
import { linearRegSlope } from './linear-reg-slope';
import { olsRSquared } from './ols-r-squared';
import { olsResidual } from './ols-residual';
import { olsSlope } from './ols-slope';
import { olsZscore } from './ols-zscore';
import { percentRank } from './percent-rank';
import { quantile } from './quantile';
import { rSquared } from './r-squared';
import { rollingBeta } from './rolling-beta';
import { rollingMad } from './rolling-mad';
import { rollingMedian } from './rolling-median';
import { rollingSharpe } from './rolling-sharpe';
import { rollingSortino } from './rolling-sortino';
import { skewness } from './skewness';
import { stddev } from './stddev';
import { tsf } from './tsf';
import { variance } from './var';
import { varianceRatio } from './variance-ratio';
import { zscore } from './zscore';

/** TA-Lib's statistic functions, in its order, and what it lacks by name. */
export const STATISTIC: readonly Indicator[] = [
  beta,
  correl,
  linearReg,
  linearRegAngle,
  linearRegIntercept,
  linearRegSlope,
  stddev,
  tsf,
  variance,
  autocorrelation,
  cointegration,
  covariance,
  entropy,
  halfLife,
  hurst,
  kalmanHedge,
  kalmanMean,
  kurtosis,
  olsRSquared,
  olsResidual,
  olsSlope,
  olsZscore,
  percentRank,
  quantile,
  rSquared,
  rollingBeta,
  rollingMad,
  rollingMedian,
  rollingSharpe,
  rollingSortino,
  skewness,
  varianceRatio,
  zscore,
];
