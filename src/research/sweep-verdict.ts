import type { Bars } from '../core/bars';
import type { Column } from '../core/column';
import { formatCount, formatInteger, formatPercent, formatRatio } from '../core/format';
import type { Evidence, Metrics } from '../core/metrics';
import { meterOf, VERDICT_THRESHOLDS, VERDICT_WORDS } from '../metrics/verdict-rules';
import { earlyRows, sharpeOfSums, type CurveProfile } from './cell-run';
import { luckOfTheDraw } from './luck-of-the-draw';
import type { SweepAxis, SweepCell, SweepVerdict } from './outcome';
import type { Overfitting } from './overfitting';
import { STOPPED_SHORT } from './stopped-short';
import { touchedEdges, type TouchedEdge } from './plateau';
import type { ObjectiveSpec } from './sweep/objective-spec';

/** How far past its largest value an axis is widened: 250 to 400. */
const WIDEN_FACTOR = 1.6;

/** What the verdict on the best cell is made from. */
export interface SweepFacts {
  readonly axes: readonly SweepAxis[];
  readonly bars: Bars;
  readonly barsPerYear: number;
  /** Yearly Sharpe ratio and growth of every setting that was run; NaN for none. */
  readonly sharpes: Column;
  readonly growths: Column;
  readonly best: SweepCell;
  readonly bestProfile: CurveProfile;
  /** What the best setting is the best by. */
  readonly objective: ObjectiveSpec;
  readonly plateau: readonly number[];
  readonly plateauFloor: number;
  /** Settings of this strategy tried on these data, these ones included. */
  readonly tries: number;
  readonly overfitting: Overfitting | null;
  /** The cell that was best on the early bars. */
  readonly early: { readonly parameters: readonly number[]; readonly profile: CurveProfile } | null;
  readonly holding: { readonly metrics: Metrics; readonly profile: CurveProfile; readonly name: string };
}

/** Whether the best cell can be trusted: meter, words and evidence (UI.md sections 4 and 5). */
export function sweepVerdict(facts: SweepFacts): SweepVerdict {
  const perYear = Math.sqrt(facts.barsPerYear);
  const deviation = deviationOf(facts.sharpes) / perYear;
  const { moments } = facts.bestProfile;
  const sample = { ...moments, sharpe: moments.mean / moments.deviation };
  const draw = luckOfTheDraw(sample, facts.tries, facts.sharpes.length > 1 ? deviation : null);
  const { chance } = draw;
  const luck = draw.luck * perYear;
  const edges = touchedEdges(facts.axes, facts.plateau);
  const meter = meterOf({
    trades: facts.best.metrics.trades,
    bars: facts.bars.time.length,
    damagedFills: 0,
    chance,
    overfitting: facts.overfitting?.chance ?? null,
    plateauInside: edges.length === 0,
    walkForward: null,
    walkForwardBeatsHolding: null,
    survivesDoubledCosts: null,
  });
  const evidence = [
    neighbourEvidence(facts),
    edgeEvidence(facts, edges),
    luckEvidence(chance, facts.tries),
    overfittingEvidence(facts.overfitting),
    earlyEvidence(facts, perYear),
    holdingEvidence(facts),
  ].filter((row) => row !== null);
  return {
    meter,
    words: VERDICT_WORDS[meter] + (meter > 0 && edges.length > 0 ? STOPPED_SHORT : ''),
    sentence: sentenceOf(facts, edges.length > 0, luck),
    evidence,
    luckSharpe: luck,
    deflatedChance: chance,
    suggestion: suggestionOf(edges),
  };
}

function sentenceOf(facts: SweepFacts, stoppedShort: boolean, luck: number): string {
  const { best, objective, tries } = facts;
  const sharpe = formatRatio(best.metrics.sharpe);
  const on = `${sharpe} on ${formatCount(best.metrics.trades, 'trade')}`;
  const what = isSharpe(objective)
    ? `had the best Sharpe, ${on}`
    : `had the ${objective.goal === 'maximize' ? 'greatest' : 'least'} ${objective.formula}, and a Sharpe of ${on}`;
  const first = `${labelOf(best.parameters)} ${what}.`;
  const second = agrees(facts)
    ? 'Its neighbours agree, so it is no lone spike.'
    : 'Its neighbours do not agree, so it may be a lone spike.';
  const byLuck = `rying ${formatCount(tries, 'setting')} finds ${formatRatio(luck)} by luck alone.`;
  const third = stoppedShort
    ? `But the good ground runs off the edge of what was tried, and t${byLuck}`
    : `T${byLuck}`;
  return `${first} ${second} ${third}`;
}

const isSharpe = ({ formula, goal }: ObjectiveSpec): boolean => formula === 'sharpe' && goal === 'maximize';

const agrees = ({ best, plateauFloor }: SweepFacts): boolean => (best.neighbours ?? NaN) >= plateauFloor;

/** `10/240`. */
const labelOf = (parameters: readonly number[]): string => parameters.join('/');

function neighbourEvidence(facts: SweepFacts): Evidence | null {
  const { neighbours } = facts.best;
  if (neighbours === null) return null;
  const agree = agrees(facts);
  return {
    level: agree ? 'good' : 'caution',
    claim: agree ? 'Neighbours agree' : 'Neighbours disagree',
    detail: `Median of the settings around it: ${formatRatio(neighbours)}.`,
    method: null,
  };
}

