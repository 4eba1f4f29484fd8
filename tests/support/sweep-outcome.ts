import type { SweepAxis, SweepOutcome, TrialFigure } from '../../src/research/outcome';
import { GRID } from '../../src/research/sweep/search-spec';
import { SHARPE } from '../../src/research/sweep/objective-spec';

/** An outcome of a sweep whose settings are known by their Sharpe ratios only, by place; null where none was run. */
export function sweepOutcome(
  axes: readonly SweepAxis[],
  sharpes: readonly (number | null)[],
  more: Partial<SweepOutcome> = {},
): SweepOutcome {
  const places = sharpes.flatMap((sharpe, place) => (sharpe === null ? [] : [place]));
  const column = (value: number) => new Float64Array(places.length).fill(value);
  const figures: Record<TrialFigure, Float64Array<ArrayBuffer>> = {
    totalReturn: column(0),
    cagr: column(0),
    sharpe: Float64Array.from(places, (place) => sharpes[place]!),
    maxDrawdown: column(0),
    trades: column(1),
    finalEquity: column(1),
  };
  return {
    axes,
    trials: {
      place: Float64Array.from(places),
      figures,
      scores: [figures.sharpe],
      exact: new Uint8Array(places.length).fill(1),
      sharpeError: column(NaN),
      neighbours: column(NaN),
    },
    search: GRID,
    objectives: [SHARPE],
    skipReason: null,
    run: places.length,
    dropped: 0,
    skipped: sharpes.length - places.length,
    agreement: null,
    refusal: null,
    backend: 'cpu',
    elapsedMs: 1,
    best: null,
    plateau: [],
    plateauFloor: null,
    front: [],
    verdict: null,
    ...more,
  };
}
