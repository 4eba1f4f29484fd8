import type { Column } from '../../core/column';
import type { PathModel } from './path-model';

/** How bars in and out of the market follow one another. */
export interface MarketTime {
  /** Chance to be in the market one bar after being in it, and to be out after being out. */
  readonly stayIn: number;
  readonly stayOut: number;
  /** Whether the bar before the first one was in the market. */
  readonly startsIn: boolean;
}

/** Share of bars at rest up to which they are taken for returns like others. */
export const MOST_AT_REST = 0.02;

const STATE_STREAM = 0x74696d65;

/**
 * Bars in and out of the market of a run: out is a bar on which the account did not move at all.
 *
 * @param logReturns  `f64[n]`
 * @returns           the returns in the market, in order, and the chances as counted; null where 2 % of the bars or fewer
 *                    are at rest
 */
export function marketTime(
  logReturns: Column,
): { readonly active: Column; readonly time: MarketTime } | null {
  const active = logReturns.filter((value) => value !== 0);
  if (logReturns.length - active.length <= MOST_AT_REST * logReturns.length) return null;
  const moves = { in: 0, inIn: 0, out: 0, outOut: 0 };
  for (let i = 1; i < logReturns.length; i++) {
    const isIn = logReturns[i] !== 0;
    if (logReturns[i - 1] !== 0) {
      moves.in += 1;
      if (isIn) moves.inIn += 1;
    } else {
      moves.out += 1;
      if (!isIn) moves.outOut += 1;
    }
  }
  const time = {
    stayIn: moves.in > 0 ? moves.inIn / moves.in : 0,
    stayOut: moves.out > 0 ? moves.outOut / moves.out : 0,
    startsIn: logReturns[logReturns.length - 1] !== 0,
  };
  return { active, time };
}

/**
 * A model of the returns in the market as one of all bars: a Markov chain says which bars are in it, and those take the
 * steps of the model in turn.
 *
 * @param model  of the returns in the market, with as many steps as bars
 * @param time   how bars in and out follow one another
 * @returns      the model of all bars; its control is the model's
 */
export function withMarketTime(model: PathModel, { stayIn, stayOut, startsIn }: MarketTime): PathModel {
  const { steps } = model;
  const active: Column = new Float64Array(steps);
  const moves: Column = new Float64Array(steps);
  return {
    ...model,
    assumptions: [
      ...model.assumptions,
      'The model is of the bars on which the account moved; times in and out of the market follow one another with the chances of this run, whatever the market does.',
    ],
    parameters: [
      ...model.parameters,
      { name: 'stayIn', value: stayIn, unit: 'chance a bar to stay in the market' },
      { name: 'stayOut', value: stayOut, unit: 'chance a bar to stay out of it' },
    ],
    write(numbers, path, out) {
      const control = model.write(numbers, path, active);
      numbers.uniforms(path, STATE_STREAM, moves);
      let isIn = startsIn;
      let used = 0;
      for (let step = 0; step < steps; step++) {
        isIn = moves[step]! < (isIn ? stayIn : 1 - stayOut);
        if (isIn) used += 1;
        out[step] = used === 0 ? 0 : active[used - 1]!;
      }
      return control;
    },
  };
}
