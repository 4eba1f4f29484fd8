import type { Indicator } from '../indicator';
import { add } from './add';
import { div } from './div';
import { maximum } from './max';
import { maxIndex } from './max-index';
import { minimum } from './min';
import { minIndex } from './min-index';
import { minMax } from './min-max';
import { minMaxIndex } from './min-max-index';
import { mult } from './mult';
import { sub } from './sub';
import { sum } from './sum';

/** TA-Lib's operators, in its order. */
export const MATH_OPERATOR: readonly Indicator[] = [
  add,
  div,
  maximum,
  maxIndex,
  minimum,
  minIndex,
  minMax,
  minMaxIndex,
  mult,
  sub,
  sum,
];
