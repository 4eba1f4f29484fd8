import type { Column } from '../../core/column';
import { formatCount, formatPercent } from '../../core/format';
import { UNWATCHED, type Job } from '../../core/job';
import { UniformStream } from '../../core/random/uniforms';
import { chanceOf, SIGNIFICANCE, STREAMS, type DrawOptions } from './draws';
import { figure, notRun, ran, tooFew, type ValidationResult, type ValidationTopic } from './shape';
import { shuffledRows } from './shuffle';

/** Fewest spells in and out of the market that can be put in another order. */
const LEAST_SPELLS = 20;
const DRAWS_PER_CHECK = 50;

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

/**
 * Permutation of positions: how often positions in another order earn as much. It passes with a chance of 5 % or less.
 *
 * @param exposure  `f64[n]`, position value over equity at each close, signed fraction
 * @param close     `f64[n]`, closes of the instrument
 *
 * @throws BacktabError `cancelled`
 */
export async function signalPermutation(
  exposure: Column,
  close: Column,
  { seed, draws }: DrawOptions,
  job: Job = UNWATCHED,
): Promise<ValidationResult> {
  const moves = movesOf(close);
  const positions = exposure.subarray(0, moves.length);
  const spells = spellsOf(positions);
  if (spells.length < LEAST_SPELLS)
    return notRun(TOPIC, tooFew(LEAST_SPELLS, 'spells in or out of the market', spells.length));
  const found = earned(positions, moves);
  const shuffled: Column = new Float64Array(positions.length);
  let reached = 0;
  let total = 0;
  for (let path = 0; path < draws; path++) {
    if (path % DRAWS_PER_CHECK === 0) await job.checkpoint(path, draws);
    const order = shuffledRows(spells.length, new UniformStream(seed, path, STREAMS.signals));
    let at = 0;
    for (const k of order) {
      const { from, to } = spells[k]!;
      shuffled.set(positions.subarray(from, to), at);
      at += to - from;
    }
    const value = earned(shuffled, moves);
    total += value;
    if (value >= found) reached += 1;
  }
  await job.checkpoint(draws, draws);
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
