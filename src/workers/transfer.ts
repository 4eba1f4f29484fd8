import { BAR_COLUMNS, type Bars } from '../core/bars';

/** The memory of a table of bars, for handing it over without a copy. The sender's columns are empty afterwards. */
export function barBuffers(bars: Bars): ArrayBuffer[] {
  const columns = [...BAR_COLUMNS.map((name) => bars[name]), ...Object.values(bars.extra)];
  return [...new Set(columns.map((column) => column.buffer))];
}
