import type { KernelBackend } from '../core/backend';
import { formatRatio } from '../core/format';
import { spearman } from '../metrics/spearman';
import type { Agreement } from './outcome';

/** A screen whose ranks agree less than this with the exact runs is thrown away. */
export const LEAST_RANK_CORRELATION = 0.95;

/** What is compared of a setting. */
interface ComparedFigures {
  /** Of the first objective; NaN counts as 0. */
  readonly score: number;
  readonly trades: number;
}

/** A setting as it was screened and as the exact engine ran it. */
export interface ComparedCell {
  readonly parameters: readonly number[];
  readonly screened: ComparedFigures;
  readonly exact: ComparedFigures;
}

/** How far a screen agrees with exact runs of the same settings, by the first objective. */
export function agreementOf(
  { kind, precision }: Pick<KernelBackend, 'kind' | 'precision'>,
  compared: readonly ComparedCell[],
): Agreement {
  let worstDifference = 0;
  let worstCell: readonly number[] = compared[0]?.parameters ?? [];
  for (const { parameters, screened, exact } of compared) {
    const difference = Math.abs(scoreOf(screened) - scoreOf(exact));
    if (difference <= worstDifference) continue;
    worstDifference = difference;
    worstCell = parameters;
  }
  const scores = (side: 'screened' | 'exact'): number[] => compared.map((cell) => scoreOf(cell[side]));
  return {
    backend: kind,
    precision,
    cells: compared.length,
    rankCorrelation: spearman(scores('screened'), scores('exact')),
    worstDifference,
    worstCell,
    tradeDifferences: compared.filter(({ screened, exact }) => screened.trades !== exact.trades).length,
  };
}

const scoreOf = ({ score }: ComparedFigures): number => (Number.isNaN(score) ? 0 : score);

/** Why a screen cannot be relied on, or null. Too few cells to rank say nothing against it. */
export function disagreement({ backend, rankCorrelation }: Agreement): string | null {
  if (rankCorrelation === null || rankCorrelation >= LEAST_RANK_CORRELATION) return null;
  const found = formatRatio(rankCorrelation);
  return `the ${backend} screen ranked the cells otherwise than exact runs did (rank correlation ${found}, below ${LEAST_RANK_CORRELATION})`;
}
