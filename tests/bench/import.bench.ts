import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { initParser, inferSchema } from 'udsv';
import { importCsv } from '../../src/data/import/import-csv';
import { bytesSource } from '../../src/data/import/source';
import { median } from './timing';

const ROWS = 1_000_000;
const REPEATS = 5;
const PEER = 'udsv typed parse alone';

/** One-minute bars as CSV, about 52 MB: stamp, four prices with two decimals, volume. */
function makeCsv(rows: number): Uint8Array<ArrayBuffer> {
  const lines = ['timestamp,open,high,low,close,volume'];
  let state = 1;
  let cents = 10_000;
  const next = (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const price = (value: number): string => (value / 100).toFixed(2);
  for (let i = 0; i < rows; i++) {
    const open = cents;
    cents = Math.max(1_000, cents + next(41) - 20);
    const high = Math.max(open, cents) + next(10);
    const low = Math.min(open, cents) - next(10);
    const stamp = new Date(1_500_000_000_000 + i * 60_000).toISOString().slice(0, 19).replace('T', ' ');
    lines.push(`${stamp},${price(open)},${price(high)},${price(low)},${price(cents)},${next(1_000_000)}`);
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

interface Measured {
  readonly seconds: number;
  /** Highest memory seen above that before, MB. */
  readonly peakMb: number;
  readonly rows: number;
}

/** Does its job, calls `look` when its memory should be seen, and gives its rows. */
type Work = (look: () => void) => Promise<number> | number;

/** Median times of several works, taken in turns so that a busy machine slows all alike. */
async function measure(works: Readonly<Record<string, Work>>): Promise<Record<string, Measured>> {
  const seconds = new Map<string, number[]>();
  const results: Record<string, Measured> = {};
  for (let i = 0; i < REPEATS; i++) {
    for (const [name, work] of Object.entries(works)) {
      collect();
      const before = memory();
      let peak = results[name]?.peakMb ?? 0;
      const start = performance.now();
      const rows = await work(() => (peak = Math.max(peak, (memory() - before) / 1e6)));
      const times = [...(seconds.get(name) ?? []), (performance.now() - start) / 1000];
      seconds.set(name, times);
      results[name] = { seconds: median(times), peakMb: peak, rows };
    }
  }
  return results;
}

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Import of a CSV of a million rows, beside the typed parse of udsv alone. */
export async function run(print: (line: string) => void): Promise<void> {
  const bytes = makeCsv(ROWS);
  const imported =
    (bytePath: boolean): Work =>
    async (look) => {
      const job = { checkpoint: async () => look() };
      const { report } = await importCsv(bytesSource('bench.csv', bytes), job, { bytePath });
      look();
      return report.rowsKept;
    };
  const results = await measure({
    'import with report, byte path': imported(true),
    'import with report, text path': imported(false),
    [PEER]: (look) => {
      const text = new TextDecoder().decode(bytes);
      const rows = initParser(inferSchema(text)).typedArrs(text);
      look();
      return rows.length;
    },
  });
  const base = results[PEER]!.seconds;
  print(`CSV import, ${ROWS} rows, ${(bytes.length / 1e6).toFixed(1)} MB, median of ${REPEATS}`);
  for (const [name, { seconds, peakMb, rows }] of Object.entries(results)) {
    const rate = `${(rows / seconds / 1e6).toFixed(2)} M rows/s`;
    print(
      `  ${name.padEnd(32)} ${seconds.toFixed(2)} s  ${rate}  peak ${peakMb.toFixed(0)} MB  ${(seconds / base).toFixed(2)}x udsv`,
    );
  }
}
