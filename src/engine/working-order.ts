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

/** What makes an order: what is not given is a market order's. */
export type GivenOrder = Partial<OrderDraft> & Pick<OrderDraft, 'market' | 'side' | 'quantity'>;

/**
 * An order while it lives. What happens to it stands in the run's book of events, which makes an `OrderRecord` of it. A class,
 * so that all orders have one shape, those of a snapshot too: engines run fast over them.
 */
export class WorkingOrder implements OrderDraft, Omit<OrderRecord, 'events'> {
  /** 0 until it is sent. */
  id = 0 as OrderId;
  readonly parent: OrderId | null;
  readonly market: number;
  readonly side: Side;
  readonly role: OrderRole;
  effect: Effect | 'either';
  readonly type: OrderType;
  quantity: number;
  price: number;
  limit: number;
  trail: Trail | null;
  readonly timeInForce: TimeInForce;
  readonly expires: number;
  readonly postOnly: boolean;
  readonly group: string;
  bracket: BracketTerms | null;
  share: number;
  mostOpened: number;
  readonly isTarget: boolean;
  readonly tag: string;
  readonly reason: string;
  /** What its type waits for and becomes. */
  readonly rule: TypeRule;
  filled = 0;
  /** Units that it has opened. */
  opened = 0;
  status: OrderStatus = 'submitted';
  /** Why it came to its present state. */
  lastReason: OrderReason = 'signal';
  /** What it has paid; null before its first fill. */
  fees: FeeAccount | null = null;
  /** First row of its market on which it may execute. */
  activeFrom = 0;
  /** Whether its trigger was reached, so that only the limit is left to wait for. */
  isArmed = false;
  /** Best price since a trailing stop became live; NaN before. */
  best = NaN;
  /** Average true range when a trailing stop was made; NaN for other distances. */
  range = NaN;
  /** The same for the trailing stop that it brings with its fill. */
  bracketRange = NaN;
  /** Moment within the bar at which its trigger was reached. */
  armedAt = -1;
  /** Price within the present bar at which it came to life; NaN when it was live from the bar's open. */
  bornAt = NaN;
  /** Session in which a day order lives; -1 before it is active. */
  session = -1;
  /** Moment within the bar at which it was last tried, so that each moment tries it once. */
  triedAt = -1;
  /** In a market with ticks: whether it is still on its way to the exchange, and whether its withdrawal is. */
  inFlight = false;
  isLeaving = false;
  /** Whether it waits in the book, since the market was away from its limit. */
  rested = false;
  /** Units of others that come before it at its price; NaN while the price was never the best one. */
  ahead = NaN;

  constructor(given: GivenOrder) {
    const type = given.type ?? 'market';
    this.parent = given.parent ?? null;
    this.market = given.market;
    this.side = given.side;
    this.role = given.role ?? 'signal';
    this.effect = given.effect ?? 'either';
    this.type = type;
    this.quantity = given.quantity;
    this.price = given.price ?? NaN;
    this.limit = given.limit ?? NaN;
    this.trail = given.trail ?? null;
    this.timeInForce = given.timeInForce ?? 'gtc';
    this.expires = given.expires ?? NaN;
    this.postOnly = given.postOnly ?? false;
    this.group = given.group ?? '';
    this.bracket = given.bracket ?? null;
    this.share = given.share ?? NaN;
    this.mostOpened = given.mostOpened ?? Infinity;
    this.isTarget = given.isTarget ?? false;
    this.tag = given.tag ?? '';
    this.reason = given.reason ?? '';
    this.rule = ORDER_TYPES[type];
  }
}

/** An order before it is sent, when it has no number yet. */
export const newOrder = (given: GivenOrder): WorkingOrder => new WorkingOrder(given);

/** The same order, of a snapshot. */
export function copyOrder(order: WorkingOrder): WorkingOrder {
  const copy = Object.assign(new WorkingOrder(order), order);
  if (copy.fees) copy.fees = { ...copy.fees };
  return copy;
}

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
