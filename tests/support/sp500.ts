import { readFileSync } from 'node:fs';
import type { Bars } from '../../src/core/bars';

/** The bundled daily S&P 500 file as columns, read without the importer. */
export function sp500Bars(): Bars {
  const path = new URL('../../node_modules/vega-datasets/data/sp500-2000.csv', import.meta.url);
  const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  const names = header.trim().split(',');
  const rows = lines.map((line) => line.trim().split(','));
  const column = (name: string): Float64Array<ArrayBuffer> => {
    const at = names.indexOf(name);
    return Float64Array.from(rows, (row) =>
      name === 'date' ? Date.parse(`${row[at]}T00:00Z`) : Number(row[at]),
    );
  };
  return {
    time: column('date'),
    open: column('open'),
    high: column('high'),
    low: column('low'),
    close: column('close'),
    volume: column('volume'),
    extra: { adjclose: column('adjclose') },
  };
}
