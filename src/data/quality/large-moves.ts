import { isoDate } from '../../core/time';
import { ROWS_KEPT, yearOf, type Check } from './facts';
import { median } from './median';
import { signedPercent, yearsInWords } from './words';

/** Moves beyond as many robust deviations are listed. */
const DEVIATIONS = 8;

/** Makes the median absolute deviation an estimate of a normal standard deviation: 1 / Φ⁻¹(3/4). */
const NORMAL_SCALE = 1.482602218505602;

/**
 * Changes of the log close farther from their median than 8 robust deviations.
 *
 * @see Rousseeuw and Croux, Alternatives to the Median Absolute Deviation, 1993
 */
export const largeMoves: Check = ({ bars }) => {
  const { close, time } = bars;
  if (close.length < 30) return null;
  const moves = new Float64Array(close.length - 1);
  for (let i = 0; i < moves.length; i++) moves[i] = Math.log(close[i + 1]! / close[i]!);
  const middle = median(moves.slice());
  const distances = new Float64Array(moves.length);
  for (let i = 0; i < moves.length; i++) distances[i] = Math.abs(moves[i]! - middle);
  const deviation = NORMAL_SCALE * median(distances);
  if (deviation === 0) return null;
  const rows: number[] = [];
  let largest = 0;
  for (let i = 0; i < moves.length; i++) {
    const distance = Math.abs(moves[i]! - middle);
    if (distance <= DEVIATIONS * deviation) continue;
    rows.push(i + 1);
    if (distance > Math.abs(moves[largest]! - middle)) largest = i;
  }
  if (rows.length === 0) return null;
  const years = [...new Set(rows.map((row) => yearOf(time[row]!)))];
  const change = signedPercent(close[largest + 1]! / close[largest]! - 1);
  const where =
    years.length <= 6 ? `All are in ${yearsInWords(years)}, and all were kept.` : 'All were kept.';
  return {
    code: 'large_moves',
    level: 'caution',
    count: rows.length,
    title: 'Unusually large moves',
    detail: `More than ${DEVIATIONS} robust deviations. Largest ${change} on ${isoDate(time[largest + 1]!)}. ${where}`,
    rows: rows.slice(0, ROWS_KEPT),
  };
};
