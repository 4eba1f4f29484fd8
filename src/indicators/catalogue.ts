import { CYCLE } from './cycle/all';
import type { Indicator } from './indicator';
import { MATH_OPERATOR } from './math-operator/all';
import { MATH_TRANSFORM } from './math-transform/all';
import { MOMENTUM } from './momentum/all';
import { OVERLAP } from './overlap/all';
import { PATTERNS } from './pattern/all';
import { PRICE_TRANSFORM } from './price-transform/all';
import { STATISTIC } from './statistic/all';
import { STRUCTURE } from './structure/all';
import { VOLATILITY } from './volatility/all';
import { VOLUME } from './volume/all';

/** Every indicator, in the order in which lists show them. */
export const INDICATORS: readonly Indicator[] = [
  ...OVERLAP,
  ...MOMENTUM,
  ...VOLUME,
  ...VOLATILITY,
  ...PRICE_TRANSFORM,
  ...CYCLE,
  ...STATISTIC,
  ...MATH_TRANSFORM,
  ...MATH_OPERATOR,
  ...STRUCTURE,
  ...PATTERNS,
];

const BY_NAME: ReadonlyMap<string, Indicator> = new Map(
  INDICATORS.map((indicator) => [indicator.name, indicator]),
);

/** The entry of this name (as in scripts, lower case), or undefined. */
export const findIndicator = (name: string): Indicator | undefined => BY_NAME.get(name);
