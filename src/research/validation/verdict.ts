import { formatCount, formatPercent, formatRatio } from '../../core/format';
import type { Evidence, Verdict } from '../../core/metrics';
import { meterOf, VERDICT_WORDS, type Meter, type VerdictFacts } from '../../metrics/verdict-rules';
import { figureOf, type ValidationId, type ValidationResult } from './shape';

/** Rows of evidence on a verdict card. */
export const CARD_ROWS = 6;

/** While one of these fails, luck is an explanation, and evidence stays weak. */
const LUCK_TESTS: ReadonlySet<ValidationId> = new Set<ValidationId>([
  'reality_check',
  'superior_ability',
  'bar_permutation',
  'random_entry',
]);
const WEAK: Meter = 2;

/** What each method shows: when it passes, and when it fails. */
const CLAIMS: Readonly<Record<ValidationId, readonly [string, string]>> = {
  walk_forward_rolling: ['Earned on later bars', 'Did not earn on later bars'],
  walk_forward_anchored: ['Earned on later bars, anchored', 'Did not earn on later bars, anchored'],
  purged_k_fold: ['Earned on bars left out', 'Did not earn on bars left out'],
  combinatorial_purged: ['Holds on every path', 'Fails on some paths'],
  overfitting: ['Winners stay winners', 'Overfitting'],
  deflated_sharpe: ['More than luck of the draw', 'Luck of the draw'],
  track_length: ['History long enough', 'History too short'],
  backtest_length: ['More history than tries need', 'Too many tries for the history'],
  reality_check: ['Better than the luckiest', 'No better than the luckiest'],
  superior_ability: ['Superior to the benchmark', 'Not superior to the benchmark'],
  step_down: ['Stands out among its like', 'Does not stand out'],
  false_discoveries: ['Named as a discovery', 'Not named as a discovery'],
  bar_permutation: ['The order of the bars matters', 'As good on shuffled bars'],
  signal_permutation: ['In the market at the right times', 'As good at other times'],
  random_entry: ['Beats random entries', 'No better than random entries'],
  noise: ['Survives noise', 'Lost in noise'],
  regimes: ['Earned in several markets', 'Earned in one kind of market'],
  doubled_costs: ['Survives doubled costs', 'Lost to doubled costs'],
};

/** Place of each method among rows of one level: what counts most stands first. */
const PLACES: Readonly<Record<ValidationId, number>> = {
  deflated_sharpe: 1,
  superior_ability: 2,
  walk_forward_rolling: 3,
  bar_permutation: 4,
  overfitting: 5,
  combinatorial_purged: 6,
  random_entry: 7,
  noise: 8,
  doubled_costs: 9,
  reality_check: 10,
  regimes: 11,
  backtest_length: 12,
  step_down: 13,
  false_discoveries: 14,
  walk_forward_anchored: 15,
  purged_k_fold: 16,
  signal_permutation: 17,
  track_length: 18,
};

/** A result as a row of evidence; not run is told as such. */
export function evidenceOf({ id, name, status, reason, answer, pass }: ValidationResult): Evidence {
  if (status === 'not run') return { level: 'info', claim: 'Not run', detail: reason ?? '', method: name };
  const [passed, failed] = CLAIMS[id];
  const level = pass === null ? 'info' : pass ? 'good' : 'caution';
  return { level, claim: pass === false ? failed : passed, detail: answer, method: name };
}

/** What the verdict is made from beside the results. */
export interface ValidationFacts {
  /** Parameters of the best setting, as `10/240`. */
  readonly label: string;
  /** Sharpe ratio a year and closed trades of the best setting. */
  readonly sharpe: number | null;
  readonly trades: number;
  readonly bars: number;
  /** Settings run. */
  readonly settings: number;
  /** Whether the good ground around the best setting ends inside what was tried; null where it is unknown. */
  readonly plateauInside: boolean | null;
}

/** The evidence of all results, doubts first, by what counts most. */
export function evidence(results: readonly ValidationResult[]): readonly Evidence[] {
  const order = { caution: 0, good: 1, info: 2 } as const;
  return results
    .toSorted((a, b) => PLACES[a.id] - PLACES[b.id])
    .map(evidenceOf)
    .toSorted((a, b) => order[a.level] - order[b.level]);
}

/**
 * One verdict on the best setting from all results (UI.md section 5): the meter's thresholds, and never above weak
 * evidence while a test of luck that was run fails.
 */
export function validationVerdict(facts: ValidationFacts, results: readonly ValidationResult[]): Verdict {
  const allowed = meterOf(verdictFacts(facts, results));
  const isLuck = results.some(({ id, pass }) => pass === false && LUCK_TESTS.has(id));
  const meter: Meter = isLuck && allowed > WEAK ? WEAK : allowed;
  return {
    meter,
    words: VERDICT_WORDS[meter],
    sentence: sentenceOf(facts, results),
    evidence: evidence(results).slice(0, CARD_ROWS),
  };
}

/** What the meter is decided on; what was not run is unknown, which never raises it. */
export function verdictFacts(facts: ValidationFacts, results: readonly ValidationResult[]): VerdictFacts {
  const found = (id: ValidationId, key: string): number | null => {
    const result = results.find((candidate) => candidate.id === id);
    return result ? figureOf(result, key) : null;
  };
  const growth = found('walk_forward_rolling', 'growth');
  const held = found('walk_forward_rolling', 'holdingGrowth');
  return {
    trades: facts.trades,
    bars: facts.bars,
    damagedFills: 0,
    chance: found('deflated_sharpe', 'chance'),
    overfitting: found('overfitting', 'chance'),
    plateauInside: facts.plateauInside,
    walkForward: growth,
    walkForwardBeatsHolding: growth === null || held === null ? null : growth > held,
    survivesDoubledCosts: results.find(({ id }) => id === 'doubled_costs')?.pass ?? null,
  };
}

function sentenceOf(
  { label, sharpe, trades, settings }: ValidationFacts,
  results: readonly ValidationResult[],
): string {
  const judged = results.filter(({ pass }) => pass !== null);
  const passed = judged.filter(({ pass }) => pass === true).length;
  const left = results.filter(({ status }) => status === 'not run').length;
  const best =
    settings > 1
      ? `${label} had the best Sharpe, ${formatRatio(sharpe)} on ${formatCount(trades, 'trade')}, of ${formatCount(settings, 'setting')}`
      : `The Sharpe is ${formatRatio(sharpe)} on ${formatCount(trades, 'trade')}`;
  const growth = results.find(({ id }) => id === 'walk_forward_rolling');
  const walked =
    growth?.status === 'run'
      ? `; chosen before and traded after, it grew ${formatPercent(figureOf(growth, 'growth'))} a year, holding ${formatPercent(figureOf(growth, 'holdingGrowth'))}`
      : '';
  return `${best}${walked}. It passed ${passed} of ${formatCount(judged.length, 'test')}${left > 0 ? `; ${left} were not run` : ''}.`;
}
