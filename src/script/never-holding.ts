import type { Diagnostic } from './diagnostic';
import { DIAGNOSTICS } from './messages';
import type { NamedSeries } from './series';

/** A doubt for each condition that is true on no bar, in order of the text; one that is named and used is told once. */
export function neverHolding(lenses: readonly NamedSeries[]): readonly Diagnostic[] {
  const told = new Set<string>();
  const { severity, message, remedy } = DIAGNOSTICS.condition_never_holds;
  return lenses.flatMap(({ kind, name, values, from, to, line }) => {
    if (kind !== 'bool' || told.has(name) || values.includes(1)) return [];
    told.add(name);
    const params = { text: name.length > 60 ? `${name.slice(0, 59)}…` : name, bars: values.length };
    return [
      {
        code: 'condition_never_holds',
        severity,
        from,
        to,
        line,
        message: message(params),
        remedy: remedy(params),
        fix: null,
      },
    ];
  });
}
