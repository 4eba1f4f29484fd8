import { formatCount, formatInteger, formatPercent, formatPoints } from '../core/format';
import type { QualityCode } from '../core/dataset';
import type { Evidence, Interval95, Metrics, Verdict } from '../core/metrics';
import type { RunSettings } from '../core/settings';
import { meterOf, VERDICT_THRESHOLDS, VERDICT_WORDS, type VerdictFacts } from './verdict-rules';

/** A defect of the data and how many of the run's fills stand on the rows it concerns. */
export interface TouchedDefect {
  readonly code: QualityCode;
  readonly title: string;
  readonly touchedFills: number;
}

/** What a verdict on one run is made from. */
export interface VerdictInput {
  readonly metrics: Metrics;
  readonly holding: Metrics;
  /** What holding is called after the verb, as `the index`. */
  readonly held: string;
  readonly gap: Interval95 | null;
  readonly bars: number;
  readonly fills: number;
  /** Chance of a true Sharpe above zero after `tries` tries; null when there is no Sharpe. */
  readonly chance: number | null;
  /** Runs of this strategy on these data, this one included. */
  readonly tries: number;
  readonly defects: readonly TouchedDefect[];
  /** Trades with a stop or a target, and those of them whose last bar held both. */
  readonly brackets: {
    readonly trades: number;
    readonly ambiguous: number;
    readonly intrabar: RunSettings['intrabar'];
  };
}

/** Defects that make a fill's price impossible; the others are said, and leave the meter alone. */
export const DAMAGING: ReadonlySet<QualityCode> = new Set<QualityCode>([
  'impossible_prices',
  'prices_filled',
]);

/**
 * What one run is worth: meter, words, a sentence and its evidence (UI.md section 5). Overfitting, plateau,
 * walk-forward and doubled costs are not examined by a single run, so it never rises above weak evidence.
 */
export function verdict(input: VerdictInput): Verdict {
  const meter = meterOf(factsOf(input));
  const rows = [
    ...defectEvidence(input),
    tradesEvidence(input.metrics.trades),
    chanceEvidence(input.chance, input.tries),
    barOrderEvidence(input.brackets),
    holdingEvidence(input),
  ].filter((row) => row !== null);
  return {
    meter,
    words: VERDICT_WORDS[meter],
    sentence: sentenceOf(input),
    evidence: rows.toSorted((a, b) => Number(b.level === 'caution') - Number(a.level === 'caution')),
  };
}

function factsOf({ metrics, bars, chance, defects }: VerdictInput): VerdictFacts {
  const damaged = defects.filter((defect) => DAMAGING.has(defect.code));
  return {
    trades: metrics.trades,
    bars,
    damagedFills: damaged.reduce((sum, defect) => sum + defect.touchedFills, 0),
    chance,
    overfitting: null,
    plateauInside: null,
    walkForward: null,
    walkForwardBeatsHolding: null,
    survivesDoubledCosts: null,
  };
}

function sentenceOf(input: VerdictInput): string {
  const { metrics, holding, held, bars } = input;
  const year = (value: number | null): string => formatPercent(value, { decimals: 1 });
  if (metrics.trades === 0 && metrics.costs === 0) {
    return `No trade was completed in ${formatCount(bars, 'bar')}. Holding ${held} earned ${year(holding.cagr)} a year.`;
  }
  const earned = `Earned ${year(metrics.cagr)} a year, holding ${held} ${year(holding.cagr)}.`;
  return `${earned} ${doubtOf(input)}`;
}

function doubtOf({ metrics, bars, gap, defects }: VerdictInput): string {
  const trades = formatCount(metrics.trades, 'trade');
  const damaged = defects.find((defect) => DAMAGING.has(defect.code) && defect.touchedFills > 0);
  if (damaged)
    return `${formatCount(damaged.touchedFills, 'fill')} stand on damaged rows, so this cannot be judged.`;
  if (bars < VERDICT_THRESHOLDS.fewestBars)
    return `${formatCount(bars, 'bar')} are too few to tell skill from chance.`;
  if (metrics.trades < VERDICT_THRESHOLDS.fewestTrades) {
    return `${trades} ${metrics.trades === 1 ? 'is' : 'are'} too few to tell skill from chance.`;
  }
  if (!gap) return `With ${trades}, no range of the gap can be given.`;
  const range = `95\u202f% range ${formatPoints(gap.low)} to ${formatPoints(gap.high)} points`;
  if (gap.low <= 0 && gap.high >= 0) return `With ${trades}, chance could explain the gap (${range}).`;
  const side = gap.low > 0 ? 'ahead' : 'behind';
  return `With ${trades}, it came out ${side} by more than chance explains (${range}).`;
}

