import * as v from 'valibot';
import { holdsSetting, isSettingName } from '../../core/check-setting';

/** Checks of single values that every version of the format shares. */
export const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** Zero has no sign here, as in JSON that Backtab writes. */
const unsignedZero = v.transform((value: number) => (value === 0 ? 0 : value));
export const finite = v.pipe(v.number(), v.finite(), unsignedZero);
export const figure = v.optional(v.nullable(finite), null);
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9), unsignedZero);
/** A bar, or -1 for none. */
export const bar = v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(1e9), unsignedZero);
export const name = v.pipe(v.string(), v.maxLength(200));
export const engine = v.pipe(v.string(), v.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/));

const parameterName = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z_$][A-Za-z0-9_$ -]{0,63}$/),
  v.notValue('__proto__'),
);

export const parameters = v.pipe(
  v.record(parameterName, finite),
  v.check((p) => Object.keys(p).length <= 64),
);

/** Settings over those of the script: known ones with values that they can have, and no others. */
export const settings = v.pipe(
  v.record(v.string(), v.union([finite, v.pipe(v.string(), v.maxLength(1000))])),
  v.check((given) =>
    Object.entries(given).every(([key, value]) => isSettingName(key) && holdsSetting(key, value)),
  ),
);
