/** Port for time: the moment of a backtest, of a simulated day, or of the wall. */
export interface Clock {
  /** Unix milliseconds. */
  now(): number;
}
