import type { Trade } from '../../core/order';
import { DAY_MS } from '../../core/time';
import { ambiguousTrades } from '../ambiguous-trades';
import { averageLoss } from '../average-loss';
import { averageMae } from '../average-mae';
import { averageMfe } from '../average-mfe';
import { averageTrade } from '../average-trade';
import { averageWin } from '../average-win';
import { edgeRatio } from '../edge-ratio';
import { expectancy } from '../expectancy';
import { expectancyR } from '../expectancy-r';
import { finite } from '../finite';
import { holdingTime, type HoldingTime } from '../holding-time';
import { KELLY_MINIMUM, kellyFraction } from '../kelly-fraction';
import { largestLoss } from '../largest-loss';
import { largestWin } from '../largest-win';
import { median } from '../median';
import { payoffRatio } from '../payoff-ratio';
import { profitFactor } from '../profit-factor';
import { rMultiples } from '../r-multiples';
import { streaks } from '../streaks';
import { SYSTEM_QUALITY_MINIMUM, systemQuality } from '../system-quality';
import { winRate } from '../win-rate';
import { figuresOf, type FigureRow } from './figure-spec';
import { need } from './need';
import type { TradeSample } from './trade-sample';

type Row = FigureRow<TradeSample>;

const TRADE = [need(1, 'trade')];
const WINNER = [need(1, 'winner')];
const LOSER = [need(1, 'loser')];
const SAME = 'All results are equal.';

const winners = ({ closed }: TradeSample): readonly Trade[] => closed.filter(({ pnl }) => pnl > 0);
const losers = ({ closed }: TradeSample): readonly Trade[] => closed.filter(({ pnl }) => pnl < 0);

const COUNTS: readonly Row[] = [
  { key: 'trades', unit: 'count', needs: [], measure: ({ closed }) => closed.length },
  {
    key: 'winningTrades',
    name: 'Winners',
    formula: 'closed trades with a profit after costs',
    unit: 'count',
    needs: [],
    better: 'higher',
    measure: (sample) => winners(sample).length,
  },
  {
    key: 'losingTrades',
    name: 'Losers',
    formula: 'closed trades with a loss after costs',
    unit: 'count',
    needs: [],
    better: 'lower',
    measure: (sample) => losers(sample).length,
  },
  { key: 'winRate', unit: 'fraction', needs: TRADE, measure: ({ closed }) => winRate(closed) },
];

const RESULTS: readonly Row[] = [
  {
    key: 'netProfit',
    name: 'Profit of the closed trades',
    formula: 'sum of the profits after costs',
    unit: 'money',
    needs: [],
    better: 'higher',
    measure: ({ closed }) => finite(closed.reduce((sum, { pnl }) => sum + pnl, 0)),
  },
  { key: 'profitFactor', unit: 'ratio', needs: LOSER, measure: ({ closed }) => known(profitFactor(closed)) },
  {
    key: 'payoffRatio',
    unit: 'ratio',
    needs: [...WINNER, ...LOSER],
    better: 'higher',
    measure: ({ closed }) => payoffRatio(closed),
  },
  { key: 'expectancy', unit: 'money', needs: TRADE, measure: ({ closed }) => known(expectancy(closed)) },
  {
    key: 'expectancyR',
    unit: 'R',
    needs: [need(1, 'trade with a stop')],
    better: 'higher',
    measure: ({ closed }) => expectancyR(closed),
  },
  {
    key: 'averageTrade',
    unit: 'fraction',
    needs: TRADE,
    measure: ({ closed }) => known(averageTrade(closed)),
  },
  {
    key: 'medianTrade',
    name: 'Median trade',
    formula: 'median of profit after costs / entry value over the closed trades',
    unit: 'fraction',
    needs: TRADE,
    better: 'higher',
    measure: ({ closed }) => finite(median(closed.map((trade) => trade.return))),
  },
  {
    key: 'averageWin',
    unit: 'money',
    needs: WINNER,
    better: 'higher',
    measure: ({ closed }) => averageWin(closed),
  },
  {
    key: 'averageLoss',
    unit: 'money',
    needs: LOSER,
    better: 'higher',
    measure: ({ closed }) => averageLoss(closed),
  },
  {
    key: 'largestWin',
    unit: 'money',
    needs: WINNER,
    better: 'higher',
    measure: ({ closed }) => largestWin(closed),
  },
  {
    key: 'largestLoss',
    unit: 'money',
    needs: LOSER,
    better: 'higher',
    measure: ({ closed }) => largestLoss(closed),
  },
];

