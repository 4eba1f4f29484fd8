import type { BackendKind } from '../../core/backend';
import type { Kernels } from './open-answers';

/** What a worker starts with. */
export interface WorkerStart {
  readonly rows: number;
  /** Columns of the table by name, in memory that all workers share and none writes. */
  readonly columns: readonly (readonly [string, SharedArrayBuffer])[];
  readonly kernels: Kernels;
  readonly choice: BackendKind | 'auto';
}

/** What a worker is told. */
export type ToWorker =
  | {
      readonly kind: 'work';
      readonly lines: readonly string[];
      /** Bytes of the answers that are there already. */
      readonly skip: number;
    }
  | { readonly kind: 'taken'; readonly bytes: number };

/** What a worker tells. */
export type FromWorker =
  | { readonly kind: 'part'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'done'; readonly note: string | null };
