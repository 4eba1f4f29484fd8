import * as Comlink from 'comlink';
import type { SettingsChange } from '../core/check-setting';
import type { Bars } from '../core/bars';
import type { Instrument } from '../core/dataset';
import { BacktabError } from '../core/errors';
import { exactRunner, type CellRun, type ExactRunner } from '../research/cell-run';
import { compile } from '../script/compile';
import { installErrorTransfer } from './boundary';

/** What every cell of a sweep shares. */
export interface CellWork {
  readonly source: string;
  readonly names: readonly string[];
  readonly parameters: Readonly<Record<string, number>>;
  readonly bars: Bars;
  readonly instrument: Instrument;
  /** Milliseconds of a bar, where they have one length. */
  readonly intervalMs?: number;
  readonly settings: SettingsChange;
}

let runner: ExactRunner | null = null;

const service = {
  /** Takes the script and the bars that later cells are run with. */
  load({ source, ...work }: CellWork): void {
    const { plan } = compile(source);
    runner = plan && exactRunner({ ...work, plan });
  },

  /** Runs cells exactly, in order. */
  run(cells: readonly (readonly number[])[]): Promise<readonly CellRun[]> {
    if (!runner) throw new BacktabError('internal', { detail: 'a worker was given cells before a script' });
    return runner(cells);
  },
};

export type CellService = typeof service;

installErrorTransfer();
Comlink.expose(service);
