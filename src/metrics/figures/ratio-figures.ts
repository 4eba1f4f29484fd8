import { adjustedSharpe, ADJUSTED_SHARPE_MINIMUM } from '../adjusted-sharpe';
import { burke } from '../burke';
import { calmar } from '../calmar';
import { commonSenseRatio } from '../common-sense-ratio';
import { deflatedSharpe } from '../deflated-sharpe';
import { finite } from '../finite';
import { gainToPain, GAIN_TO_PAIN_MINIMUM } from '../gain-to-pain';
import { kappa } from '../kappa';
import { kRatio, K_RATIO_MINIMUM } from '../k-ratio';
import { LO_SHARPE_MINIMUM, loSharpe } from '../lo-sharpe';
import { LOWER_PARTIAL_MOMENT_MINIMUM } from '../lower-partial-moment';
import { martin } from '../martin';
import { minimumTrackRecord, TRACK_RECORD_MINIMUM } from '../minimum-track-record';
import { neweyWestLags } from '../newey-west-lags';
import { omega, OMEGA_MINIMUM } from '../omega';
import { painIndex } from '../pain-index';
import { painRatio } from '../pain-ratio';
import { probabilisticSharpe } from '../probabilistic-sharpe';
import { rachev } from '../rachev';
import { robustSharpeError } from '../robust-sharpe-error';
import { sharpe } from '../sharpe';
import { sharpeError, type SharpeSample } from '../sharpe-error';
import { sortino } from '../sortino';
import { sterling, STERLING_EXCESS } from '../sterling';
import { TAIL_RATIO_MINIMUM } from '../tail-ratio';
import { ulcerIndex } from '../ulcer-index';
import { tailMinimum } from '../value-at-risk';
import { figuresOf, type FigureRow } from './figure-spec';
import { need } from './need';
import { TAIL } from './risk-figures';
import type { RunSample } from './run-sample';

/** Order of the kappa ratio: 1 would be omega less one, 2 Sortino. */
export const KAPPA_ORDER = 3;
/** Chance that the minimum track record asks for. */
export const TRACK_RECORD_CHANCE = 0.95;

const STILL = 'The account never moved.';
const NO_LOSS = 'No bar with a loss.';
const NO_FALL = 'The account never fell.';
/** One lag is looked at below 16 returns. */
const FEWEST_LAGS = 1;

type Row = FigureRow<RunSample>;

const sharpeSample = ({ moments }: RunSample): SharpeSample => ({
  ...moments,
  sharpe: moments.mean / moments.deviation,
});

const rootOfYear = (sample: RunSample): number => Math.sqrt(sample.input.barsPerYear);

/** Of the returns and how they are spread. */
const SHARPES: readonly Row[] = [
  {
    key: 'sharpe',
    unit: 'ratio',
    needs: [need(2, 'return')],
    otherwise: STILL,
    measure: (sample) => sharpe(sample.moments, sample.input.barsPerYear),
  },
  {
    key: 'sharpeError',
    name: 'Standard error of Sharpe, yearly',
    formula: '√((1 − skew × s + (kurtosis − 1) / 4 × s²) / (n − 1)) × √(bars a year), s the ratio per bar',
    unit: 'ratio',
    needs: [need(2, 'return')],
    otherwise: STILL,
    better: 'lower',
    measure: (sample) => finite(sharpeError(sharpeSample(sample)) * rootOfYear(sample)),
  },
  {
    key: 'robustSharpeError',
    name: 'Standard error of Sharpe, robust to autocorrelation, yearly',
    unit: 'ratio',
    needs: [need(2 + FEWEST_LAGS, 'return')],
    otherwise: STILL,
    better: 'lower',
    measure(sample) {
      const error = robustSharpeError(sample.returns, neweyWestLags(sample.returns.length));
      return error === null ? null : finite(error * rootOfYear(sample));
    },
  },
  {
    key: 'loSharpe',
    unit: 'ratio',
    needs: [need(LO_SHARPE_MINIMUM + FEWEST_LAGS, 'return')],
    otherwise:
      'The account never moved, or its returns revert so strongly that the year has no variance left.',
    better: 'higher',
    measure: ({ returns, input }) => loSharpe(returns, input.barsPerYear, neweyWestLags(returns.length)),
  },
  {
    key: 'adjustedSharpe',
    unit: 'ratio',
    needs: [need(ADJUSTED_SHARPE_MINIMUM, 'return')],
    otherwise: STILL,
    better: 'higher',
    measure: (sample) => adjustedSharpe(sample.moments, sample.input.barsPerYear),
  },
  {
    key: 'probabilisticSharpe',
    name: 'Chance of a true Sharpe above zero',
    unit: 'chance',
    needs: [need(2, 'return')],
    otherwise: STILL,
    better: 'higher',
    measure: (sample) => finite(probabilisticSharpe(sharpeSample(sample), 0)),
  },
  {
    key: 'deflatedSharpe',
    name: 'Chance of a true Sharpe above zero, after the tries',
    unit: 'chance',
    needs: [need(2, 'return')],
    otherwise: STILL,
    better: 'higher',
    measure: (sample) => finite(deflatedSharpe(sharpeSample(sample), sample.input.tries, null)),
  },
  {
    key: 'minimumTrackRecord',
    name: 'Bars until Sharpe is above zero with 95 %',
    unit: 'bars',
    needs: [need(TRACK_RECORD_MINIMUM, 'return')],
    otherwise: 'The Sharpe ratio is not above zero.',
    better: 'lower',
    measure(sample) {
      const bars = minimumTrackRecord(sharpeSample(sample), 0, TRACK_RECORD_CHANCE);
      return bars === null ? null : Math.ceil(bars);
    },
  },
  {
    key: 'kRatio',
    unit: 'ratio',
    needs: [need(K_RATIO_MINIMUM, 'bar')],
    otherwise: 'Equity is a perfect line, or was zero or less.',
    better: 'higher',
    measure: ({ input }) => kRatio(input.series.equity, input.barsPerYear),
  },
];

