import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { syntheticBars } from '../synthetic-bars';
import {
  barsOf,
  crossings,
  dailyBars,
  DAILY_ROWS,
  INSTRUMENTS,
  ROWS,
  type CaseName,
  type EngineName,
} from './cases';
import type { Measured } from './measure';

const run = promisify(execFile);

const SCRIPTS: Readonly<Record<EngineName, string>> = {
  'backtesting.py': 'backtesting_times.py',
  vectorbt: 'vectorbt_times.py',
  backtrader: 'backtrader_times.py',
};
const SCRIPT_FOLDER = fileURLToPath(new URL('../../tests/bench/other-engines/', import.meta.url));

/** Puts the data that all engines run on into a folder, as columns of f64. */
export async function writeData(folder: string): Promise<void> {
  const bars = syntheticBars(ROWS, 1, 60_000);
  const { open, high, low, close, volume } = bars;
  const closes = new Float64Array(INSTRUMENTS * DAILY_ROWS);
  for (let k = 0; k < INSTRUMENTS; k++) closes.set(dailyBars(k).close, k * DAILY_ROWS);
  const columns = { open, high, low, close, volume, ...crossings(bars), closes };
  for (const [name, column] of Object.entries(columns)) await writeFile(join(folder, `${name}.f64`), column);
}

/** One thread each: what is compared is the work on one core. */
const ONE_THREAD = {
  NUMBA_NUM_THREADS: '1',
  OMP_NUM_THREADS: '1',
  OPENBLAS_NUM_THREADS: '1',
};

/**
 * Runs a case by another engine in the Python that `python` names.
 *
 * @returns  a text that says what is missing where it cannot be run
 */
export async function otherEngine(
  python: string,
  engine: EngineName,
  name: CaseName,
  folder: string,
): Promise<Measured | string> {
  try {
    const { stdout } = await run(
      python,
      [join(SCRIPT_FOLDER, SCRIPTS[engine]), folder, name, String(barsOf(name, engine))],
      {
        env: { ...process.env, ...ONE_THREAD },
      },
    );
    return JSON.parse(stdout) as Measured;
  } catch (e) {
    const text = e instanceof Error && 'stderr' in e ? String(e.stderr) || e.message : String(e);
    const [missing] = /ModuleNotFoundError: .*/.exec(text) ?? [];
    if (missing === undefined && !text.includes('ENOENT')) throw e;
    return `${python} cannot run it (${missing ?? 'there is no such file'}); it needs what ${SCRIPTS[engine]} names`;
  }
}

/**
 * Runs a case by our engine under another's conventions.
 *
 * @param address  module that exports `ownMeasured`
 */
export async function ownEngine(address: string, engine: EngineName, name: CaseName): Promise<Measured> {
  const source = `import(${JSON.stringify(address)}).then((m) => m.ownMeasured('${name}', '${engine}'))`;
  const { stdout } = await run(process.execPath, ['--expose-gc', '--input-type=module', '-e', source]);
  return JSON.parse(stdout) as Measured;
}
