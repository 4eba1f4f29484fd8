import type { Indicator } from '../indicator';
import { acos } from './acos';
import { asin } from './asin';
import { atan } from './atan';
import { ceil } from './ceil';
import { cos } from './cos';
import { cosh } from './cosh';
import { exp } from './exp';
import { floor } from './floor';
import { ln } from './ln';
import { log10 } from './log10';
import { sin } from './sin';
import { sinh } from './sinh';
import { sqrt } from './sqrt';
import { tan } from './tan';
import { tanh } from './tanh';

/** TA-Lib's functions of one number, in its order. */
export const MATH_TRANSFORM: readonly Indicator[] = [
  acos,
  asin,
  atan,
  ceil,
  cos,
  cosh,
  exp,
  floor,
  ln,
  log10,
  sin,
  sinh,
  sqrt,
  tan,
  tanh,
];