/** Of what was lost: bars with losses and tails. */
const DOWNSIDE: readonly Row[] = [
  {
    key: 'sortino',
    unit: 'ratio',
    needs: [need(2, 'return')],
    otherwise: NO_LOSS,
    measure: (sample) => sortino(sample.returns, sample.input.barsPerYear),
  },
  {
    key: 'omega',
    unit: 'ratio',
    needs: [need(OMEGA_MINIMUM, 'return')],
    otherwise: NO_LOSS,
    better: 'higher',
    measure: (sample) => omega(sample.returns, 0),
  },
  {
    key: 'kappa',
    name: 'Kappa ratio of order 3, by bar',
    unit: 'ratio',
    needs: [need(LOWER_PARTIAL_MOMENT_MINIMUM, 'return')],
    otherwise: NO_LOSS,
    better: 'higher',
    measure: (sample) => kappa(sample.returns, 0, KAPPA_ORDER),
  },
  {
    key: 'gainToPain',
    name: 'Gain-to-pain ratio, by month',
    unit: 'ratio',
    needs: [need(GAIN_TO_PAIN_MINIMUM, 'month')],
    otherwise: 'No month with a loss.',
    better: 'higher',
    measure: (sample) => gainToPain(sample.periods('month').returns),
  },
  {
    key: 'rachev',
    name: 'Rachev ratio, best and worst 5 %',
    unit: 'ratio',
    needs: [need(tailMinimum(TAIL), 'return')],
    otherwise: 'No loss in the worst 5 % of the bars.',
    better: 'higher',
    measure: (sample) => rachev(sample.returns, TAIL, TAIL),
  },
  {
    key: 'commonSenseRatio',
    unit: 'ratio',
    needs: [need(TAIL_RATIO_MINIMUM, 'return')],
    otherwise: NO_LOSS,
    better: 'higher',
    measure: (sample) => commonSenseRatio(sample.returns),
  },
];

const fall = (key: string, measure: Row['measure']): Row => ({
  key,
  unit: 'ratio',
  needs: [need(2, 'bar')],
  otherwise: NO_FALL,
  better: 'higher',
  measure,
});

/** Of the falls of the account. */
const FALLS: readonly Row[] = [
  fall('calmar', (sample) => calmar(sample.growth, sample.deepest)),
  fall('sterling', (sample) =>
    sterling(sample.growth, sample.input.series.equity, sample.input.series.time, STERLING_EXCESS),
  ),
  fall('burke', (sample) => burke(sample.growth, sample.input.series.equity)),
  fall('martin', (sample) => martin(sample.growth, ulcerIndex(sample.input.series.drawdown))),
  fall('painRatio', (sample) => painRatio(sample.growth, painIndex(sample.input.series.drawdown))),
];

/** What was earned for the risk, and how sure a Sharpe ratio is. */
export const RATIO_FIGURES = figuresOf<RunSample>('ratios', [...SHARPES, ...DOWNSIDE, ...FALLS]);