function tradesEvidence(trades: number): Evidence {
  const bar = VERDICT_THRESHOLDS.fairTrades;
  if (trades >= bar) {
    return {
      level: 'good',
      claim: 'Enough trades',
      detail: `${formatInteger(trades)}, ${bar} or more.`,
      method: null,
    };
  }
  const detail = `${trades}. Below ${bar} the average trade is a rough guess.`;
  return { level: 'caution', claim: 'Few trades', detail, method: null };
}

function chanceEvidence(chance: number | null, tries: number): Evidence {
  const claim = 'Chance of a Sharpe above zero';
  const bar = VERDICT_THRESHOLDS.fairChance;
  const method = tries > 1 ? 'Deflated Sharpe ratio' : 'Probabilistic Sharpe ratio';
  if (chance === null) return { level: 'caution', claim, detail: 'n/a: equity never moved.', method };
  const tried = tries > 1 ? `${formatInteger(tries)} settings tried on these data.` : 'One setting tried.';
  const percent = formatPercent(chance, { decimals: 0 });
  const detail = `${percent} (bar: ${formatPercent(bar, { decimals: 0 })}). ${tried}`;
  return { level: chance >= bar ? 'good' : 'caution', claim, detail, method };
}

/** What a policy takes for granted on a bar that held both levels, and its name. */
const BAR_ORDERS: Readonly<Record<RunSettings['intrabar'], readonly [string, string]>> = {
  pessimistic: ['the stop is taken to come first', 'Pessimistic intrabar order'],
  stops_first: ['the stop is taken to come first', 'Pessimistic intrabar order'],
  optimistic: ['the target is taken to come first', 'Optimistic intrabar order'],
  path: ['the extreme nearer to the open is taken to come first', 'Path through the extremes'],
  detail: ['so did one of its shorter bars, or they are missing', 'Bars of a shorter interval'],
  close: ['only its close was looked at', 'Closes alone'],
};

function barOrderEvidence({ trades, ambiguous, intrabar }: VerdictInput['brackets']): Evidence | null {
  if (trades === 0) return null;
  const claim = 'Bar order';
  if (ambiguous === 0) {
    const detail =
      intrabar === 'detail'
        ? 'Bars of a shorter interval say what came first, or no bar held both stop and target.'
        : 'No bar held both stop and target, so the order inside the bar changed nothing.';
    return { level: 'good', claim, detail, method: null };
  }
  const [order, method] = BAR_ORDERS[intrabar];
  const detail = `${ambiguous} of ${formatCount(trades, 'trade')} left on a bar that held both stop and target; ${order}.`;
  return { level: 'caution', claim, detail, method };
}

function holdingEvidence({ metrics, holding, held }: VerdictInput): Evidence | null {
  if (metrics.cagr === null || holding.cagr === null) return null;
  const gap = metrics.cagr - holding.cagr;
  const points = formatPoints(Math.abs(gap), { signed: false });
  const side = gap < 0 ? 'less' : 'more';
  const falls = `deepest fall ${formatPercent(metrics.maxDrawdown)} against ${formatPercent(holding.maxDrawdown)}`;
  const detail = `${points} points ${side} a year; ${falls}.`;
  return { level: 'info', claim: `Against holding ${held}`, detail, method: null };
}

function defectEvidence({ defects, fills }: VerdictInput): readonly Evidence[] {
  return defects
    .filter((defect) => defect.touchedFills > 0)
    .map((defect) => ({
      level: 'caution',
      claim: defect.title,
      detail:
        `${formatInteger(defect.touchedFills)} of ${formatCount(fills, 'fill')} stand on such rows. ${CONSEQUENCES[defect.code] ?? ''}`.trim(),
      method: null,
    }));
}

const CONSEQUENCES: Partial<Readonly<Record<QualityCode, string>>> = {
  open_repeats_close: 'They carry no overnight gap.',
  large_moves: 'A split or a bad price there would change the result.',
  gaps: 'What happened in the gap is unknown.',
  impossible_prices: 'Their prices cannot be right.',
  prices_filled: 'Their prices were made up from neighbours.',
  zero_volume: 'Nothing may have traded there.',
};
