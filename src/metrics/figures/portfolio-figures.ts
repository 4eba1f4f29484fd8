import { carriedCash, type CarriedCash } from '../carried-cash';
import { concentration, CONCENTRATION_MINIMUM } from '../concentration';
import { costs } from '../costs';
import { costsByKind } from '../costs-by-kind';
import { exposure } from '../exposure';
import { exposureShares, type ExposureShares } from '../exposure-shares';
import { turnover } from '../turnover';
import { figuresOf, type FigureRow } from './figure-spec';
import { need } from './need';
import type { RunSample } from './run-sample';

type Row = FigureRow<RunSample>;

/** One member of the exposure shares. */
const share = (key: string, name: string, formula: string, member: keyof ExposureShares): Row => ({
  key,
  of: 'exposureShares',
  name,
  formula,
  unit: 'fraction',
  needs: [need(1, 'bar')],
  otherwise: 'The equity was zero or less on a bar.',
  measure: ({ input }) => exposureShares(input.series.exposure)?.[member] ?? null,
});

const spread = (
  key: string,
  name: string,
  member: 'mean' | 'greatest' | 'effectiveAssets',
  row: Partial<Row>,
): Row => ({
  key,
  of: 'concentration',
  name,
  unit: 'fraction',
  needs: [need(CONCENTRATION_MINIMUM, 'asset')],
  otherwise: 'No position at any close.',
  measure: ({ input }) => concentration(input.positions)?.[member] ?? null,
  ...row,
});

/** Money that came or went without a trade. */
const carried = (key: string, name: string, cause: keyof CarriedCash): Row => ({
  key,
  of: 'carriedCash',
  name,
  formula: `sum of what was booked as ${cause}, what goes out below 0`,
  unit: 'money',
  needs: [],
  better: 'higher',
  measure: ({ input }) => carriedCash(input.events)[cause],
});

/** How much was invested, traded and paid. */
export const PORTFOLIO_FIGURES = figuresOf<RunSample>('portfolio', [
  {
    key: 'exposure',
    unit: 'fraction',
    needs: [need(1, 'bar')],
    measure: ({ input }) => exposure(input.series.exposure),
  },
  share('longShare', 'Time long', 'bars that end long / bars', 'long'),
  share('shortShare', 'Time short', 'bars that end short / bars', 'short'),
  share('meanNetExposure', 'Mean net exposure', 'mean of position / equity, signed', 'meanNet'),
  share('meanGrossExposure', 'Mean gross exposure', 'mean of the size of position / equity', 'meanGross'),
  share('maxGrossExposure', 'Greatest gross exposure', 'greatest size of position / equity', 'maxGross'),
  {
    key: 'turnover',
    unit: 'times a year',
    needs: [need(1, 'bar')],
    otherwise: 'The equity was zero or less on a bar.',
    measure: ({ input }) => turnover(input.fills, input.series.equity, input.barsPerYear),
  },
  {
    key: 'costs',
    unit: 'money',
    needs: [],
    measure: ({ input }) => costs(input.fills),
  },
  {
    key: 'fees',
    of: 'costsByKind',
    name: 'Fees paid',
    formula: 'sum of the fees of all fills',
    unit: 'money',
    needs: [],
    better: 'lower',
    measure: ({ input }) => costsByKind(input.fills).all.fees,
  },
  {
    key: 'slippage',
    of: 'costsByKind',
    name: 'Slippage paid',
    formula: 'sum of quantity × distance of the fill from the price without slippage',
    unit: 'money',
    needs: [],
    better: 'lower',
    measure: ({ input }) => costsByKind(input.fills).all.slippage,
  },
  carried('dividends', 'Dividends', 'dividend'),
  carried('interest', 'Interest', 'interest'),
  carried('borrowFees', 'Borrow fees', 'borrowing'),
  carried('funding', 'Funding', 'funding'),
  spread('concentration', 'Concentration, mean', 'mean', {}),
  spread('maxConcentration', 'Concentration, greatest', 'greatest', {}),
  spread('effectiveAssets', 'Assets, as many as equal ones', 'effectiveAssets', {
    unit: 'ratio',
    formula: '1 / mean concentration',
  }),
]);
