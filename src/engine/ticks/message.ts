import type { OrderId } from '../../core/nominal';
import type { OrderReason } from '../../core/order';
import type { WorkingOrder } from '../working-order';

/** An order, or its withdrawal, on its way to the exchange. */
export interface Message {
  readonly order: WorkingOrder;
  /** Instant of its arrival. */
  readonly time: number;
  /** What the order becomes when it is withdrawn; null for a new order. */
  readonly status: 'canceled' | 'expired' | 'rejected' | null;
  readonly reason: OrderReason;
}

/** What a snapshot keeps of one. */
export interface SavedMessage {
  readonly order: OrderId;
  readonly time: number;
  readonly status: Message['status'];
  readonly reason: OrderReason;
}
