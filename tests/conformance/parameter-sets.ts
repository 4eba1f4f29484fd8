import type { Indicator } from '../../src/indicators/indicator';

/** Periods around the ends of vectors and groups, and long ones. */
const PERIODS = [3, 7, 8, 33, 150];

/** Its defaults, the least of its ranges, other periods, and every type of average where it takes one. */
export function parameterSets(indicator: Indicator): number[][] {
  const { params } = indicator;
  const defaults = params.map((param) => param.default);
  const least = params.map((param) => (param.kind === 'integer' ? param.min : param.default));
  const periods = PERIODS.map((period) =>
    params.map(({ kind, min, max, default: standard }, k) =>
      kind === 'integer' ? Math.min(Math.max(min, period * (k + 1)), max) : standard,
    ),
  );
  const types = params.some(({ kind }) => kind === 'ma_type')
    ? Array.from({ length: 9 }, (_, type) =>
        params.map((param) => (param.kind === 'ma_type' ? type : param.default)),
      )
    : [];
  const all = [defaults, least, ...(params.some(({ kind }) => kind === 'integer') ? periods : []), ...types];
  return [...new Map(all.map((values) => [values.join(' '), values])).values()];
}

/** Its defaults alone. */
export const defaultsOnly = (indicator: Indicator): number[][] => [
  indicator.params.map((param) => param.default),
];
