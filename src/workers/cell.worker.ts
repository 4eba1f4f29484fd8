import * as Comlink from 'comlink';
import type { SettingsChange } from '../core/check-setting';
import type { Bars } from '../core/bars';
import type { Instrument } from '../core/dataset';
import { BacktabError } from '../core/errors';
import { exactRunner, type CellRun, type ExactRunner } from '../research/cell-run';
import { columnsFor } from '../research/columns-for';
import { laneReason, laneRunner } from '../research/lane-runner';
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

/** How a cell is run: by the whole engine, or by lanes where they know the script. */
export type CellRoute = 'exact' | 'lane';

let runners: Readonly<Record<CellRoute, ExactRunner>> | null = null;

const service = {
  /** Takes the script and the bars that later cells are run with. */
  load({ source, ...work }: CellWork): void {
    const { plan } = compile(source);
    if (!plan) return;
    const setup = { ...work, plan };
    const columns = columnsFor(setup);
    const exact = exactRunner(setup, columns);
    runners = { exact, lane: laneReason(setup) === null ? laneRunner(setup, columns) : exact };
  },

  /** Runs cells, in order. */
  run(cells: readonly (readonly number[])[], route: CellRoute): Promise<readonly CellRun[]> {
    if (!runners) throw new BacktabError('internal', { detail: 'a worker was given cells before a script' });
    return runners[route](cells);
  },
};

export type CellService = typeof service;

installErrorTransfer();
Comlink.expose(service);
