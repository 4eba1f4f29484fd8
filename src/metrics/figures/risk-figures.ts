import { averageDrawdown } from '../average-drawdown';
import { CORNISH_FISHER_MINIMUM } from '../cornish-fisher';
import { cornishFisherExpectedShortfall } from '../cornish-fisher-expected-shortfall';
import { cornishFisherValueAtRisk } from '../cornish-fisher-value-at-risk';
import { downsideDeviation } from '../downside-deviation';
import { excessKurtosis, KURTOSIS_MINIMUM } from '../excess-kurtosis';
import { expectedShortfall } from '../expected-shortfall';
import { gaussianExpectedShortfall } from '../gaussian-expected-shortfall';
import { gaussianValueAtRisk, GAUSSIAN_MINIMUM } from '../gaussian-value-at-risk';
import { longestUnderWater } from '../longest-under-water';
import { LOWER_PARTIAL_MOMENT_MINIMUM } from '../lower-partial-moment';
import { maxDrawdownDuration } from '../max-drawdown-duration';
import { painIndex } from '../pain-index';
import { skewness, SKEWNESS_MINIMUM } from '../skewness';
import { TAIL_RATIO_MINIMUM, tailRatio } from '../tail-ratio';
import { ulcerIndex } from '../ulcer-index';
import { tailMinimum, valueAtRisk } from '../value-at-risk';
import { volatility } from '../volatility';
import { figuresOf, type FigureRow } from './figure-spec';
import { need } from './need';
import type { RunSample } from './run-sample';

/** Share of the bars beyond value at risk and expected shortfall: 95 % confidence. */
export const TAIL = 0.05;

const STILL = 'The account never moved.';
const NO_DISTRIBUTION = 'Skew and kurtosis are too large: the expansion is no distribution in this tail.';

/** A loss in the tail, fraction a bar, lower is better. */
const loss = (
  key: string,
  least: number,
  otherwise: string,
  measure: FigureRow<RunSample>['measure'],
): FigureRow<RunSample> => ({
  key,
  unit: 'fraction a bar',
  needs: [need(least, 'return')],
  otherwise,
  better: 'lower',
  measure,
});

/** Spread, tails and falls. */
export const RISK_FIGURES = figuresOf<RunSample>('risk', [
  {
    key: 'volatility',
    unit: 'fraction a year',
    needs: [need(2, 'return')],
    measure: (sample) => volatility(sample.moments, sample.input.barsPerYear),
  },
  {
    key: 'downsideDeviation',
    unit: 'fraction a year',
    needs: [need(LOWER_PARTIAL_MOMENT_MINIMUM, 'return')],
    better: 'lower',
    measure: (sample) => downsideDeviation(sample.returns, 0, sample.input.barsPerYear),
  },
  { key: 'maxDrawdown', unit: 'fraction', needs: [need(1, 'bar')], measure: (sample) => sample.deepest },
  {
    key: 'maxDrawdownDuration',
    unit: 'bars',
    needs: [need(1, 'bar')],
    measure: ({ input }) => maxDrawdownDuration(input.series.drawdown),
  },
  {
    key: 'longestUnderWater',
    unit: 'days',
    needs: [need(1, 'bar')],
    better: 'lower',
    measure: ({ input }) => longestUnderWater(input.series.equity, input.series.time),
  },
  {
    key: 'averageDrawdown',
    unit: 'fraction',
    needs: [need(1, 'bar')],
    better: 'lower',
    measure: ({ input }) => averageDrawdown(input.series.equity),
  },
  {
    key: 'ulcerIndex',
    unit: 'fraction',
    needs: [need(1, 'bar')],
    better: 'lower',
    measure: ({ input }) => ulcerIndex(input.series.drawdown),
  },
  {
    key: 'painIndex',
    unit: 'fraction',
    needs: [need(1, 'bar')],
    better: 'lower',
    measure: ({ input }) => painIndex(input.series.drawdown),
  },
  loss('valueAtRisk', tailMinimum(TAIL), STILL, (sample) => valueAtRisk(sample.returns, TAIL)),
  loss('gaussianValueAtRisk', GAUSSIAN_MINIMUM, STILL, (sample) => gaussianValueAtRisk(sample.moments, TAIL)),
  loss('cornishFisherValueAtRisk', CORNISH_FISHER_MINIMUM, NO_DISTRIBUTION, (sample) =>
    cornishFisherValueAtRisk(sample.moments, TAIL),
  ),
  loss('expectedShortfall', tailMinimum(TAIL), STILL, (sample) => expectedShortfall(sample.returns, TAIL)),
  loss('gaussianExpectedShortfall', GAUSSIAN_MINIMUM, STILL, (sample) =>
    gaussianExpectedShortfall(sample.moments, TAIL),
  ),
  loss('cornishFisherExpectedShortfall', CORNISH_FISHER_MINIMUM, NO_DISTRIBUTION, (sample) =>
    cornishFisherExpectedShortfall(sample.moments, TAIL),
  ),
  {
    key: 'tailRatio',
    unit: 'ratio',
    needs: [need(TAIL_RATIO_MINIMUM, 'return')],
    otherwise: 'The 5 % quantile of the returns is zero.',
    better: 'higher',
    measure: (sample) => tailRatio(sample.returns),
  },
  {
    key: 'skewness',
    unit: 'ratio',
    needs: [need(SKEWNESS_MINIMUM, 'return')],
    otherwise: STILL,
    better: 'higher',
    measure: (sample) => skewness(sample.moments),
  },
  {
    key: 'excessKurtosis',
    unit: 'ratio',
    needs: [need(KURTOSIS_MINIMUM, 'return')],
    otherwise: STILL,
    better: 'lower',
    measure: (sample) => excessKurtosis(sample.moments),
  },
]);
