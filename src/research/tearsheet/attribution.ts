import type { Column } from '../../core/column';
import type { Trade } from '../../core/order';
import { attributeByPeriod, type CalendarPeriod } from '../../metrics/attribute-by-period';
import { attribute, attributeByTag, type Contribution } from '../../metrics/attribute-by-tag';
import type { Attribution, AttributionRow } from './shape';

/**
 * Who earned what: by instrument, tag, exit, side and stretch of time.
 *
 * @param trades   trades of the run, also one that is still open
 * @param time     `f64[n]`, Unix milliseconds
 * @param equity   `f64[n]`, account value per bar
 * @param assetOf  the instrument of a trade
 */
export function attribution(
  trades: readonly Trade[],
  time: Column,
  equity: Column,
  assetOf: (trade: Trade) => string,
): Attribution {
  const periods = (period: CalendarPeriod): readonly AttributionRow[] =>
    attributeByPeriod(time, equity, period).map(({ key, pnl, return: part }) => ({
      key,
      trades: null,
      pnl,
      return: part,
    }));
  return {
    byAsset: attribute(trades, assetOf).map(groupRow),
    byTag: attributeByTag(trades).map(groupRow),
    byExit: attribute(trades, (trade) => (Number.isNaN(trade.exitBar) ? 'open' : trade.exitKind)).map(
      groupRow,
    ),
    bySide: attribute(trades, (trade) => trade.side).map(groupRow),
    byYear: periods('year'),
    byQuarter: periods('quarter'),
    byMonth: periods('month'),
  };
}

const groupRow = (row: Contribution): AttributionRow => ({ ...row, return: null });
