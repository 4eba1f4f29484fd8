import * as v from 'valibot';
import type { SharedStrategy } from '../../core/share';
import { bar, count, engine, finite, figure, hash, name, parameters, settings } from './fields';

/** What a link of version 1 held: one dataset, and of each trade its bars and its return. */
export const version1Schema = v.object({
  version: v.literal(1),
  script: v.pipe(v.string(), v.maxLength(16_384)),
  parameters,
  settings: v.optional(settings),
  data: v.object({ sha256: hash, name, rows: count, bundled: v.nullable(name) }),
  engine,
  result: v.object({
    hash,
    trades: count,
    cagr: figure,
    sharpe: figure,
    maxDrawdown: figure,
    tradeMarks: v.pipe(v.array(v.tuple([count, bar, finite])), v.maxLength(500)),
  }),
});

/** The same in the form of today; what version 1 did not tell is null. */
export function fromVersion1(old: v.InferOutput<typeof version1Schema>): SharedStrategy {
  const { script, parameters: values, engine: made, result } = old;
  const { sha256, name: called, rows, bundled } = old.data;
  return {
    script,
    parameters: values,
    settings: (old.settings ?? {}) as SharedStrategy['settings'],
    author: null,
    created: null,
    data: {
      sha256,
      sets: [
        {
          alias: null,
          sha256,
          name: called,
          rows,
          origin: bundled,
          source: null,
          interval: null,
          zone: null,
          from: null,
          to: null,
          currency: null,
          barsPerYear: null,
          contract: {},
        },
      ],
      currency: null,
      rates: [],
    },
    engine: made,
    result: {
      ...result,
      tradeMarks: result.tradeMarks.map(([entry, exit, gain]) => [0, entry, exit, null, null, null, gain]),
    },
  };
}
