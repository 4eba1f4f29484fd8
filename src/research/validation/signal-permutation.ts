import type { Column } from '../../core/column';
import { formatCount, formatPercent } from '../../core/format';
import { UNWATCHED, type Job } from '../../core/job';
import { UniformStream } from '../../core/random/uniforms';
import { chanceOf, SIGNIFICANCE, STREAMS, type DrawOptions } from './draws';
import { figuresOfPaths, type PathFigures } from './task-flow';
import type { PathRange } from './tasks';
import { figure, notRun, ran, tooFew, type ValidationResult, type ValidationTopic } from './shape';
import { shuffledRows } from './shuffle';

/** Fewest spells in and out of the market that can be put in another order. */
const LEAST_SPELLS = 20;

const TOPIC: ValidationTopic = {
  id: 'signal_permutation',
  name: 'Permutation of positions',
  question:
    'Was the strategy in the market at the right times, or would the same positions in another order have done as well?',
  assumptions: [
    'Spells in and out of the market keep their length, side and size and come in random order; the market stays as it was.',
    'Position at a close times the move to the next close, without costs.',
    'The setting was chosen on these bars, which flatters it: failing tells more than passing.',
  ],
  source:
    'Aronson, Evidence-Based Technical Analysis, 2007, chapter 6; Masters, Monte-Carlo Evaluation of Trading Systems, 2006',
};

/** Rows `[from, to)` with positions of one side. */
interface Spell {
  readonly from: number;
  readonly to: number;
}

/** Who makes the orders: pieces at once, paths of a piece, and the mean return a bar of each path. */
export interface OrderFigures {
  readonly depth: number;
  readonly step: number;
  readonly onPaths: PathFigures;
}

/**
 * Permutation of positions: how often positions in another order earn as much. It passes with a chance of 5 % or less.
 *
 * @param exposure  `f64[n]`, position value over equity at each close, signed fraction
 * @param close     `f64[n]`, closes of the instrument
 * @param orders    who makes the orders; this thread when omitted
 *
 * @throws BacktabError `cancelled`
 */
export async function signalPermutation(
  exposure: Column,
  close: Column,
  options: DrawOptions,
  job: Job = UNWATCHED,
  orders: OrderFigures = {
    depth: 1,
    step: 50,
    onPaths: async (range) => earnedInOrders(exposure, close, range),
  },
): Promise<ValidationResult> {
  const { draws } = options;
  const moves = movesOf(close);
  const positions = exposure.subarray(0, moves.length);
  const spells = spellsOf(positions);
  if (spells.length < LEAST_SPELLS)
    return notRun(TOPIC, tooFew(LEAST_SPELLS, 'spells in or out of the market', spells.length));
  const found = earned(positions, moves);
  const values = await figuresOfPaths(orders.onPaths, options, orders, job);
  const reached = values.filter((value) => value >= found).length;
  const total = values.reduce((sum, value) => sum + value, 0);
  const chance = chanceOf(reached, draws);
  return ran(TOPIC, {
    figures: [
      figure('chance', 'Chance in another order', 'chance', chance),
      figure('mean', 'Mean return a bar', 'fraction a bar', found),
      figure('shuffledMean', 'The same in another order', 'fraction a bar', total / draws),
      figure('spells', 'Spells in and out', 'count', spells.length),
      figure('draws', 'Orders', 'count', draws),
    ],
    answer: `The same ${formatCount(spells.length, 'spell')} in another order earned as much in ${formatPercent(chance)} of ${formatCount(draws, 'draw')}.`,
    pass: chance <= SIGNIFICANCE,
  });
}

/** `f64[paths]`, mean return a bar of the spells of an exposure in the order of each path. */
export function earnedInOrders(exposure: Column, close: Column, { seed, from, to }: PathRange): Column {
  const moves = movesOf(close);
  const positions = exposure.subarray(0, moves.length);
  const spells = spellsOf(positions);
  const shuffled: Column = new Float64Array(positions.length);
  const out: Column = new Float64Array(to - from);
  for (let path = from; path < to; path++) {
    let at = 0;
    for (const k of shuffledRows(spells.length, new UniformStream(seed, path, STREAMS.signals))) {
      const spell = spells[k]!;
      shuffled.set(positions.subarray(spell.from, spell.to), at);
      at += spell.to - spell.from;
    }
    out[path - from] = earned(shuffled, moves);
  }
  return out;
}

/** Mean of position times move. */
function earned(positions: Column, moves: Column): number {
  let sum = 0;
  for (let i = 0; i < moves.length; i++) sum += positions[i]! * moves[i]!;
  return sum / moves.length;
}

/** `f64[n - 1]`, relative move to the next close; 0 where either is no price. */
function movesOf(close: Column): Column {
  const out: Column = new Float64Array(Math.max(0, close.length - 1));
  for (let i = 0; i < out.length; i++) {
    const move = close[i + 1]! / close[i]! - 1;
    out[i] = Number.isFinite(move) && close[i]! > 0 ? move : 0;
  }
  return out;
}

function spellsOf(positions: Column): readonly Spell[] {
  const spells: Spell[] = [];
  let from = 0;
  for (let i = 1; i <= positions.length; i++) {
    if (i < positions.length && Math.sign(positions[i]!) === Math.sign(positions[from]!)) continue;
    spells.push({ from, to: i });
    from = i;
  }
  return spells;
}
