import type { DatasetManifest } from '../../core/dataset';
import type { Trade } from '../../core/order';
import type { TableColumn } from '../components/table';
import {
  changeClass,
  currencySymbol,
  formatInteger,
  formatNumber,
  formatPercent,
  formatTime,
} from '../format';
import { exitWords } from './order-words';

/** A trade with its number. */
export interface TradeRow {
  readonly index: number;
  readonly trade: Trade;
}

/** Columns of the trade list for data of one instrument. */
export function tradeColumns(dataset: DatasetManifest): readonly TableColumn<TradeRow>[] {
  const { zone, currency } = dataset.instrument;
  const symbol = currencySymbol(currency).trim();
  const when = (time: number): string => formatTime(time, zone, dataset.interval);
  const right = { align: 'right' } as const;
  return [
    {
      id: 'number',
      header: '#',
      label: 'Number',
      ...right,
      width: 3,
      text: (r) => `${r.index + 1}`,
      sortKey: (r) => r.index,
      tone: () => 'muted',
    },
    {
      id: 'side',
      header: 'Side, units',
      width: 5.5,
      text: (r) => `${r.trade.side === 'long' ? 'Long' : 'Short'} ${formatInteger(r.trade.quantity)}`,
      sortKey: (r) => r.trade.quantity,
    },
    {
      id: 'entered',
      header: 'Entered',
      width: 6.5,
      text: (r) => when(r.trade.entryTime),
      sortKey: (r) => r.trade.entryTime,
    },
    {
      id: 'entry-price',
      header: 'at',
      label: 'Entry price',
      ...right,
      width: 5.5,
      text: (r) => formatNumber(r.trade.entryPrice),
      sortKey: (r) => r.trade.entryPrice,
    },
    {
      id: 'left',
      header: 'Left',
      width: 6.5,
      text: (r) => when(r.trade.exitTime),
      sortKey: (r) => r.trade.exitTime,
    },
    {
      id: 'exit-price',
      header: 'at',
      label: 'Exit price',
      ...right,
      width: 5.5,
      text: (r) => formatNumber(r.trade.exitPrice),
      sortKey: (r) => r.trade.exitPrice,
    },
    {
      id: 'because',
      header: 'Because of',
      width: 9,
      text: (r) => exitWords(r.trade),
      sortKey: (r) => exitWords(r.trade),
    },
    {
      id: 'bars',
      header: 'Bars',
      ...right,
      width: 4,
      text: (r) => formatInteger(r.trade.exitBar - r.trade.entryBar),
      sortKey: (r) => r.trade.exitBar - r.trade.entryBar,
    },
    {
      id: 'return',
      header: 'Return, net',
      ...right,
      width: 6,
      text: (r) => formatPercent(r.trade.return, { decimals: 2, signed: true }),
      sortKey: (r) => r.trade.return,
      tone: (r) => changeClass(r.trade.return),
    },
    {
      id: 'pnl',
      header: `P&L, ${symbol}`,
      ...right,
      width: 5.5,
      text: (r) => formatInteger(r.trade.pnl, { signed: true }),
      sortKey: (r) => r.trade.pnl,
      tone: (r) => changeClass(r.trade.pnl),
    },
    {
      id: 'costs',
      header: `Costs, ${symbol}`,
      ...right,
      width: 5,
      text: (r) => formatInteger(r.trade.costs),
      sortKey: (r) => r.trade.costs,
      tone: () => 'muted',
    },
  ];
}
