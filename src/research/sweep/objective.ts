import { BacktabError } from '../../core/errors';
import { METRICS } from '../../core/metric-info';
import type { Metrics } from '../../core/metrics';
import { numberFormula } from '../../script/formula';
import type { ObjectiveSpec } from './objective-spec';

/** An objective ready to score settings. */
export interface Objective {
  readonly spec: ObjectiveSpec;
  /** Headline figures that it reads. */
  readonly figures: readonly (keyof Metrics)[];
  /**
   * @param values  one per figure of `figures`; NaN for none
   * @returns       higher is better; NaN where it is undefined
   */
  score(values: readonly number[]): number;
}

const KEYS: readonly string[] = METRICS.map(({ key }) => key);

/** @throws BacktabError `formula_invalid` */
export function objectiveOf(spec: ObjectiveSpec): Objective {
  const formula = numberFormula(spec.formula, KEYS);
  const sign = spec.goal === 'maximize' ? 1 : -1;
  if (formula.names.length === 0)
    throw new BacktabError('formula_invalid', {
      formula: spec.formula,
      reason: `It reads none of the figures ${KEYS.join(', ')}.`,
    });
  return {
    spec,
    figures: METRICS.map(({ key }) => key).filter((key) => formula.names.includes(key)),
    score(values) {
      const value = sign * formula.evaluate(values);
      return Number.isFinite(value) ? value : NaN;
    },
  };
}
