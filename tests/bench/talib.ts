import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Column } from '../../src/core/column';

/** One function of TA-Lib on series by name. */
export interface TalibCall {
  readonly name: string;
  readonly rows: number;
  readonly inputs: readonly string[];
  readonly params: readonly number[];
  /** Calls one after the other on each window, of which the quickest counts. */
  readonly runs: number;
}

/** TA-Lib in a Python process of its own. */
export interface Talib {
  readonly version: string;
  /** Names of its functions, upper case. */
  readonly functions: ReadonlySet<string>;
  /** Nanoseconds of each window of the series, measured now. */
  time(call: TalibCall): Promise<readonly number[]>;
  close(): Promise<void>;
}

const SCRIPT = fileURLToPath(new URL('../../tests/bench/talib_times.py', import.meta.url));

/**
 * Starts TA-Lib, or answers null without `TALIB_PYTHON`, the path of a Python that has the packages which
 * talib_times.py names.
 */
export async function startTalib(series: ReadonlyMap<string, Column>): Promise<Talib | null> {
  const python = process.env['TALIB_PYTHON'];
  if (!python) return null;
  const folder = await mkdtemp(join(tmpdir(), 'backtab-talib-'));
  for (const [name, column] of series) await writeFile(join(folder, `${name}.f64`), column);
  const child = spawn(python, [SCRIPT, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<unknown> => JSON.parse((await lines.next()).value as string) as unknown;
  const { library, functions } = (await answer()) as { library: string; functions: string[] };
  return {
    version: library,
    functions: new Set(functions),
    async time(call) {
      child.stdin.write(`${JSON.stringify(call)}\n`);
      return (await answer()) as number[];
    },
    async close() {
      child.stdin.end();
      await rm(folder, { recursive: true });
    },
  };
}
