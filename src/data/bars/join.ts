import { BAR_COLUMNS, type Bars } from '../../core/bars';
import type { Column } from '../../core/column';

/** Tables after one another, with the extra columns of the first; a part that lacks one has NaN there. */
export function joinBars(parts: readonly Bars[]): Bars {
  const rows = parts.reduce((n, part) => n + part.time.length, 0);
  const join = (of: (part: Bars) => Column | undefined): Column => {
    const out: Column = new Float64Array(rows).fill(NaN);
    let at = 0;
    for (const part of parts) {
      const column = of(part);
      if (column !== undefined) out.set(column, at);
      at += part.time.length;
    }
    return out;
  };
  const fixed = Object.fromEntries(BAR_COLUMNS.map((name) => [name, join((part) => part[name])]));
  const names = Object.keys(parts[0]?.extra ?? {});
  const extra = Object.fromEntries(names.map((name) => [name, join((part) => part.extra[name])]));
  return { ...(fixed as unknown as Omit<Bars, 'extra'>), extra };
}
