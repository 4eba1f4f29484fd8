import { readFileSync, writeFileSync } from 'node:fs';
import type { Found } from './cases';

/** What one case cost in a process of its own. */
export interface Measured extends Found {
  readonly version: string;
  /** Processor milliseconds of each round, all threads together. */
  readonly times: readonly number[];
  /** Memory at the peak of the first round beyond what was held before, with the data loaded. */
  readonly peakBytes: number;
}

const MOST_ROUNDS = 7;
const ENOUGH_MS = 5000;

/** Measures work of ours as `shared.py` does that of the others. */
export function measure(version: string, work: () => Found, warmUp: () => Found): Measured {
  warmUp();
  globalThis.gc?.();
  writeFileSync('/proc/self/clear_refs', '5');
  const before = memory('VmRSS');
  const times: number[] = [];
  let found: Found = { trades: NaN, equity: NaN };
  let peak = NaN;
  let total = 0;
  while (times.length < MOST_ROUNDS && total < ENOUGH_MS) {
    const start = process.cpuUsage();
    found = work();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
    total += times.at(-1)!;
    if (times.length === 1) peak = memory('VmHWM');
  }
  return { version, times, ...found, peakBytes: peak - before };
}

/** Bytes resident now (`VmRSS`), or at most since `clear_refs` (`VmHWM`). */
function memory(name: 'VmRSS' | 'VmHWM'): number {
  const [, kilobytes] =
    new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
