import { INDICATORS } from '../../src/indicators/catalogue';
import type { Indicator } from '../../src/indicators/indicator';

/** Names that mean something else where a script calls them with numbers alone. */
const OTHERWISE: ReadonlySet<string> = new Set([
  'min',
  'max',
  'sqrt',
  'floor',
  'ceil',
  'exp',
  'ln',
  'log10',
  'var',
]);

/** Indicators with sets of parameters that they take: their defaults, and short periods. */
export const CALLABLE = INDICATORS.filter(({ name }) => !OTHERWISE.has(name)).map((indicator) => ({
  indicator,
  sets: setsOf(indicator),
}));

function setsOf(indicator: Indicator): readonly (readonly number[])[] {
  const { params } = indicator;
  const defaults = params.map((param) => param.default);
  const short = [0, 1, 3].map((more) =>
    params.map(({ kind, min, max, default: usual }, k) =>
      kind === 'integer' ? Math.min(max, min + more * (k + 1)) : usual,
    ),
  );
  const averages = params.map((param) => (param.kind === 'ma_type' ? 1 : param.default));
  return [defaults, averages, ...short].filter((values) => isTaken(indicator, values));
}

function isTaken(indicator: Indicator, values: readonly number[]): boolean {
  try {
    indicator.stream(values);
    return true;
  } catch {
    return false;
  }
}
