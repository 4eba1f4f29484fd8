import type { Indicator } from '../indicator';
import { beta } from './beta';
import { correl } from './correl';
import { linearReg } from './linear-reg';
import { linearRegAngle } from './linear-reg-angle';
import { linearRegIntercept } from './linear-reg-intercept';
import { linearRegSlope } from './linear-reg-slope';
import { stddev } from './stddev';
import { tsf } from './tsf';
import { variance } from './var';

/** TA-Lib's statistic functions, in its order. */
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
];
