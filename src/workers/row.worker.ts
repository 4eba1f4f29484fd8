import * as Comlink from 'comlink';
import { BacktabError } from '../core/errors';
import { columnsFor } from '../research/columns-for';
import { rowRunner, type Route, type RowSetup } from '../research/sweep/row-runner';
import { buffersOf, type RowRunner, type TrialRows } from '../research/sweep/trial-rows';
import { compile } from '../script/compile';
import { installErrorTransfer } from './boundary';

/** What every setting of a sweep shares. */
export interface RowWork extends Omit<RowSetup, 'plan'> {
  readonly source: string;
  /** Bytes of computed columns that the worker keeps. */
  readonly capacity: number;
}

let runners: Readonly<Record<Route, RowRunner>> | null = null;

const service = {
  /** Takes the script and the bars that later settings are run with. */
  load({ source, capacity, ...work }: RowWork): void {
    const { plan } = compile(source);
    if (!plan) return;
    const setup = { ...work, plan };
    const columns = columnsFor(setup, work.bars, capacity);
    runners = { exact: rowRunner(setup, 'exact', columns), lane: rowRunner(setup, 'lane', columns) };
  },

  /** Runs settings, in order. */
  async run(places: Float64Array, share: number, route: Route): Promise<TrialRows> {
    if (!runners)
      throw new BacktabError('internal', { detail: 'a worker was given settings before a script' });
    const rows = await runners[route](places, share);
    return Comlink.transfer(rows, buffersOf(rows));
  },
};

export type RowService = typeof service;

installErrorTransfer();
Comlink.expose(service);
