import { activeReturn } from '../active-return';
import { alpha } from '../alpha';
import { beta } from '../beta';
import { cagr } from '../cagr';
import { capture, CAPTURE_MINIMUM } from '../capture';
import { captureRatio } from '../capture-ratio';
import { BENCHMARK_MINIMUM } from '../comoments';
import { correlation } from '../correlation';
import { informationRatio } from '../information-ratio';
import { mSquared } from '../m-squared';
import { drawdowns, maxDrawdown } from '../max-drawdown';
import { rSquared } from '../r-squared';
import { sharpe } from '../sharpe';
import { totalReturn } from '../total-return';
import { trackingError } from '../tracking-error';
import { treynor } from '../treynor';
import { volatility } from '../volatility';
import { figuresOf, type FigureRow } from './figure-spec';
import { need } from './need';
import type { RunSample } from './run-sample';

const STILL = 'The benchmark never moved, or the account did not.';

type Row = FigureRow<RunSample>;

/** A figure of both columns of returns. */
const pair = (row: Omit<Row, 'needs'>): Row => ({
  otherwise: STILL,
  ...row,
  needs: [need(BENCHMARK_MINIMUM, 'pair of returns')],
});

/** The benchmark's own figure under the words of a headline one. */
const own = (key: string, of: string, name: string, unit: Row['unit'], measure: Row['measure']): Row => ({
  key,
  of,
  name,
  unit,
  needs: [need(1, 'pair of returns')],
  measure,
});

const equityOf = ({ input }: RunSample) => input.benchmark?.equity ?? new Float64Array(0);

const OWN: readonly Row[] = [
  own('benchmarkReturn', 'totalReturn', 'Total return of the benchmark', 'fraction', (sample) =>
    totalReturn(equityOf(sample)),
  ),
  own('benchmarkCagr', 'cagr', 'Growth a year of the benchmark', 'fraction a year', (sample) =>
    cagr(equityOf(sample), sample.input.series.time),
  ),
  own(
    'benchmarkVolatility',
    'volatility',
    'Volatility of the benchmark, yearly',
    'fraction a year',
    (sample) => volatility(sample.benchmarkMoments, sample.input.barsPerYear),
  ),
  own('benchmarkSharpe', 'sharpe', 'Sharpe of the benchmark, yearly', 'ratio', (sample) =>
    sharpe(sample.benchmarkMoments, sample.input.barsPerYear),
  ),
  own('benchmarkMaxDrawdown', 'maxDrawdown', 'Deepest fall of the benchmark', 'fraction', (sample) =>
    maxDrawdown(drawdowns(equityOf(sample))),
  ),
];

const PAIRS: readonly Row[] = [
  pair({
    key: 'activeReturn',
    unit: 'fraction a year',
    better: 'higher',
    measure: ({ returns, benchmarkReturns, input }) =>
      activeReturn(returns, benchmarkReturns, input.barsPerYear),
  }),
  pair({
    key: 'alpha',
    unit: 'fraction a year',
    better: 'higher',
    measure: (sample) =>
      alpha(sample.returns, sample.benchmarkReturns, sample.input.barsPerYear, sample.riskFreePerBar),
  }),
  pair({ key: 'beta', unit: 'ratio', measure: (sample) => beta(sample.returns, sample.benchmarkReturns) }),
  pair({
    key: 'correlation',
    unit: 'ratio',
    measure: (sample) => correlation(sample.returns, sample.benchmarkReturns),
  }),
  pair({
    key: 'rSquared',
    unit: 'fraction',
    measure: (sample) => rSquared(sample.returns, sample.benchmarkReturns),
  }),
  pair({
    key: 'trackingError',
    unit: 'fraction a year',
    better: 'lower',
    measure: ({ returns, benchmarkReturns, input }) =>
      trackingError(returns, benchmarkReturns, input.barsPerYear),
  }),
  pair({
    key: 'informationRatio',
    unit: 'ratio',
    better: 'higher',
    otherwise: 'The account moved with the benchmark.',
    measure: ({ returns, benchmarkReturns, input }) =>
      informationRatio(returns, benchmarkReturns, input.barsPerYear),
  }),
  pair({
    key: 'treynor',
    unit: 'fraction a year',
    better: 'higher',
    measure: (sample) =>
      treynor(sample.returns, sample.benchmarkReturns, sample.input.barsPerYear, sample.riskFreePerBar),
  }),
  pair({
    key: 'mSquared',
    unit: 'fraction a year',
    better: 'higher',
    measure: (sample) =>
      mSquared(sample.returns, sample.benchmarkReturns, sample.input.barsPerYear, sample.riskFreePerBar),
  }),
];

const RISING = need(CAPTURE_MINIMUM, 'rising bar of the benchmark');
const FALLING = need(CAPTURE_MINIMUM, 'falling bar of the benchmark');

const CAPTURES: readonly Row[] = [
  {
    key: 'upCapture',
    of: 'capture',
    name: 'Capture of its rises',
    unit: 'ratio',
    needs: [RISING],
    better: 'higher',
    measure: ({ returns, benchmarkReturns, input }) =>
      capture(returns, benchmarkReturns, input.barsPerYear, 'up'),
  },
  {
    key: 'downCapture',
    of: 'capture',
    name: 'Capture of its falls',
    unit: 'ratio',
    needs: [FALLING],
    better: 'lower',
    measure: ({ returns, benchmarkReturns, input }) =>
      capture(returns, benchmarkReturns, input.barsPerYear, 'down'),
  },
  {
    key: 'captureRatio',
    unit: 'ratio',
    needs: [RISING, FALLING],
    better: 'higher',
    measure: ({ returns, benchmarkReturns, input }) =>
      captureRatio(returns, benchmarkReturns, input.barsPerYear),
  },
];

/** Against a benchmark; without one all are null. */
export const BENCHMARK_FIGURES = figuresOf<RunSample>('benchmark', [...OWN, ...PAIRS, ...CAPTURES]);
