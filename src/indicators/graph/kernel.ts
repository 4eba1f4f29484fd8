/**
 * A pass over columns that carries a state from row to row. The WASM function of its name
 * (`wasm/indicators/kernels`) takes the address of the state, the number of rows, and the addresses of
 * its inputs and outputs at the first of these rows.
 */
export interface Kernel {
  readonly name: string;
  readonly inputs: number;
  readonly outputs: number;
  /** f64 of state beyond the parameters, which are its first rows; all 0 before the first row. */
  state(params: readonly number[]): number;
  /** Rows before the present one that it reads of its inputs. */
  history(params: readonly number[]): number;
  /** Rows of its inputs before the first one that it takes, and reads none the less. */
  readonly lead?: number;
  /** Rows of an input before its first output. */
  warmUp(params: readonly number[]): number;
  /** Whether rows have the same bits in one call from row 0 on as in calls of some thousands of rows each, a multiple of 64. */
  readonly isSeamless?: true;
}

/** An input's column as it is: the loop that computes the input writes it, and there is no pass of its own. */
export const KEPT: Kernel = {
  name: 'kept',
  inputs: 1,
  outputs: 1,
  state: () => 0,
  history: () => 0,
  warmUp: () => 0,
};

/** One use of a kernel in a graph. */
export interface KernelCall {
  readonly kernel: Kernel;
  readonly params: readonly number[];
  /** Expressions, one for each input. */
  readonly inputs: readonly number[];
  /** Row at which all inputs have begun. */
  readonly begin: number;
  /** Columns that it writes. */
  readonly outputs: readonly number[];
}
