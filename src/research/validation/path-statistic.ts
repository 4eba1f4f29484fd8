import type { Bars } from '../../core/bars';
import type { Column } from '../../core/column';
import { UniformStream } from '../../core/random/uniforms';
import { STREAMS, type BarsStatistic } from './draws';
import { jitteredBars } from './jitter-bars';
import { permutedBars } from './permute-bars';
import type { PathFigures } from './task-flow';
import type { PathRange } from './tasks';

/** Share of the mean range of a bar by which noise moves prices at most. */
export const NOISE_SHARE = 0.2;

/** A figure of the bars, and of bars that were drawn from them. */
export interface PathStatistic {
  /** On the bars as they are; null where nothing moved. */
  readonly onBars: () => Promise<number | null>;
  /** On those of each path; NaN where nothing moved. */
  readonly onPaths: PathFigures;
  /** Pieces at once, and paths of a piece. */
  readonly depth: number;
  readonly step: number;
}

/** Figures on bars in another order, path by path. */
export const onPermuted = (bars: Bars, statistic: BarsStatistic, range: PathRange): Promise<Column> =>
  eachPath(range, ({ seed }, path) =>
    statistic(permutedBars(bars, new UniformStream(seed, path, STREAMS.bars))),
  );

/** Figures on bars with noise, path by path. */
export const onJittered = (bars: Bars, statistic: BarsStatistic, range: PathRange): Promise<Column> =>
  eachPath(range, ({ seed }, path) =>
    statistic(jitteredBars(bars, NOISE_SHARE, new UniformStream(seed, path, STREAMS.noise))),
  );

async function eachPath(
  range: PathRange,
  figure: (range: PathRange, path: number) => Promise<number | null>,
): Promise<Column> {
  const out: Column = new Float64Array(range.to - range.from);
  for (let k = 0; k < out.length; k++) out[k] = (await figure(range, range.from + k)) ?? NaN;
  return out;
}

/** 0 where a path has no figure. */
export const orZero = (figures: Column): Column => figures.map((value) => (Number.isNaN(value) ? 0 : value));
