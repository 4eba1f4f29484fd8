import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Column } from '../../src/core/column';

/** What pandas_times.py computes. */
export type SuiteName = 'sma' | 'rsi' | 'macd' | 'bbands';

/** Milliseconds that pandas takes on all series. */
export interface PandasTimes {
  readonly version: string;
  readonly times: Readonly<Record<SuiteName | 'suite', number>>;
}

const SCRIPT = fileURLToPath(new URL('../../tests/bench/pandas_times.py', import.meta.url));

/**
 * Measures pandas by each Python that `PANDAS_PYTHON` names, paths with commas between them; they have the packages which
 * pandas_times.py names, or other versions of them.
 *
 * @param closes  series of `rows` rows, one after the other
 */
export async function pandasTimes(closes: Column, rows: number): Promise<PandasTimes[]> {
  const pythons = (process.env['PANDAS_PYTHON'] ?? '').split(',').filter((path) => path !== '');
  if (pythons.length === 0) return [];
  const folder = await mkdtemp(join(tmpdir(), 'backtab-pandas-'));
  try {
    const file = join(folder, 'closes.f64');
    await writeFile(file, closes);
    const times: PandasTimes[] = [];
    for (const python of pythons) {
      const { stdout } = await promisify(execFile)(python, [SCRIPT, file, String(rows)]);
      times.push(JSON.parse(stdout) as PandasTimes);
    }
    return times;
  } finally {
    await rm(folder, { recursive: true });
  }
}
