import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { sliceBars } from '../../src/core/bars';
import { formatInteger } from '../../src/core/format';
import { markdown, writeSection } from './document';
import { ownTen, ROWS, SOURCE, tenBars, tenCsv, type TenRun } from './ten-indicators/strategy';
import { median } from './timing';

const ROUNDS = 5;
/** Rows for an engine that takes more than a minute for the bars of the page. */
const FEWER_ROWS = 100_000;
const SCRIPTS = fileURLToPath(new URL('../../tests/bench/ten-indicators/', import.meta.url));
const TOOL = new URL('../../src/tools/bench-screen.mjs', import.meta.url);

const start = promisify(execFile);

interface PageTool {
  screenToScreen(
    file: string,
    source: string,
    rounds: number,
  ): Promise<{ readonly milliseconds: readonly number[]; readonly hash: string }>;
}

/**
 * 1M bars and ten indicators: from the key in the page to the result on screen, and the same strategy in other engines on the
 * same bars, whole runs by the clock. `PEERS_PYTHON` is a Python with what `backtesting_times.py` names, `PINETS` a
 * folder made by `npm i --prefix FOLDER pinets@0.9.34`; what is not there is left out.
 */
export async function run(print: (line: string) => void): Promise<void> {
  const bars = tenBars();
  const folder = await mkdtemp(join(tmpdir(), 'backtab-screen-'));
  try {
    const file = join(folder, 'ten.csv');
    await writeFile(file, tenCsv(bars));
    const { open, high, low, close, volume } = bars;
    for (const [name, column] of Object.entries({ open, high, low, close, volume }))
      await writeFile(join(folder, `${name}.f64`), column);

    const own = ownTen(bars, ROUNDS);
    const { screenToScreen } = (await import(pathToFileURL(fileURLToPath(TOOL)).href)) as PageTool;
    const page = await screenToScreen(file, SOURCE, ROUNDS);
    if (page.hash !== own.hash) throw new Error(`page ${page.hash} and Node ${own.hash} differ`);
    const few = ownTen(sliceBars(bars, 0, FEWER_ROWS), ROUNDS);
    const rows = [
      rowOf({ ...own, version: 'Backtab, screen to screen', milliseconds: page.milliseconds }, own),
      rowOf(own, own),
      ...(await rowOfOther(
        print,
        'backtesting.py',
        process.env['PEERS_PYTHON'],
        (python) => [python, [join(SCRIPTS, 'backtesting_times.py'), folder, String(ROWS), '1']],
        own,
      )),
      ...(await rowOfOther(
        print,
        'PineTS',
        process.env['PINETS'],
        (packages) => [
          process.execPath,
          [join(SCRIPTS, 'pinets_times.mjs'), packages, folder, String(FEWER_ROWS), '2'],
        ],
        few,
      )),
    ];
    for (const row of rows) print(`screen  ${row.join(', ')}`);
    await writeSection('screen', markdown([HEAD, ...rows]));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const HEAD = ['Engine', 'bars', 'ms of a run', 'M bars/s', 'trades', 'last equity beside ours'];

function rowOf(given: TenRun, own: TenRun): string[] {
  const ms = median(given.milliseconds);
  const apart = Math.abs(given.equity / own.equity - 1);
  return [
    given.version,
    formatInteger(given.bars),
    formatInteger(Math.round(ms)),
    String(Number((given.bars / ms / 1000).toPrecision(2))),
    given.trades === own.trades ? formatInteger(given.trades) : `${given.trades}, here ${own.trades}`,
    apart === 0 ? 'equal' : `apart by ${apart.toExponential(1)}`,
  ];
}

async function rowOfOther(
  print: (line: string) => void,
  name: string,
  where: string | undefined,
  command: (where: string) => readonly [string, readonly string[]],
  own: TenRun,
): Promise<string[][]> {
  if (!where) {
    print(`screen  ${name} left out: nothing names where it is`);
    return [];
  }
  const [program, args] = command(where);
  const { stdout } = await start(program, args);
  return [rowOf(JSON.parse(stdout) as TenRun, own)];
}
