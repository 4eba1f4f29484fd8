/** Bounds between the steps of the diverging scale, fractions. */
const STEPS = { month: [0.005, 0.02, 0.04, 0.065], year: [0.01, 0.05, 0.1, 0.2] } as const;

/**
 * Class of a return on the diverging scale: `d1` greatest loss, `d5` about zero, `d9` greatest gain.
 *
 * @param value  fraction
 * @param span   what it is the return of; a year needs more for a step than a month
 */
export function returnTone(value: number, span: 'month' | 'year'): string {
  const strength = STEPS[span].filter((bound) => Math.abs(value) >= bound).length;
  return `d${5 + Math.sign(value) * strength}`;
}
