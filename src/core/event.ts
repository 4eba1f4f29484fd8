import type { OrderId } from './nominal';
import type { Fill, OrderRecord, OrderReason, OrderStatus } from './order';

/** Where money can stand. Every posting moves it between these; per currency their sum stays zero. */
export const LEDGER_ACCOUNTS = [
  'capital',
  'cash',
  'position',
  'fees',
  'slippage',
  'dividends',
  'interest',
  'borrowing',
  'funding',
  'exchange',
] as const;

export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number];

/** Money that moves without a fill. */
export type CashCause = 'deposit' | 'dividend' | 'interest' | 'borrowing' | 'funding' | 'exchange';

/** An order as it was submitted, before anything happened to it. */
export type SubmittedOrder = Omit<OrderRecord, 'filled' | 'status' | 'events'>;

/** When something happened. `bar` is a row of the event's instrument, or of the first one. */
interface At {
  readonly bar: number;
  readonly time: number;
}

/**
 * One thing that happened in a run. The run is the list of these in order: orders, fills, cash and positions
 * are folds over it (`src/core/event-fold.ts`).
 */
export type RunEvent =
  | (At & { readonly kind: 'submitted'; readonly order: SubmittedOrder; readonly reason: OrderReason })
  | (At & {
      readonly kind: 'order';
      readonly order: OrderId;
      readonly status: OrderStatus;
      readonly reason: OrderReason;
    })
  /** The size or the prices of an order change: a bracket grows with its entry, a split comes. */
  | (At & {
      readonly kind: 'amended';
      readonly order: OrderId;
      readonly quantity: number;
      readonly filled: number;
      readonly price: number;
      readonly limit: number;
    })
  /** A refusal that repeats an earlier one: its record moves on to this bar. */
  | (At & { readonly kind: 'refused_again'; readonly order: OrderId; readonly reason: OrderReason })
  | (At & { readonly kind: 'fill'; readonly fill: Fill })
  /** What the account gains, in the currency. */
  | (At & {
      readonly kind: 'cash';
      readonly cause: CashCause;
      readonly market: number;
      readonly currency: string;
      readonly amount: number;
    })
  /** Units and prices of a market change by a split: `ratio` new for one old. */
  | (At & { readonly kind: 'split'; readonly market: number; readonly ratio: number })
  /** A risk rule begins to hold, or ends. */
  | (At & {
      readonly kind: 'risk';
      readonly reason: OrderReason;
      readonly state: 'begins' | 'ends';
      readonly value: number;
      readonly limit: number;
    });

/** A split as it was booked. */
export interface Split {
  readonly market: number;
  readonly bar: number;
  /** New units for one old. */
  readonly ratio: number;
}
