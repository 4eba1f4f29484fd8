import type { Column } from '../core/column';
import type { OrderId } from '../core/nominal';
import type { Fill, Trade } from '../core/order';
import { isAmbiguous, type ExitData } from './ambiguity';
import { excursions } from './excursions';
import { Extremes } from './extremes';
import type { OrderTable } from './order-table';
import type { Split } from '../core/event';

/** What trades are folded from. */
export interface TradeSources {
  /** In order. */
  readonly fills: readonly Fill[];
  readonly orders: OrderTable;
  readonly splits: readonly Split[];
  readonly markets: readonly TradedMarket[];
}

/** What is known of an instrument when the data end. */
export interface TradedMarket extends ExitData {
  /** Last close that was a price, at which what is still open is valued. */
  readonly mark: number;
  /** Account currency per unit at a price of 1. */
  readonly rate: number;
}

/** Levels of the brackets of orders, by row; NaN where there is none. */
interface Brackets {
  readonly stop: Column;
  readonly target: Column;
}

/** Units of one entry order that are still open. */
class Lot {
  readonly order: OrderId;
  readonly bar: number;
  readonly time: number;
  /** Splits of the instrument that came before its entry. */
  readonly splits: number;
  quantity: number;
  /** Average price, in units after the splits so far; account currency per unit at a price of 1, at entry. */
  price: number;
  rate: number;
  fee: number;

  constructor({ order, bar, time, quantity, price, rate, fee }: Omit<Lot, 'splits'>, splits: number) {
    this.order = order;
    this.bar = bar;
    this.time = time;
    this.splits = splits;
    this.quantity = quantity;
    this.price = price;
    this.rate = rate;
    this.fee = fee;
  }
}

/** Part of a lot that one order closed, or that is open at the end. */
class Piece {
  readonly lot: Lot;
  readonly side: 'long' | 'short';
  readonly market: number;
  /** Splits of the instrument that came before its exit. */
  readonly splits: number;
  /** First and last fill of the exit; null while open. */
  exit: Fill | null;
  quantity: number;
  fee: number;
  exitPrice: number;
  exitRate: number;
  exitFee: number;

  constructor(
    lot: Lot,
    side: 'long' | 'short',
    market: number,
    quantity: number,
    exit: Fill | null,
    splits: number,
  ) {
    this.lot = lot;
    this.side = side;
    this.market = market;
    this.splits = splits;
    this.exit = exit;
    this.quantity = quantity;
    this.fee = quantity === lot.quantity ? lot.fee : lot.fee * (quantity / lot.quantity);
    this.exitPrice = exit ? exit.price : NaN;
    this.exitRate = exit ? exit.rate : NaN;
    this.exitFee = !exit ? 0 : quantity === exit.quantity ? exit.fee : exit.fee * (quantity / exit.quantity);
  }
}

/**
 * Folds fills into round trips, first in first out. Nothing of a trade is kept anywhere else: prices, fees and reasons
 * come from its fills, levels from the bracket of its entry order, excursions from the bars held. Fills of one order
 * are one side of a trade: what one order opened and one order closed is one trade, however many fills it took.
 *
 * @returns  trades in order of their entry, then of their exit; those still open at the end have NaN for their exit
 */
export function tradesOf({ fills, orders, splits, markets }: TradeSources): readonly Trade[] {
  const brackets = bracketsOf(orders);
  const pieces = piecesOf(fills, splits, markets.length, orders);
  const extremes = markets.map(({ bars }) => new Extremes(bars));
  return pieces.map((piece) =>
    roundTrip(piece, orders, brackets, markets[piece.market]!, extremes[piece.market]!, splits),
  );
}

function bracketsOf(orders: OrderTable): Brackets {
  const stop: Column = new Float64Array(orders.length).fill(NaN);
  const target: Column = new Float64Array(orders.length).fill(NaN);
  for (let row = 0; row < orders.length; row++) {
    const parent = orders.parentAt(row);
    if (parent === null) continue;
    const levels = orders.typeAt(row) === 'limit' ? target : stop;
    levels[orders.rowOf(parent)] = orders.priceAt(row);
  }
  return { stop, target };
}

function piecesOf(
  fills: readonly Fill[],
  splits: readonly Split[],
  markets: number,
  orders: OrderTable,
): readonly Piece[] {
  const open = Array.from({ length: markets }, () => ({ long: [] as Lot[], short: [] as Lot[] }));
  const closed: Piece[] = [];
  const passed = Array.from({ length: markets }, () => 0);
  for (const fill of fills) {
    const { market } = fill;
    const book = open[market]!;
    const count = (passed[market] = splitLots(book, splits, market, fill.bar, passed[market]!));
    const side = (fill.side === 'buy') === (fill.effect === 'open') ? 'long' : 'short';
    if (fill.effect === 'open') openLot(book[side], fill, count);
    else closeLots(book[side], fill, side, closed, orders.parentAt(orders.rowOf(fill.order)), count);
  }
  const rest = open.flatMap((book, market) => {
    const count = splitLots(book, splits, market, Infinity, passed[market]!);
    return (['long', 'short'] as const).flatMap((side) =>
      book[side].map((lot) => new Piece(lot, side, market, lot.quantity, null, count)),
    );
  });
  for (const piece of rest) closed.push(piece);
  return closed.sort((a, b) => a.lot.time - b.lot.time || a.lot.order - b.lot.order);
}

