import type { OrderId } from '../core/nominal';
import type {
  BracketTerms,
  Effect,
  OrderReason,
  OrderRecord,
  OrderStatus,
  OrderType,
  Side,
  TimeInForce,
  Trail,
} from '../core/order';
import type { FeeAccount } from './costs/fee';
import { ORDER_TYPES, type TypeRule } from './order-types';

/** Where an order comes from, which decides in what turn it executes at an open. */
export type OrderRole = 'signal' | 'stop' | 'target' | 'margin_call';

/** What an order is made of. */
export interface OrderDraft {
  readonly parent: OrderId | null;
  readonly market: number;
  readonly side: Side;
  readonly role: OrderRole;
  /** `either` closes what stands against it and opens the rest. */
  readonly effect: Effect | 'either';
  readonly type: OrderType;
  readonly quantity: number;
  /** Trigger, touch or limit price; NaN for market orders. */
  readonly price: number;
  /** Limit of an order that has a trigger too; else NaN. */
  readonly limit: number;
  readonly trail: Trail | null;
  readonly timeInForce: TimeInForce;
  readonly expires: number;
  readonly postOnly: boolean;
  /** Orders of one group other than '' cancel each other. */
  readonly group: string;
  readonly bracket: BracketTerms | null;
  /** Share of what is free that the order opens, reckoned at its fill; NaN when the size stands. */
  readonly share: number;
  /** Units that it may open; what it was made to close and no longer has to is dropped. */
  readonly mostOpened: number;
  /** Whether it moves the position to a target; the next target takes its place where it waits for a level. */
  readonly isTarget: boolean;
  readonly tag: string;
  readonly reason: string;
}

/** An order while it lives. What happens to it stands in the run's book of events, which makes an `OrderRecord` of it. */
export interface WorkingOrder extends OrderDraft, Omit<OrderRecord, 'events'>, FeeAccount {
  /** 0 until it is sent. */
  id: OrderId;
  effect: Effect | 'either';
  quantity: number;
  mostOpened: number;
  /** Units that it has opened. */
  opened: number;
  share: number;
  price: number;
  limit: number;
  trail: Trail | null;
  bracket: BracketTerms | null;
  filled: number;
  status: OrderStatus;
  /** Why it came to its present state. */
  lastReason: OrderReason;
  /** What its type waits for and becomes. */
  readonly rule: TypeRule;
  /** First row of its market on which it may execute. */
  activeFrom: number;
  /** Whether its trigger was reached, so that only the limit is left to wait for. */
  isArmed: boolean;
  /** Best price since a trailing stop became live; NaN before. */
  best: number;
  /** Average true range when a trailing stop was made; NaN for other distances. */
  range: number;
  /** The same for the trailing stop that it brings with its fill. */
  bracketRange: number;
  /** Moment within the bar at which its trigger was reached. */
  armedAt: number;
  /** Price within the present bar at which it came to life; NaN when it was live from the bar's open. */
  bornAt: number;
  /** Session in which a day order lives; -1 before it is active. */
  session: number;
  /** Moment within the bar at which it was last tried, so that each moment tries it once. */
  triedAt: number;
  /** In a market with ticks: whether it is still on its way to the exchange, and whether its withdrawal is. */
  inFlight: boolean;
  isLeaving: boolean;
  /** Whether it waits in the book, since the market was away from its limit. */
  rested: boolean;
  /** Units of others that come before it at its price; NaN while the price was never the best one. */
  ahead: number;
}

/**
 * An order before it is sent, when it has no number yet: what is not given is a market order's. One literal, so that all
 * orders have one shape and engines run fast over them.
 */
export const newOrder = (
  given: Partial<OrderDraft> & Pick<OrderDraft, 'market' | 'side' | 'quantity'>,
): WorkingOrder => ({
  id: 0 as OrderId,
  parent: given.parent ?? null,
  market: given.market,
  side: given.side,
  role: given.role ?? 'signal',
  effect: given.effect ?? 'either',
  type: given.type ?? 'market',
  quantity: given.quantity,
  price: given.price ?? NaN,
  limit: given.limit ?? NaN,
  trail: given.trail ?? null,
  timeInForce: given.timeInForce ?? 'gtc',
  expires: given.expires ?? NaN,
  postOnly: given.postOnly ?? false,
  group: given.group ?? '',
  bracket: given.bracket ?? null,
  share: given.share ?? NaN,
  mostOpened: given.mostOpened ?? Infinity,
  isTarget: given.isTarget ?? false,
  tag: given.tag ?? '',
  reason: given.reason ?? '',
  rule: ORDER_TYPES[given.type ?? 'market'],
  filled: 0,
  status: 'submitted',
  lastReason: 'signal',
  activeFrom: 0,
  isArmed: false,
  best: NaN,
  range: NaN,
  bracketRange: NaN,
  armedAt: -1,
  opened: 0,
  bornAt: NaN,
  session: -1,
  triedAt: -1,
  inFlight: false,
  isLeaving: false,
  rested: false,
  ahead: NaN,
  filledValue: 0,
  feeDue: 0,
  feePaid: 0,
});

/** The same order for a snapshot, or from one. */
export const copyOrder = (order: WorkingOrder): WorkingOrder => ({ ...order });

/** Whether the price has to rise for the order to execute. */
export function waitsForRise(order: WorkingOrder): boolean {
  const isStop = !order.isArmed && order.rule.wait === 'stop';
  return (order.side === 'buy') === isStop;
}

/** The price that the order waits for now: its trigger, or its limit once that was reached; NaN for none. */
export const levelOf = (order: WorkingOrder): number =>
  order.isArmed && !Number.isNaN(order.limit) ? order.limit : order.price;

/** Whether `price` has reached what the order waits for; true for an order without a level. */
export function isReached(order: WorkingOrder, price: number): boolean {
  const level = levelOf(order);
  if (Number.isNaN(level)) return true;
  return waitsForRise(order) ? price >= level : price <= level;
}
