import * as v from 'valibot';
import { holdsSetting, isSettingName } from '../../core/check-setting';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const finite = v.pipe(v.number(), v.finite());
const figure = v.nullable(finite);
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));
const mark = v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(1e9));
const name = v.pipe(v.string(), v.maxLength(200));
const parameterName = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z_$][A-Za-z0-9_$ -]{0,63}$/),
  v.notValue('__proto__'),
);

/** Settings over those of the script: known ones with values that they can have, and no others. */
const settings = v.pipe(
  v.record(v.string(), v.union([finite, v.pipe(v.string(), v.maxLength(1000))])),
  v.check((given) =>
    Object.entries(given).every(([key, value]) => isSettingName(key) && holdsSetting(key, value)),
  ),
);

/** A shared strategy as it may come out of a link; unknown keys are dropped. */
export const sharedSchema = v.object({
  version: v.literal(1),
  script: v.pipe(v.string(), v.maxLength(16_384)),
  parameters: v.pipe(
    v.record(parameterName, finite),
    v.check((p) => Object.keys(p).length <= 64),
  ),
  settings: v.optional(settings),
  data: v.object({ sha256: hash, name, rows: count, bundled: v.nullable(name) }),
  engine: v.pipe(v.string(), v.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)),
  result: v.object({
    hash,
    trades: count,
    cagr: figure,
    sharpe: figure,
    maxDrawdown: figure,
    tradeMarks: v.pipe(v.array(v.tuple([count, mark, finite])), v.maxLength(500)),
  }),
});
