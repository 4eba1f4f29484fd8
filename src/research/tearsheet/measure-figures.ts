import { finite } from '../../metrics/finite';
import type { FigureSpec } from '../../metrics/figures/figure-spec';
import { needWords, shortage, type SampleCounts } from '../../metrics/figures/need';
import type { Sides } from '../../metrics/sides';
import type { Figure, FigureValue, FigureWords, SideFigure } from './shape';

/**
 * Measures figures on one sample. Below its stated least sample a figure has a reason and no value, also where its
 * formula would give one.
 *
 * @param specs   the list
 * @param sample  what they are measured on
 * @param counts  sample sizes
 * @param absent  reason for all of them, as `There is no benchmark.`; null to measure
 */
export const measureFigures = <S>(
  specs: readonly FigureSpec<S>[],
  sample: S,
  counts: SampleCounts,
  absent: string | null = null,
): readonly Figure[] =>
  specs.map((spec) => ({ ...wordsOf(spec), ...(absent ? without(absent) : valueOf(spec, sample, counts)) }));

/** Measures figures in columns: all, long and short. */
export const measureSides = <S>(
  specs: readonly FigureSpec<S>[],
  samples: Sides<S>,
  counts: Sides<SampleCounts>,
): readonly SideFigure[] =>
  specs.map((spec) => {
    const ofSide = (side: 'long' | 'short'): FigureValue =>
      spec.wholeOnly ? without('Of the whole account only.') : valueOf(spec, samples[side], counts[side]);
    return {
      ...wordsOf(spec),
      all: valueOf(spec, samples.all, counts.all),
      long: ofSide('long'),
      short: ofSide('short'),
    };
  });

function wordsOf<S>({
  key,
  name,
  unit,
  formula,
  reference,
  needs,
  higherIsBetter,
}: FigureSpec<S>): FigureWords {
  return { key, name, unit, formula, reference, needs: needWords(needs), higherIsBetter };
}

function valueOf<S>(spec: FigureSpec<S>, sample: S, counts: SampleCounts): FigureValue {
  const missing = shortage(spec.needs, counts);
  if (missing !== null) return without(missing);
  const value = spec.measure(sample);
  const known = value === null ? null : finite(value);
  return known === null ? without(spec.otherwise) : { value: known, reason: null, interval: null };
}

const without = (reason: string): FigureValue => ({ value: null, reason, interval: null });
