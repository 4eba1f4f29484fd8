/** pi/2 in parts; the first three have 33 bits, so that their products with up to 2^20 are exact. */
const FIRST = 1.5707963267341256;
const LATER = [6.077100506303966e-11, 2.0222662487111665e-21, 8.4784276603689e-32] as const;
const QUARTER = 0.7853981633974483;
const INVERSE = 0.6366197723675814;
/** Above it products with `FIRST` would round. */
const LARGEST_SHORT = 2 ** 20;

/** `2 / pi` times 2^1200, and `pi / 2` times 2^192. */
const TWO_OVER_PI = BigInt(
  '0x' +
    'a2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921c' +
    'fe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980f' +
    'ef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d08' +
    '56033046fc7b',
);
const TWO_OVER_PI_BITS = 1200n;
const HALF_PI = 0x1921fb54442d18469898cc51701b839a252049c1114cf98e8n;
const FRACTION_BITS = 192n;
const FRACTION = 2 ** 192;
/** Numbers from 2^20 on are whole multiples of 2^-32, and from 2^53 on whole. */
const STEP_BITS = 32n;
const STEPS = 2 ** 32;

/** An angle as quarters of a turn and the rest, a sum of two numbers. */
export interface QuarterTurns {
  /** Quarters modulo 4. */
  readonly quarter: number;
  /** Radians in `[-pi/4, pi/4]`. */
  readonly high: number;
  /** What `high` lacks, below half its last bit. */
  readonly low: number;
}

/**
 * Takes the nearest whole number of quarter turns off an angle, exactly: also where it is huge, or next to
 * a multiple of a quarter.
 *
 * @param x  radians, finite
 * @returns  rest within 2^-60 of its size
 */
export function quarterTurns(x: number): QuarterTurns {
  const size = Math.abs(x);
  if (size <= QUARTER) return { quarter: 0, high: x, low: 0 };
  const turned = size < LARGEST_SHORT ? ofShort(size) : ofLong(size);
  if (x > 0) return turned;
  return { quarter: (4 - turned.quarter) % 4, high: -turned.high, low: -turned.low };
}

function ofShort(x: number): QuarterTurns {
  const quarters = Math.floor(x * INVERSE + 0.5);
  let high = x - quarters * FIRST;
  let low = 0;
  for (let k = 0; k < LATER.length; k++) {
    const step = quarters * LATER[k]!;
    const rest = high - step;
    const taken = high - rest;
    low += high - (rest + taken) - (step - taken);
    high = rest;
  }
  const sum = high + low;
  return { quarter: quarters % 4, high: sum, low: high - sum + low };
}

/** In whole numbers of as many bits as it takes. */
function ofLong(x: number): QuarterTurns {
  const isWhole = x >= 2 ** 53;
  const bits = isWhole ? TWO_OVER_PI_BITS : TWO_OVER_PI_BITS + STEP_BITS;
  const product = BigInt(isWhole ? x : x * STEPS) * TWO_OVER_PI;
  const quarters = (product + (1n << (bits - 1n))) >> bits;
  const fraction = (product - (quarters << bits)) >> (bits - FRACTION_BITS);
  const angle = (fraction * HALF_PI) >> FRACTION_BITS;
  const high = Number(angle);
  const low = Number(angle - BigInt(high));
  return { quarter: Number(quarters & 3n), high: high / FRACTION, low: low / FRACTION };
}
