import type { Sizing } from '../../core/order';
import type { MarketState } from '../market-state';
import { kellyOf, type TradeTally } from './kelly';
import { volatilityOf } from './volatility';

/** What sizes are made from, at the close of the bar that asks. */
export interface SizingContext {
  readonly market: MarketState;
  readonly markets: readonly MarketState[];
  /** Price that a unit is reckoned at: the limit or trigger of the order, else the close. */
  readonly price: number;
  /** Account currency per unit at a price of 1. */
  readonly rate: number;
  readonly equity: number;
  /** Protective stop; NaN without one. */
  readonly stop: number;
  readonly tally: TradeTally;
}

/** Sizes that the account and one price make. */
export type PlainSizing = Extract<
  Sizing,
  { readonly kind: 'units' | 'cash' | 'percent_of_equity' | 'risk_percent' }
>;

/** Whether the account and one price make a size. */
export const isPlainSizing = (sizing: Sizing): sizing is PlainSizing =>
  ['units', 'cash', 'percent_of_equity', 'risk_percent'].includes(sizing.kind);

/** Units of such a size; `unitsOf` says what of them. */
export function plainUnits(
  sizing: PlainSizing,
  { price, rate, equity, stop }: Pick<SizingContext, 'price' | 'rate' | 'equity' | 'stop'>,
): number {
  switch (sizing.kind) {
    case 'units':
      return sizing.units;
    case 'cash':
      return sizing.amount / (price * rate);
    case 'percent_of_equity':
      return ((sizing.percent / 100) * equity) / (price * rate);
    case 'risk_percent':
      return ((sizing.percent / 100) * equity) / (Math.abs(price - stop) * rate);
  }
}

/**
 * Units that an entry asks for, before they are cut down to whole lots.
 *
 * @returns  any number; what is no number above zero buys nothing
 */
export function unitsOf(sizing: Sizing, context: SizingContext): number {
  const { market, markets, price, rate, equity, tally } = context;
  const unitsFor = (value: number): number => value / (price * rate);
  switch (sizing.kind) {
    case 'units':
    case 'cash':
    case 'percent_of_equity':
    case 'risk_percent':
      return plainUnits(sizing, context);
    case 'volatility_target':
      return unitsFor((sizing.percent / 100 / volatilityOf(market, sizing.bars)) * equity);
    case 'inverse_volatility': {
      let sum = 0;
      for (const each of markets) {
        const inverse = 1 / volatilityOf(each, sizing.bars);
        if (inverse < Infinity) sum += inverse;
      }
      return unitsFor((sizing.percent / 100) * (1 / volatilityOf(market, sizing.bars) / sum) * equity);
    }
    case 'kelly': {
      const kelly = kellyOf(tally);
      return unitsFor((Number.isNaN(kelly) ? sizing.start / 100 : sizing.fraction * kelly) * equity);
    }
    case 'equal_weight':
      return unitsFor(equity / markets.length);
  }
}
