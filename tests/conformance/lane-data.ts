import type { Bars } from '../../src/core/bars';
import type { KernelBackend } from '../../src/core/backend';
import { UNWATCHED } from '../../src/core/job';
import type { LaneSweep } from '../../src/core/lane-sweep';
import { emptyLaneOutcome } from '../../src/research/lane-sweep';
import { laneScreen } from '../../src/research/lane-screen';
import { compile } from '../../src/script/compile';
import { ColumnStore } from '../../src/script/evaluate';
import { laneScript } from '../support/lane-scripts';
import { walk } from './data';

const DAY = 86_400_000;
const CELLS = [2, 3, 5, 8, 13].flatMap((a) => [4, 9, 21].map((b) => [a, b]));
const instrument = { name: 'A', currency: 'USD', zone: 'UTC', barsPerYear: 252 };

/** Bars of a walk, some without an opening price: a close that is none would end many indicators. */
function barsOf(rows: number): Bars {
  const bars = walk(rows, 11);
  for (let i = 30; i < rows; i += 83) bars.open[i] = NaN;
  const column = (value: (i: number) => number): Float64Array<ArrayBuffer> =>
    Float64Array.from({ length: rows }, (_, i) => value(i));
  return { ...bars, time: column((i) => i * DAY), volume: column((i) => 1000 + (i % 9) * 100), extra: {} };
}

/** The trials of a script over a walk: what `laneScreen` gives a backend. */
export function laneSweepOn(name: string, rows: number): LaneSweep {
  const { plan } = compile(laneScript(name));
  if (!plan) throw new Error(`${name} does not compile`);
  const bars = barsOf(rows);
  let taken: LaneSweep | null = null;
  const backend: Pick<KernelBackend, 'sweepLanes'> = {
    sweepLanes(sweep) {
      taken = sweep;
      return Promise.resolve(emptyLaneOutcome(sweep.trials));
    },
  };
  const setup = { plan, names: ['a', 'b'], parameters: {}, bars, instrument };
  const screen = laneScreen(setup, backend, new ColumnStore(bars, { intervalMs: DAY }));
  if (typeof screen === 'string') throw new Error(`${name}: ${screen}`);
  void screen(CELLS, UNWATCHED);
  if (!taken) throw new Error(`${name} was not given to the backend`);
  return taken;
}
