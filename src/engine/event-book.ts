import type { OrderId } from '../core/nominal';
import { ORDER_REASONS, ORDER_STATUSES, type Fill, type OrderReason, type OrderStatus } from '../core/order';
import type { RunEvent } from '../core/event';
import { codesOf, FIRST_ROWS, grown } from './columns';
import { refill } from './refill';

/** What a row tells; `told` is an event that is kept as it was told. */
export const EVENT_KINDS = ['submitted', 'order', 'amended', 'refused_again', 'fill', 'told'] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

/** An event that is rare enough to be kept as a value. */
export type RareEvent = Extract<RunEvent, { readonly kind: 'cash' | 'split' | 'risk' }>;

/** Size and prices of an order at an event. */
export interface OrderAmounts {
  readonly quantity: number;
  readonly filled: number;
  readonly price: number;
  readonly limit: number;
}

/** What a snapshot keeps of it: columns of one length, and what their details point to. */
export interface EventBookState {
  readonly kind: Uint8Array;
  readonly status: Uint8Array;
  readonly reason: Uint8Array;
  readonly bar: Int32Array;
  readonly time: Float64Array;
  readonly order: Int32Array;
  readonly detail: Int32Array;
  readonly amounts: Float64Array;
  readonly rare: readonly RareEvent[];
}

/** Amounts of a row: quantity, filled, price, limit. */
const AMOUNTS = 4;

const KIND = codesOf(EVENT_KINDS);
const STATUS = codesOf(ORDER_STATUSES);
const REASON = codesOf(ORDER_REASONS);

/**
 * All that happened in a run, in order, as columns: some 25 bytes an event, and nothing for the garbage collector to
 * look at. `runEvents` and `orderRecords` tell them as values.
 */
export class EventBook {
  /** Events that are kept as they were told, in order. */
  readonly rare: RareEvent[] = [];
  #rows = 0;
  #kind = new Uint8Array(FIRST_ROWS);
  #status = new Uint8Array(FIRST_ROWS);
  #reason = new Uint8Array(FIRST_ROWS);
  #bar = new Int32Array(FIRST_ROWS);
  #time = new Float64Array(FIRST_ROWS);
  #order = new Int32Array(FIRST_ROWS);
  /** Where the rest of an event stands: row of its amounts, of the run's fills or of the rare events. */
  #detail = new Int32Array(FIRST_ROWS);
  #amounts = new Float64Array(AMOUNTS * FIRST_ROWS);
  #amountRows = 0;

  get length(): number {
    return this.#rows;
  }

  /** An order was submitted, or has another size or other prices. */
  amounts(
    kind: 'submitted' | 'amended',
    bar: number,
    time: number,
    order: OrderId,
    { quantity, filled, price, limit }: OrderAmounts,
    reason: OrderReason,
  ): void {
    const at = AMOUNTS * this.#amountRows;
    if (at === this.#amounts.length) this.#amounts = grown(this.#amounts, new Float64Array(2 * at));
    const amounts = this.#amounts;
    amounts[at] = quantity;
    amounts[at + 1] = filled;
    amounts[at + 2] = price;
    amounts[at + 3] = limit;
    this.#push(KIND[kind], bar, time, order, this.#amountRows++, 0, REASON[reason]);
  }

  /** A step in an order's life, or the repetition of its refusal. */
  step(
    kind: 'order' | 'refused_again',
    bar: number,
    time: number,
    order: OrderId,
    status: OrderStatus,
    reason: OrderReason,
  ): void {
    this.#push(KIND[kind], bar, time, order, 0, STATUS[status], REASON[reason]);
  }

  /** @param row  of the run's fills */
  filled({ bar, time, order, reason }: Fill, row: number): void {
    this.#push(KIND.fill, bar, time, order, row, 0, REASON[reason]);
  }

  tell(event: RareEvent): void {
    this.#push(KIND.told, event.bar, event.time, 0, this.rare.push(event) - 1, 0, 0);
  }

  kindAt(row: number): EventKind {
    return EVENT_KINDS[this.#kind[row]!]!;
  }

  barAt(row: number): number {
    return this.#bar[row]!;
  }

  timeAt(row: number): number {
    return this.#time[row]!;
  }

  orderAt(row: number): OrderId {
    return this.#order[row]! as OrderId;
  }

  statusAt(row: number): OrderStatus {
    return ORDER_STATUSES[this.#status[row]!]!;
  }

  reasonAt(row: number): OrderReason {
    return ORDER_REASONS[this.#reason[row]!]!;
  }

  detailAt(row: number): number {
    return this.#detail[row]!;
  }

  amountsAt(row: number): OrderAmounts {
    const at = AMOUNTS * this.#detail[row]!;
    const [quantity = NaN, filled = NaN, price = NaN, limit = NaN] = this.#amounts.subarray(at, at + AMOUNTS);
    return { quantity, filled, price, limit };
  }

  /** Takes an event out, as if it had not happened. */
  remove(row: number): void {
    for (const column of this.#columns()) column.copyWithin(row, row + 1, this.#rows);
    this.#rows -= 1;
  }

  /** State for a snapshot. */
  save(): EventBookState {
    const rows = this.#rows;
    return {
      kind: this.#kind.slice(0, rows),
      status: this.#status.slice(0, rows),
      reason: this.#reason.slice(0, rows),
      bar: this.#bar.slice(0, rows),
      time: this.#time.slice(0, rows),
      order: this.#order.slice(0, rows),
      detail: this.#detail.slice(0, rows),
      amounts: this.#amounts.slice(0, AMOUNTS * this.#amountRows),
      rare: this.rare.slice(),
    };
  }

  /** Takes the place of what is here. */
  restore({ kind, status, reason, bar, time, order, detail, amounts, rare }: EventBookState): void {
    const rows = Math.max(FIRST_ROWS, kind.length);
    this.#rows = kind.length;
    this.#kind = grown(kind, new Uint8Array(rows));
    this.#status = grown(status, new Uint8Array(rows));
    this.#reason = grown(reason, new Uint8Array(rows));
    this.#bar = grown(bar, new Int32Array(rows));
    this.#time = grown(time, new Float64Array(rows));
    this.#order = grown(order, new Int32Array(rows));
    this.#detail = grown(detail, new Int32Array(rows));
    this.#amountRows = amounts.length / AMOUNTS;
    this.#amounts = grown(amounts, new Float64Array(AMOUNTS * Math.max(FIRST_ROWS, this.#amountRows)));
    refill(this.rare, rare);
  }

  #push(
    kind: number,
    bar: number,
    time: number,
    order: number,
    detail: number,
    status: number,
    reason: number,
  ): void {
    if (this.#rows === this.#kind.length) this.#grow();
    const row = this.#rows++;
    this.#kind[row] = kind;
    this.#status[row] = status;
    this.#reason[row] = reason;
    this.#bar[row] = bar;
    this.#time[row] = time;
    this.#order[row] = order;
    this.#detail[row] = detail;
  }

  #columns() {
    return [this.#kind, this.#status, this.#reason, this.#bar, this.#time, this.#order, this.#detail];
  }

  #grow(): void {
    const rows = 2 * this.#rows;
    this.#kind = grown(this.#kind, new Uint8Array(rows));
    this.#status = grown(this.#status, new Uint8Array(rows));
    this.#reason = grown(this.#reason, new Uint8Array(rows));
    this.#bar = grown(this.#bar, new Int32Array(rows));
    this.#time = grown(this.#time, new Float64Array(rows));
    this.#order = grown(this.#order, new Int32Array(rows));
    this.#detail = grown(this.#detail, new Int32Array(rows));
  }
}
