import type { SweepOutcome, SweepVerdict } from '../outcome';
import { valuesAt } from '../sweep/grid-place';
import { figureOf } from './shape';
import { STOPPED_SHORT } from '../stopped-short';
import type { Validation } from './validate';
import { CARD_ROWS } from './verdict';

/** Rows of a sweep's verdict to which validation has a fuller answer. */
const ANSWERED: ReadonlySet<string> = new Set([
  'Luck of the draw',
  'Overfitting',
  'Chosen early, tested late',
]);

/** Whether a validation speaks of the best setting of a sweep, which may be the best by another figure than the Sharpe ratio. */
export const isOfBest = (
  { axes, best }: Pick<SweepOutcome, 'axes' | 'best'>,
  validation: Pick<Validation, 'best'>,
): boolean =>
  best !== null && valuesAt(axes, best).every((value, k) => value === validation.best.parameters[k]);

/**
 * The one verdict on the best setting of a sweep: that of its validation once it is done, with what the grid shows and no
 * method asks (neighbours, edges, holding) among the evidence; that of the sweep before.
 */
export function joinedVerdict(
  outcome: Pick<SweepOutcome, 'axes' | 'best' | 'verdict'>,
  validation: Validation | null,
): SweepVerdict | null {
  const { verdict: sweep } = outcome;
  if (!sweep || !validation || !isOfBest(outcome, validation)) return sweep;
  const { verdict, evidence, results } = validation;
  const deflated = results.find(({ id }) => id === 'deflated_sharpe');
  const ownRows = sweep.evidence.filter(({ claim }) => !ANSWERED.has(claim));
  const rows = [...ownRows, ...evidence.filter(({ claim }) => claim !== 'Not run')];
  const order = { caution: 0, good: 1, info: 2 } as const;
  const isShort = verdict.meter > 0 && sweep.words.endsWith(STOPPED_SHORT);
  return {
    ...sweep,
    meter: verdict.meter,
    words: verdict.words + (isShort ? STOPPED_SHORT : ''),
    sentence: verdict.sentence,
    evidence: rows.toSorted((a, b) => order[a.level] - order[b.level]).slice(0, CARD_ROWS),
    luckSharpe: (deflated && figureOf(deflated, 'luckSharpe')) ?? sweep.luckSharpe,
    deflatedChance: (deflated && figureOf(deflated, 'chance')) ?? sweep.deflatedChance,
  };
}
