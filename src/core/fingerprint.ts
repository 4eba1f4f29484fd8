import { BAR_COLUMNS, type Bars } from './bars';
import { CanonicalHash } from './hash';

/**
 * Fingerprint of a table of bars: SHA-256 (hex) over each column's name and values, fixed columns
 * in canonical order, then the extra ones by name. Independent of chunks, file format and source.
 */
export function fingerprint(bars: Bars): string {
  const hash = new CanonicalHash().text('backtab-bars-1');
  for (const name of BAR_COLUMNS) hash.text(name).column(bars[name]);
  for (const name of Object.keys(bars.extra).sort()) hash.text(name).column(bars.extra[name]!);
  return hash.hex();
}
