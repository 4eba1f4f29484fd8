import { METRICS } from '../../core/metric-info';

/** What a sweep looks for: a headline figure by its key, or a formula over them, as `cagr / maxDrawdown`. */
export interface ObjectiveSpec {
  readonly formula: string;
  readonly goal: 'maximize' | 'minimize';
}

/** The Sharpe ratio, which sweeps look for unless told otherwise. */
export const SHARPE: ObjectiveSpec = { formula: 'sharpe', goal: 'maximize' };

/** The better way of a headline figure: `maximize` unless less is better; formulas are maximised. */
export const goalOf = (formula: string): ObjectiveSpec['goal'] =>
  METRICS.find(({ key }) => key === formula)?.higherIsBetter === false ? 'minimize' : 'maximize';

/** Objectives of one sweep, at most. */
export const MOST_OBJECTIVES = 4;
