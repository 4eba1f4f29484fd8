import type { Column } from '../../core/column';
import { averageLoss } from '../average-loss';
import { averageWin } from '../average-win';
import { buyAndHold } from '../buy-and-hold';
import { expectancy } from '../expectancy';
import { finite } from '../finite';
import { grossLoss } from '../gross-loss';
import { grossProfit } from '../gross-profit';
import { largestLoss } from '../largest-loss';
import { largestPosition } from '../largest-position';
import { largestWin } from '../largest-win';
import { REALISED_MINIMUM, realisedReturns, type RealisedReturns } from '../realised-returns';
import { realisedSharpe } from '../realised-sharpe';
import { realisedSortino } from '../realised-sortino';
import { quotient } from '../sample';
import { tradeExcursions } from '../trade-excursions';
import { winRate } from '../win-rate';
import { figuresOf, type FigureRow } from './figure-spec';
import { need } from './need';
import type { TradeSample } from './trade-sample';

/** Yearly risk-free rate of TradingView's ratios. */
export const TRADINGVIEW_RISK_FREE = 0.02;

/** One column of TradingView's report. */
export interface TradingViewSample extends TradeSample {
  readonly capital: number;
  /** `f64[n]`, Unix milliseconds. */
  readonly time: Column;
  /** Last close that is known; NaN with several instruments. */
  readonly lastPrice: number;
}

type Row = FigureRow<TradingViewSample>;

const realised = ({ time, closed, capital }: TradingViewSample): RealisedReturns | null =>
  realisedReturns(time, closed, capital);

const netProfit = ({ closed }: TradingViewSample): number => closed.reduce((sum, { pnl }) => sum + pnl, 0);

const TRADE = [need(1, 'trade')];

const MONEY: readonly Row[] = [
  money('tvNetProfit', 'netProfit', 'Net profit', 'gross profit − gross loss', (sample) => netProfit(sample)),
  {
    key: 'tvNetProfitShare',
    name: 'Net profit of the initial capital',
    formula: 'net profit / initial capital',
    unit: 'fraction',
    needs: [],
    better: 'higher',
    measure: (sample) => finite(netProfit(sample) / sample.capital),
  },
  {
    key: 'tvGrossProfit',
    of: 'grossProfit',
    unit: 'money',
    needs: [],
    better: 'higher',
    measure: ({ closed }) => finite(grossProfit(closed)),
  },
  {
    key: 'tvGrossLoss',
    of: 'grossLoss',
    unit: 'money',
    needs: [],
    better: 'lower',
    measure: ({ closed }) => finite(grossLoss(closed)),
  },
  money(
    'tvCommission',
    'costsByKind',
    'Commission paid',
    'sum of the fees of all fills, slippage is not part of it',
    ({ costs }) => costs.fees,
    'lower',
  ),
  money(
    'tvOpenProfit',
    'netProfit',
    'Open profit',
    'profit after the costs so far of the trades that are still open',
    ({ open }) => open.reduce((sum, { pnl }) => sum + pnl, 0),
  ),
  {
    key: 'tvBuyAndHold',
    of: 'buyAndHold',
    unit: 'fraction',
    needs: [],
    otherwise: 'No trade, or several instruments.',
    wholeOnly: true,
    measure: ({ closed, open, lastPrice }) => buyAndHold([...closed, ...open], lastPrice),
  },
];

function money(
  key: string,
  of: string,
  name: string,
  formula: string,
  measure: (sample: TradingViewSample) => number,
  better: 'higher' | 'lower' = 'higher',
): Row {
  return {
    key,
    of,
    name,
    formula,
    unit: 'money',
    needs: [],
    better,
    measure: (sample) => finite(measure(sample)),
  };
}

const excursion = (
  key: string,
  name: string,
  member: 'deepestFall' | 'highestRise',
  better: 'higher' | 'lower',
): readonly Row[] => {
  const measure = ({ closed, open, capital }: TradingViewSample): number =>
    tradeExcursions([...closed, ...open], capital)[member];
  const words = { of: 'tradeExcursions', needs: [], better, wholeOnly: true } as const;
  return [
    { ...words, key, name, unit: 'money', measure: (sample) => finite(measure(sample)) },
    {
      ...words,
      key: `${key}Share`,
      name: `${name}, of the initial capital`,
      unit: 'fraction',
      measure: (sample) => finite(measure(sample) / sample.capital),
    },
  ];
};