/** Brings lots to the units that they have at a bar, after its split; answers how many splits have passed. */
function splitLots(
  book: { readonly long: Lot[]; readonly short: Lot[] },
  splits: readonly Split[],
  market: number,
  bar: number,
  passed: number,
): number {
  let count = 0;
  for (const split of splits) {
    if (split.market !== market || split.bar > bar) continue;
    count += 1;
    if (count <= passed) continue;
    for (const lot of [...book.long, ...book.short]) {
      lot.quantity *= split.ratio;
      lot.price /= split.ratio;
    }
  }
  return count;
}

function openLot(lots: Lot[], fill: Fill, splits: number): void {
  const { order, quantity, price, rate, fee } = fill;
  const last = lots.at(-1);
  if (last?.order !== order || last.splits !== splits) {
    lots.push(new Lot(fill, splits));
    return;
  }
  addTo(last, last.quantity, { price, rate }, quantity);
  last.quantity += quantity;
  last.fee += fee;
}

interface Priced {
  price: number;
  rate: number;
}

/** Takes more units at another price into an average, so that their value stays what it was. */
function addTo(average: Priced, units: number, { price, rate }: Priced, more: number): void {
  const value = mean(average.price * average.rate, units, price * rate, more);
  average.price = mean(average.price, units, price, more);
  average.rate = value / average.price;
}

/** Mean of two values weighed by units; exact when they are equal. */
const mean = (a: number, units: number, b: number, more: number): number =>
  a === b ? a : (a * units + b * more) / (units + more);

function closeLots(
  lots: Lot[],
  fill: Fill,
  side: 'long' | 'short',
  closed: Piece[],
  parent: OrderId | null,
  splits: number,
): void {
  let left = fill.quantity;
  while (left > fill.quantity * SLACK && lots.length > 0) {
    const own = parent === null ? -1 : lots.findIndex((lot) => lot.order === parent);
    const at = Math.max(0, own);
    const lot = lots[at]!;
    const takesAll = lot.quantity <= left * (1 + SLACK);
    const quantity = takesAll ? lot.quantity : left;
    addPiece(
      closed,
      new Piece(takesAll ? lot : new Lot(lot, lot.splits), side, fill.market, quantity, fill, splits),
    );
    left -= quantity;
    if (takesAll) {
      if (at === 0) lots.shift();
      else lots.splice(at, 1);
      continue;
    }
    lot.fee *= 1 - quantity / lot.quantity;
    lot.quantity -= quantity;
  }
}

/** Share by which sums of units may miss each other. */
const SLACK = 1e-9;

/** Joins fills of one closing order on one lot, which may have grown in between. */
function addPiece(closed: Piece[], piece: Piece): void {
  const last = closed.at(-1);
  const isSame =
    last?.exit && piece.exit && last.exit.order === piece.exit.order && last.lot.order === piece.lot.order;
  if (!isSame || last.lot.splits !== piece.lot.splits || last.splits !== piece.splits) {
    closed.push(piece);
    return;
  }
  const exit = { price: last.exitPrice, rate: last.exitRate };
  addTo(exit, last.quantity, { price: piece.exitPrice, rate: piece.exitRate }, piece.quantity);
  last.exitPrice = exit.price;
  last.exitRate = exit.rate;
  // the lot may have grown between the two
  addTo(last.lot, last.quantity, piece.lot, piece.quantity);
  last.exit = piece.exit;
  last.quantity += piece.quantity;
  last.fee += piece.fee;
  last.exitFee += piece.exitFee;
}

function roundTrip(
  piece: Piece,
  orders: OrderTable,
  brackets: Brackets,
  market: TradedMarket,
  extremes: Extremes,
  splits: readonly Split[],
): Trade {
  const { lot, side, quantity, exit, exitPrice } = piece;
  const sign = side === 'long' ? 1 : -1;
  const entryPrice = lot.price;
  const worth = exit ? exitPrice * piece.exitRate : market.mark * market.rate;
  const grossPnl = sign * (worth - entryPrice * lot.rate) * quantity;
  const costs = piece.fee + piece.exitFee;
  const pnl = grossPnl - costs;
  const held = { market: piece.market, side, entryBar: lot.bar, entryPrice, exit, exitPrice };
  const opening = orders.rowOf(lot.order);
  const stop = brackets.stop[opening]!;
  const target = brackets.target[opening]!;
  const { mae, mfe } = excursions(held, market.bars, extremes, splits);
  return {
    market: piece.market,
    side,
    quantity,
    entryTime: lot.time,
    exitTime: exit?.time ?? NaN,
    entryBar: lot.bar,
    exitBar: exit?.bar ?? NaN,
    entryPrice,
    exitPrice,
    grossPnl,
    costs,
    pnl,
    return: pnl / (entryPrice * lot.rate * quantity),
    mae,
    mfe,
    entryReason: orders.reasonAt(opening),
    exitReason: exit ? orders.reasonAt(orders.rowOf(exit.order)) : '',
    exitKind: exit?.reason ?? 'data_ended',
    tag: orders.tagAt(opening),
    ambiguous: exit !== null && isAmbiguous(exit, stop, target, market),
    stop,
    target,
  };
}
