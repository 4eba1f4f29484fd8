import type { BackendKind } from '../../core/backend';
import type { ErrorCode, ErrorParams } from '../../core/errors';
import type { Route, RowSetup } from '../../research/sweep/row-runner';
import type { TrialRows } from '../../research/sweep/trial-rows';

/** What a worker is started with. */
export interface RowWorkerStart extends Omit<RowSetup, 'plan'> {
  readonly source: string;
  readonly backend: BackendKind;
  readonly kernels: WebAssembly.Module;
  /** Bytes of computed columns that the worker keeps. */
  readonly capacity: number;
}

/** Settings to run. */
export interface RowWork {
  readonly places: Float64Array;
  /** Rows from the first one on that they are run over. */
  readonly bars: number;
  readonly route: Route;
}

/** Settings as a worker is given them. */
export interface RowPiece extends RowWork {
  /** Number that the answer goes by. */
  readonly piece: number;
}

/** What came of them. */
export type RowAnswer = { readonly piece: number } & RowEnd;

type RowEnd =
  | { readonly rows: TrialRows }
  | { readonly failure: { readonly code: ErrorCode; readonly params: ErrorParams[ErrorCode] } };
