import type { SharedData } from '../../core/share';
import type { TradeSide, TradeSides } from '../../research/trade-sides';
import { formatInteger, formatNumber, formatPercent } from '../format';

/** A figure of a trade as it was sent and as it was found. */
export interface TradeRow {
  readonly name: string;
  readonly sent: string;
  readonly here: string;
  /** null where one side does not tell it. */
  readonly same: boolean | null;
}

const UNKNOWN = 'not told';
const NO_TRADE = 'no such trade';

/** The figures of the first trade that differs, row by row; values are compared as they are, not as they are shown. */
export function tradeRows({ sent, here }: TradeSides, data: SharedData): readonly TradeRow[] {
  const row = rowOf(sent, here);
  const several = data.sets.length > 1 || data.sets[0]?.alias !== null;
  return [
    ...(several
      ? [
          row(
            'Instrument',
            (s) => s.instrument,
            (s) => s.instrument,
          ),
        ]
      : []),
    row(
      'Side',
      (s) => s.side,
      (s) => s.side,
    ),
    row(
      'Quantity',
      (s) => s.quantity,
      (s) => number(s.quantity),
    ),
    row(
      'Entry',
      (s) => s.entryBar,
      (s) => barWords(s.entryBar, s.entryTime),
    ),
    row(
      'Entry price',
      (s) => s.entryPrice,
      (s) => number(s.entryPrice),
    ),
    row(
      'Exit',
      (s) => s.exitBar ?? 'open',
      (s) => (s.exitBar === null ? 'still open' : barWords(s.exitBar, s.exitTime)),
    ),
    row(
      'Exit price',
      (s) => s.exitPrice,
      (s) => (s.exitBar === null ? 'still open' : number(s.exitPrice)),
    ),
    row(
      'Return',
      (s) => s.return,
      (s) => (s.return === null ? null : formatPercent(s.return, { decimals: 4, signed: true })),
    ),
  ];
}

type Value = (side: TradeSide) => string | number | null;
type Write = (side: TradeSide) => string | null;

function rowOf(sent: TradeSide | null, here: TradeSide | null) {
  return (name: string, value: Value, write: Write): TradeRow => {
    const [mine, theirs] = [sent, here].map((side) => (side ? value(side) : null));
    return {
      name,
      sent: sent ? (write(sent) ?? UNKNOWN) : NO_TRADE,
      here: here ? (write(here) ?? UNKNOWN) : NO_TRADE,
      same: sent && here ? (mine === null || theirs === null ? null : mine === theirs) : false,
    };
  };
}

/** Eight digits, as many as a link tells. */
const number = (value: number | null): string | null =>
  value === null ? null : formatNumber(value, { decimals: decimalsOf(value) });

/** So many that eight digits are seen, without zeros at the end. */
function decimalsOf(value: number): number {
  const text = String(Number(value.toPrecision(8)));
  return text.includes('e') ? 8 : (text.split('.')[1]?.length ?? 0);
}

const barWords = (bar: number, time: number | null): string =>
  `${time === null ? '' : `${stamp(time)}, `}bar ${formatInteger(bar + 1)}`;

/** Day, and the time of day in UTC where it is not midnight. */
function stamp(time: number): string {
  const iso = new Date(time).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
