import type { MonteCarloRequest } from '../research/monte-carlo';
import type { ModelName } from '../research/monte-carlo/path-model';

export { fanTable } from '../research/monte-carlo/fan-table';
export { FAN_SHARES } from '../research/monte-carlo/outcome';
export { PATH_LIMITS } from '../research/monte-carlo/path-limits';

/** Which possible futures of a run are made, and what is asked of them. */
export interface FuturesRequest extends MonteCarloRequest {
  readonly model: ModelName;
  /** Bars of a path. */
  readonly steps: number;
}
