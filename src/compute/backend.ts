import type { BackendKind, KernelBackend } from '../core/backend';
import type { Column } from '../core/column';
import type { BacktabError } from '../core/errors';
import type { ResolvedRequest } from '../research/indicator-request';

/** How one call of a batch ended. */
export type BatchEnd =
  | {
      /** Whole output columns, rows aligned, to be read only; valid until `take` is done with them. */
      readonly columns: readonly Column[];
      /** What computed them: calls without a kernel, and those that it fails on, are the twin's. */
      readonly by: BackendKind;
    }
  | { readonly failure: BacktabError };

/**
 * Receives the end of a call.
 *
 * @param index  of the call in its batch
 * @returns      a promise where the batch is to wait
 */
export type TakeEnd = (index: number, end: BatchEnd) => void | Promise<void>;

/** A backend that also computes many indicators at once. */
export interface ComputeBackend extends KernelBackend {
  /**
   * Takes columns that many later calls will be on, instead of those it took before: where the backend has a memory of its
   * own they stay there, and calls on these very columns copy nothing.
   *
   * @param columns  must not change until others are loaded
   */
  load(columns: readonly Column[]): Promise<void>;
  /**
   * Computes calls, which share what they have in common. Values do not depend on the other calls, nor on
   * their order. Memory beyond the inputs is bounded, however many calls there are.
   *
   * @param calls  their columns must not change meanwhile
   * @param take   told of each end in the order of the calls; when it throws, the batch ends
   * @throws       whatever `take` throws; a call that fails is an end of its own
   */
  computeIndicators(calls: readonly ResolvedRequest[], take: TakeEnd): Promise<void>;
}
