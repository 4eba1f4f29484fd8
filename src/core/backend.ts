import type { Column } from './column';
import type { Job } from './job';
import type { LaneOutcome, LaneSweep } from './lane-sweep';

export type BackendKind = 'cpu' | 'wasm' | 'webgpu';

/**
 * Every (fast, slow) pair of two averages traded long-only: enter at the next open after the fast
 * one crosses above the slow one, leave at the next open after it crosses below, or at the stop or
 * target set on the signal bar. Conventions are the exact engine's (`src/engine`).
 */
export interface TwoAverageSweep {
  readonly open: Column;
  readonly high: Column;
  readonly low: Column;
  readonly close: Column;
  /** One column of averages per fast value, per slow value; NaN during warm-up. */
  readonly fast: readonly Column[];
  readonly slow: readonly Column[];
  /** Lane k pairs `fast[pairs[2k]]` with `slow[pairs[2k + 1]]`. */
  readonly pairs: Uint32Array<ArrayBuffer>;
  /** Stop and target price of an entry whose signal is this bar; null when the script sets none. */
  readonly stop: Column | null;
  readonly target: Column | null;
  readonly capital: number;
  /** Fraction of equity at the signal close that an entry spends, in (0, 1]. */
  readonly sizeFraction: number;
  /** Fraction of traded value per side. */
  readonly feeRate: number;
  /** Fraction of price, against the order. */
  readonly slippageRate: number;
  readonly lotSize: number;
}

/** One value per lane, and its sums of returns. */
export interface TwoAverageOutcome {
  readonly finalEquity: Column;
  /** Fraction in [0, 1]. */
  readonly maxDrawdown: Column;
  /** Mean and sample deviation of the per-bar returns (`bars - 1` of them). */
  readonly meanReturn: Column;
  readonly deviation: Column;
  /** Closed trades. */
  readonly trades: Column;
  /** `f64[lanes][32]`: sum and sum of squares of the returns of each of 16 successive blocks, by turns (`blockBounds`). */
  readonly blocks: Column;
  /** `f64[lanes][2]`: the same two of the early returns (`earlyRows`). */
  readonly early: Column;
}

/** Why a backend was chosen, for the status bar. */
export interface BackendProbe {
  readonly kind: BackendKind;
  readonly available: boolean;
  /** Works when it is asked for by name, though it is not chosen by itself. */
  readonly forcible?: true;
  /** As `WASM SIMD` or `No GPU on this device`. */
  readonly detail: string;
}

/** Port to one way of computing. Implementations live in `src/compute`. */
export interface KernelBackend {
  readonly kind: BackendKind;
  /** `f32` results are screened only and never shown as exact. */
  readonly precision: 'f64' | 'f32';
  readonly detail: string;
  /**
   * @param name    an entry of the catalogue, as `atr`
   * @param inputs  as its stream takes them, as `[high, low, close]`
   * @param params  as its stream takes them, in order
   * @returns       as many columns as the indicator has outputs, rows aligned, NaN in warm-up
   *
   * @throws BacktabError `indicator_unknown` | `parameter_out_of_range` | `length_mismatch`
   */
  indicator(name: string, inputs: readonly Column[], params: readonly number[]): Promise<readonly Column[]>;
  sweepTwoAverages(sweep: TwoAverageSweep, job: Job): Promise<TwoAverageOutcome>;
  /**
   * Runs the trials of a program by lanes (`src/research/lane-sweep.ts`).
   *
   * @throws BacktabError `length_mismatch` | `parameter_out_of_range` | `cancelled`, and what the backend itself throws
   */
  sweepLanes(sweep: LaneSweep, job: Job): Promise<LaneOutcome>;
  close(): void;
}
