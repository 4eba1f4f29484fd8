import type { Column } from '../core/column';
import type { Trade } from '../core/order';
import { averageTrade } from './average-trade';
import { expectancy } from './expectancy';
import { profitFactor } from './profit-factor';
import { winRate } from './win-rate';
import { ambiguousTrades } from './ambiguous-trades';
import { averageLoss } from './average-loss';
import { averageMae } from './average-mae';
import { averageMfe } from './average-mfe';
import { averageWin } from './average-win';
import { edgeRatio } from './edge-ratio';
import { expectancyR } from './expectancy-r';
import { finite } from './finite';
import { holdingTime, type HoldingTime } from './holding-time';
import { kellyFraction } from './kelly-fraction';
import { largestLoss } from './largest-loss';
import { largestWin } from './largest-win';
import { payoffRatio } from './payoff-ratio';
import { rMultiples } from './r-multiples';
import { bySide, type Sides } from './sides';
import { streaks, type Streaks } from './streaks';
import { systemQuality } from './system-quality';
import { tradeDistribution, type TradeDistribution } from './trade-distribution';

/** One column of the table of trades. Formula, unit and minimum of each stand in the file of its name. */
export interface TradeColumn {
  readonly count: number;
  readonly winRate: number | null;
  readonly payoffRatio: number | null;
  readonly profitFactor: number | null;
  readonly expectancy: number | null;
  readonly expectancyR: number | null;
  readonly averageTrade: number | null;
  readonly averageWin: number | null;
  readonly averageLoss: number | null;
  readonly largestWin: number | null;
  readonly largestLoss: number | null;
  readonly averageMae: number | null;
  readonly averageMfe: number | null;
  readonly edgeRatio: number | null;
  /** Of the profits in account currency. */
  readonly systemQuality: number | null;
  /** Of the R multiples of the trades with a stop. */
  readonly systemQualityR: number | null;
  readonly kellyFraction: number | null;
  readonly streaks: Streaks | null;
  readonly holdingTime: HoldingTime;
  readonly winnersHeld: HoldingTime;
  readonly losersHeld: HoldingTime;
  /** Fees of the closed trades, account currency; slippage is told apart by `costsByKind`. */
  readonly fees: number;
  readonly ambiguous: number;
  readonly distribution: TradeDistribution | null;
}

/**
 * The table of trades: all, long and short.
 *
 * @param trades  trades of the run; one that is still open does not count
 * @param atr     `f64[n]`, average true range per bar in quote currency, for the edge ratio; null for none
 */
export function tradeTable(trades: readonly Trade[], atr: Column | null): Sides<TradeColumn> {
  return bySide(trades, (closed) => tradeColumn(closed, atr));
}

function tradeColumn(closed: readonly Trade[], atr: Column | null): TradeColumn {
  return {
    count: closed.length,
    winRate: winRate(closed),
    payoffRatio: payoffRatio(closed),
    profitFactor: known(profitFactor(closed)),
    expectancy: known(expectancy(closed)),
    expectancyR: expectancyR(closed),
    averageTrade: known(averageTrade(closed)),
    averageWin: averageWin(closed),
    averageLoss: averageLoss(closed),
    largestWin: largestWin(closed),
    largestLoss: largestLoss(closed),
    averageMae: averageMae(closed),
    averageMfe: averageMfe(closed),
    edgeRatio: edgeRatio(closed, atr),
    systemQuality: systemQuality(closed.map((trade) => trade.pnl)),
    systemQualityR: systemQuality(rMultiples(closed)),
    kellyFraction: kellyFraction(closed),
    streaks: streaks(closed),
    holdingTime: holdingTime(closed),
    winnersHeld: holdingTime(closed.filter((trade) => trade.pnl > 0)),
    losersHeld: holdingTime(closed.filter((trade) => trade.pnl < 0)),
    fees: closed.reduce((sum, trade) => sum + trade.costs, 0),
    ambiguous: ambiguousTrades(closed),
    distribution: tradeDistribution(closed),
  };
}

const known = (value: number | null): number | null => (value === null ? null : finite(value));