const RATIOS: readonly Row[] = [
  ...excursion('tvMaxRunUp', 'Max equity run-up', 'highestRise', 'higher'),
  ...excursion('tvMaxDrawdown', 'Max equity drawdown', 'deepestFall', 'lower'),
  {
    key: 'tvSharpe',
    of: 'realisedSharpe',
    unit: 'ratio',
    needs: [need(REALISED_MINIMUM, 'day')],
    otherwise: 'The realised account never moved.',
    better: 'higher',
    wholeOnly: true,
    measure: (sample) => realisedSharpe(realised(sample), TRADINGVIEW_RISK_FREE),
  },
  {
    key: 'tvSortino',
    of: 'realisedSortino',
    unit: 'ratio',
    needs: [need(REALISED_MINIMUM, 'day')],
    otherwise: 'No period with less than the risk-free rate.',
    better: 'higher',
    wholeOnly: true,
    measure: (sample) => realisedSortino(realised(sample), TRADINGVIEW_RISK_FREE),
  },
  {
    key: 'tvProfitFactor',
    of: 'profitFactor',
    formula: 'gross profit / gross loss',
    unit: 'ratio',
    needs: [need(1, 'loser')],
    measure: ({ closed }) => quotient(grossProfit(closed), grossLoss(closed)),
  },
  {
    key: 'tvMaxContracts',
    of: 'largestPosition',
    unit: 'units',
    needs: [],
    measure: ({ closed, open }) => largestPosition([...closed, ...open]),
  },
];

const count = (key: string, name: string, formula: string, measure: Row['measure']): Row => ({
  key,
  name,
  formula,
  unit: 'count',
  needs: [],
  measure,
});

const TRADES: readonly Row[] = [
  count('tvTrades', 'Total closed trades', 'trades with an exit', ({ closed }) => closed.length),
  count('tvOpenTrades', 'Total open trades', 'trades without an exit', ({ open }) => open.length),
  count(
    'tvWinners',
    'Winning trades',
    'closed trades with a profit after costs',
    ({ closed }) => closed.filter(({ pnl }) => pnl > 0).length,
  ),
  count(
    'tvLosers',
    'Losing trades',
    'closed trades with a loss after costs',
    ({ closed }) => closed.filter(({ pnl }) => pnl < 0).length,
  ),
  {
    key: 'tvPercentProfitable',
    of: 'winRate',
    name: 'Percent profitable',
    unit: 'fraction',
    needs: TRADE,
    measure: ({ closed }) => winRate(closed),
  },
  {
    key: 'tvAverageTrade',
    of: 'expectancy',
    name: 'Average profit or loss',
    formula: 'net profit / closed trades',
    unit: 'money',
    needs: TRADE,
    measure: ({ closed }) => expectancy(closed),
  },
  {
    key: 'tvAverageWinner',
    of: 'averageWin',
    name: 'Average winning trade',
    formula: 'gross profit / winning trades',
    unit: 'money',
    needs: [need(1, 'winner')],
    better: 'higher',
    measure: ({ closed }) => averageWin(closed),
  },
  {
    key: 'tvAverageLoser',
    of: 'averageLoss',
    name: 'Average losing trade',
    formula: 'gross loss / losing trades',
    unit: 'money',
    needs: [need(1, 'loser')],
    better: 'lower',
    measure: ({ closed }) => negated(averageLoss(closed)),
  },
  {
    key: 'tvWinLossRatio',
    of: 'payoffRatio',
    name: 'Average win over average loss',
    formula: 'average winning trade / average losing trade',
    unit: 'ratio',
    needs: [need(1, 'winner'), need(1, 'loser')],
    better: 'higher',
    measure: ({ closed }) => quotient(averageWin(closed), negated(averageLoss(closed))),
  },
  {
    key: 'tvLargestWinner',
    of: 'largestWin',
    name: 'Largest winning trade',
    unit: 'money',
    needs: [need(1, 'winner')],
    better: 'higher',
    measure: ({ closed }) => largestWin(closed),
  },
  {
    key: 'tvLargestLoser',
    of: 'largestLoss',
    name: 'Largest losing trade',
    formula: 'size of the lowest profit of a trade after costs',
    unit: 'money',
    needs: [need(1, 'loser')],
    better: 'lower',
    measure: ({ closed }) => negated(largestLoss(closed)),
  },
];

const negated = (value: number | null): number | null => (value === null ? null : -value);

/** The block by TradingView's conventions, in columns: all, long and short. */
export const TRADINGVIEW_FIGURES = figuresOf<TradingViewSample>('tradingview', [
  ...MONEY,
  ...RATIOS,
  ...TRADES,
]);