function edgeEvidence({ plateau, plateauFloor }: SweepFacts, edges: readonly TouchedEdge[]): Evidence {
  const [edge] = edges;
  if (edge) {
    const value = edge.axis.values.at(edge.end === 'largest' ? -1 : 0);
    const detail = `The plateau includes ${edge.axis.name} ${value}, the ${edge.end} tried.`;
    return { level: 'caution', claim: 'Touches the edge', detail, method: null };
  }
  const cells = formatCount(plateau.length, 'joined cell');
  const detail = `${cells} of ${formatRatio(plateauFloor)} or more, none at the end of a range.`;
  return { level: 'good', claim: 'Inside the ranges', detail, method: null };
}

function luckEvidence(chance: number, tries: number): Evidence {
  const bar = VERDICT_THRESHOLDS.fairChance;
  const percent = (share: number): string => formatPercent(share, { decimals: 0 });
  const after = tries === 1 ? 'one try' : `${formatInteger(tries)} tries`;
  return {
    level: chance >= bar ? 'good' : 'caution',
    claim: 'Luck of the draw',
    detail: `Chance that the true Sharpe beats zero after ${after}: ${percent(chance)}. The bar is ${percent(bar)}.`,
    method: 'Deflated Sharpe ratio',
  };
}

function overfittingEvidence(found: Overfitting | null): Evidence | null {
  if (!found) return null;
  const share = formatPercent(found.chance, { decimals: 0 });
  return {
    level: found.chance <= VERDICT_THRESHOLDS.weakOverfitting ? 'good' : 'caution',
    claim: 'Overfitting',
    detail: `In ${share} of ${formatInteger(found.splits)} half-and-half splits the winner of one half came below the median in the other.`,
    method: 'Combinatorially symmetric cross-validation',
  };
}

function earlyEvidence({ early, holding, bars }: SweepFacts, perYear: number): Evidence | null {
  if (!early) return null;
  const split = earlyRows(bars.time.length - 1);
  const yearOf = (bar: number): number => new Date(bars.time[bar]!).getUTCFullYear();
  const [from, to] = [yearOf(0), yearOf(split)];
  const years = from === to ? `${from}` : `${from} to ${to}`;
  const { earlySum, earlySquares } = early.profile;
  const before = formatRatio(sharpeOfSums(earlySum, earlySquares, split) * perYear);
  const late = lateSharpe(early.profile) * perYear;
  const held = formatRatio(lateSharpe(holding.profile) * perYear);
  return {
    level: late > 0 ? 'info' : 'caution',
    claim: 'Chosen early, tested late',
    detail: `Best of ${years} was ${labelOf(early.parameters)}: ${before} then, ${formatRatio(late)} after. Holding ${holding.name} after: ${held}.`,
    method: null,
  };
}

/** Sharpe ratio per bar of what comes after the early bars. */
export function lateSharpe({ moments, blocks, earlySum, earlySquares }: CurveProfile): number {
  let sum = -earlySum;
  let squares = -earlySquares;
  for (let k = 0; k < blocks.length; k += 2) {
    sum += blocks[k]!;
    squares += blocks[k + 1]!;
  }
  return sharpeOfSums(sum, squares, moments.count - earlyRows(moments.count));
}

function holdingEvidence({ sharpes, growths, holding: { metrics, name } }: SweepFacts): Evidence | null {
  const { cagr, sharpe } = metrics;
  if (cagr === null || sharpe === null) return null;
  const above = (column: Column, bar: number, none: number): number =>
    column.reduce((count, value) => count + ((Number.isNaN(value) ? none : value) > bar ? 1 : 0), 0);
  const [richer, better] = [above(growths, cagr, -1), above(sharpes, sharpe, 0)].map((n) => formatInteger(n));
  return {
    level: 'info',
    claim: `Against holding ${name}`,
    detail: `${richer} of ${formatCount(sharpes.length, 'setting')} earned more than its ${formatPercent(cagr)} a year; ${better} had a better Sharpe than its ${formatRatio(sharpe)}.`,
    method: null,
  };
}

function suggestionOf(edges: readonly TouchedEdge[]): SweepVerdict['suggestion'] {
  const edge = edges.find(({ end, axis }) => end === 'largest' && (axis.values.at(-1) ?? 0) > 0);
  if (!edge) return null;
  const { name, values } = edge.axis;
  const [last, before] = [values.at(-1)!, values.at(-2)!];
  const step = last - before;
  const steps = Math.max(1, Math.round((last * WIDEN_FACTOR - last) / step));
  const max = Number((last + steps * step).toPrecision(12));
  return { label: `Widen ${name} to ${max}`, param: name, max };
}

/** Sample standard deviation of the yearly Sharpe ratios, 0 where there is none; 0 for one setting. */
function deviationOf(sharpes: Column): number {
  const scores = sharpes.map((sharpe) => (Number.isNaN(sharpe) ? 0 : sharpe));
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return scores.length > 1 ? Math.sqrt(squares / (scores.length - 1)) : 0;
}