const QUALITY: readonly Row[] = [
  {
    key: 'averageMae',
    unit: 'fraction',
    needs: TRADE,
    better: 'higher',
    measure: ({ closed }) => averageMae(closed),
  },
  {
    key: 'averageMfe',
    unit: 'fraction',
    needs: TRADE,
    better: 'higher',
    measure: ({ closed }) => averageMfe(closed),
  },
  {
    key: 'edgeRatio',
    unit: 'ratio',
    needs: TRADE,
    otherwise: 'The price never went against a trade whose volatility at the entry is known.',
    better: 'higher',
    measure: ({ closed, atr }) => edgeRatio(closed, atr),
  },
  {
    key: 'systemQuality',
    name: 'System quality number, money',
    unit: 'ratio',
    needs: [need(SYSTEM_QUALITY_MINIMUM, 'trade')],
    otherwise: SAME,
    better: 'higher',
    measure: ({ closed }) => systemQuality(closed.map((trade) => trade.pnl)),
  },
  {
    key: 'systemQualityR',
    of: 'systemQuality',
    name: 'System quality number, R',
    unit: 'ratio',
    needs: [need(SYSTEM_QUALITY_MINIMUM, 'trade with a stop')],
    otherwise: SAME,
    better: 'higher',
    measure: ({ closed }) => systemQuality(rMultiples(closed)),
  },
  {
    key: 'kellyFraction',
    unit: 'fraction',
    needs: [need(KELLY_MINIMUM, 'decided trade'), ...WINNER, ...LOSER],
    better: 'higher',
    measure: ({ closed }) => kellyFraction(closed),
  },
  {
    key: 'longestWinStreak',
    of: 'streaks',
    name: 'Most winners in a row',
    unit: 'trades',
    needs: TRADE,
    better: 'higher',
    measure: ({ closed }) => streaks(closed)?.longestWin ?? null,
  },
  {
    key: 'longestLossStreak',
    of: 'streaks',
    name: 'Most losers in a row',
    unit: 'trades',
    needs: TRADE,
    better: 'lower',
    measure: ({ closed }) => streaks(closed)?.longestLoss ?? null,
  },
];

const held = (
  key: string,
  name: string,
  formula: string,
  member: keyof HoldingTime,
  trades: (sample: TradeSample) => readonly Trade[] = ({ closed }) => closed,
  needs = TRADE,
): Row => ({
  key,
  of: 'holdingTime',
  name,
  formula,
  unit: 'bars',
  needs,
  measure: (sample) => holdingTime(trades(sample))[member],
});

const HELD: readonly Row[] = [
  held('averageBarsHeld', 'Bars held, mean', 'mean of exit bar − entry bar', 'averageBars'),
  held('medianBarsHeld', 'Bars held, median', 'median of exit bar − entry bar', 'medianBars'),
  held('shortestBarsHeld', 'Bars held, least', 'least of exit bar − entry bar', 'shortestBars'),
  held('longestBarsHeld', 'Bars held, most', 'most of exit bar − entry bar', 'longestBars'),
  held(
    'averageBarsWon',
    'Bars held by winners',
    'mean of exit bar − entry bar',
    'averageBars',
    winners,
    WINNER,
  ),
  held(
    'averageBarsLost',
    'Bars held by losers',
    'mean of exit bar − entry bar',
    'averageBars',
    losers,
    LOSER,
  ),
  {
    key: 'averageDaysHeld',
    of: 'holdingTime',
    name: 'Days held, mean',
    formula: 'mean of exit time − entry time by the calendar',
    unit: 'days',
    needs: TRADE,
    measure: ({ closed }) => {
      const { averageMs } = holdingTime(closed);
      return averageMs === null ? null : averageMs / DAY_MS;
    },
  },
];

const PAID: readonly Row[] = [
  {
    key: 'tradeFees',
    of: 'costsByKind',
    name: 'Fees paid',
    formula: 'sum of the fees of the fills on this side of the position, open trades included',
    unit: 'money',
    needs: [],
    better: 'lower',
    measure: ({ costs }) => finite(costs.fees),
  },
  {
    key: 'tradeSlippage',
    of: 'costsByKind',
    name: 'Slippage paid',
    formula: 'sum of the slippage of the fills on this side of the position, open trades included',
    unit: 'money',
    needs: [],
    better: 'lower',
    measure: ({ costs }) => finite(costs.slippage),
  },
  {
    key: 'ambiguousTrades',
    unit: 'count',
    needs: [],
    better: 'lower',
    measure: ({ closed }) => ambiguousTrades(closed),
  },
];

const known = (value: number | null): number | null => (value === null ? null : finite(value));

/** Closed trades, in columns: all, long and short. */
export const TRADE_FIGURES = figuresOf<TradeSample>('trades', [
  ...COUNTS,
  ...RESULTS,
  ...QUALITY,
  ...HELD,
  ...PAID,
]);
