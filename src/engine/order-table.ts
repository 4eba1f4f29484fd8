import type { OrderId } from '../core/nominal';
import {
  ORDER_STATUSES,
  type OrderEvent,
  type OrderRecord,
  type OrderType,
  type Side,
  type TimeInForce,
} from '../core/order';
import { codesOf, FIRST_ROWS, grown } from './columns';
import { ORDER_TYPES } from './order-types';
import { refill } from './refill';

/** What the table holds of an order. */
export type TabledOrder = Omit<OrderRecord, 'events'>;

/** What a snapshot keeps of it: columns of one length, with four amounts a row. */
export interface OrderTableState {
  readonly id: Int32Array;
  readonly parent: Int32Array;
  readonly market: Int32Array;
  readonly names: Uint8Array;
  readonly amounts: Float64Array;
  readonly tag: readonly string[];
  readonly reason: readonly string[];
}

const SIDES: readonly Side[] = ['buy', 'sell'];
const TIMES: readonly TimeInForce[] = ['gtc', 'day', 'ioc', 'fok', 'gtd'];
const TYPES = Object.keys(ORDER_TYPES) as OrderType[];
const SIDE = codesOf(SIDES);
const TIME = codesOf(TIMES);
const TYPE = codesOf(TYPES);
const STATUS = codesOf(ORDER_STATUSES);

/** Names (side, type, time in force, status) and amounts (quantity, filled, price, limit) of a row. */
const WIDTH = 4;

/**
 * The orders of a run in order of submission, as columns: some 70 bytes an order. What can still change of an order is
 * as it was when it was last written.
 */
export class OrderTable {
  readonly #tag: string[] = [];
  readonly #reason: string[] = [];
  #rows = 0;
  #id = new Int32Array(FIRST_ROWS);
  /** 0 for none. */
  #parent = new Int32Array(FIRST_ROWS);
  #market = new Int32Array(FIRST_ROWS);
  #names = new Uint8Array(WIDTH * FIRST_ROWS);
  #amounts = new Float64Array(WIDTH * FIRST_ROWS);

  get length(): number {
    return this.#rows;
  }

  /** Takes in a new order, whose number is above all others. */
  add(order: TabledOrder): void {
    if (this.#rows === this.#id.length) this.#grow();
    const row = this.#rows++;
    this.#id[row] = order.id;
    this.#parent[row] = order.parent ?? 0;
    this.#market[row] = order.market;
    const at = WIDTH * row;
    this.#names[at] = SIDE[order.side];
    this.#names[at + 1] = TYPE[order.type];
    this.#names[at + 2] = TIME[order.timeInForce];
    this.#tag.push(order.tag);
    this.#reason.push(order.reason);
    this.#put(row, order);
  }

  /** Writes what has changed of an order. */
  write(order: TabledOrder): void {
    const row = this.rowOf(order.id);
    if (row >= 0) this.#put(row, order);
  }

  /** Takes an order out, as if it had not been submitted. */
  remove(id: OrderId): void {
    const row = this.rowOf(id);
    if (row < 0) return;
    for (const column of [this.#id, this.#parent, this.#market]) column.copyWithin(row, row + 1, this.#rows);
    for (const column of [this.#names, this.#amounts]) {
      column.copyWithin(WIDTH * row, WIDTH * (row + 1), WIDTH * this.#rows);
    }
    this.#tag.splice(row, 1);
    this.#reason.splice(row, 1);
    this.#rows -= 1;
  }

  /** Row of an order; -1 where there is none of that number. Numbers rise with the rows. */
  rowOf(id: OrderId): number {
    let low = 0;
    let high = this.#rows - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#id[middle]! < id) low = middle + 1;
      else high = middle;
    }
    return this.#id[low] === id && low === high ? low : -1;
  }

  idAt(row: number): OrderId {
    return this.#id[row]! as OrderId;
  }

  parentAt(row: number): OrderId | null {
    const parent = this.#parent[row]!;
    return parent === 0 ? null : (parent as OrderId);
  }

  typeAt(row: number): OrderType {
    return TYPES[this.#names[WIDTH * row + 1]!]!;
  }

  priceAt(row: number): number {
    return this.#amounts[WIDTH * row + 2]!;
  }

  tagAt(row: number): string {
    return this.#tag[row]!;
  }

  reasonAt(row: number): string {
    return this.#reason[row]!;
  }

  /** The order of a row, with its timeline. */
  recordAt(row: number, events: readonly OrderEvent[]): OrderRecord {
    const at = WIDTH * row;
    return {
      id: this.idAt(row),
      parent: this.parentAt(row),
      market: this.#market[row]!,
      side: SIDES[this.#names[at]!]!,
      type: this.typeAt(row),
      quantity: this.#amounts[at]!,
      filled: this.#amounts[at + 1]!,
      price: this.#amounts[at + 2]!,
      limit: this.#amounts[at + 3]!,
      timeInForce: TIMES[this.#names[at + 2]!]!,
      tag: this.#tag[row]!,
      reason: this.#reason[row]!,
      status: ORDER_STATUSES[this.#names[at + 3]!]!,
      events,
    };
  }

  /** State for a snapshot. */
  save(): OrderTableState {
    const rows = this.#rows;
    return {
      id: this.#id.slice(0, rows),
      parent: this.#parent.slice(0, rows),
      market: this.#market.slice(0, rows),
      names: this.#names.slice(0, WIDTH * rows),
      amounts: this.#amounts.slice(0, WIDTH * rows),
      tag: this.#tag.slice(),
      reason: this.#reason.slice(),
    };
  }

  /** Takes the place of what is here. */
  restore({ id, parent, market, names, amounts, tag, reason }: OrderTableState): void {
    this.#rows = id.length;
    this.#resize(Math.max(FIRST_ROWS, id.length), id, parent, market, names, amounts);
    refill(this.#tag, tag);
    refill(this.#reason, reason);
  }

  #put(row: number, { quantity, filled, price, limit, status }: TabledOrder): void {
    const at = WIDTH * row;
    this.#names[at + 3] = STATUS[status];
    this.#amounts[at] = quantity;
    this.#amounts[at + 1] = filled;
    this.#amounts[at + 2] = price;
    this.#amounts[at + 3] = limit;
  }

  #grow(): void {
    this.#resize(2 * this.#rows, this.#id, this.#parent, this.#market, this.#names, this.#amounts);
  }

  #resize(
    rows: number,
    id: ArrayLike<number>,
    parent: ArrayLike<number>,
    market: ArrayLike<number>,
    names: ArrayLike<number>,
    amounts: ArrayLike<number>,
  ): void {
    this.#id = grown(id, new Int32Array(rows));
    this.#parent = grown(parent, new Int32Array(rows));
    this.#market = grown(market, new Int32Array(rows));
    this.#names = grown(names, new Uint8Array(WIDTH * rows));
    this.#amounts = grown(amounts, new Float64Array(WIDTH * rows));
  }
}
