import type { OrderReason, OrderRequest, Side } from '../core/order';
import type { RunSettings } from '../core/run';
import type { BarCursor } from './cursor';
import type { Ledger } from './ledger';
import { MATCHERS } from './matching';
import type { Execution } from './matching/execution';
import { slippageBps, type SlippageModel } from './models/slippage-bps';
import type { OrderDraft, OrderLog, WorkingOrder } from './order-log';
import { unitsOf } from './sizing';

type EntryRequest = Extract<OrderRequest, { kind: 'enter' }>;

/** Books one execution; answers whether the account could pay for it. */
export type Execute = (order: WorkingOrder, execution: Execution, opens: boolean) => boolean;

/**
 * The orders that wait: at most one exit and one entry queued for the next open, and the bracket of
 * the position. It decides what executes when; `execute` books it.
 */
export class Desk {
  #exit: WorkingOrder | null = null;
  #entry: { readonly order: WorkingOrder; readonly stop: number; readonly target: number } | null = null;
  #stop: WorkingOrder | null = null;
  #target: WorkingOrder | null = null;
  readonly #log: OrderLog;
  readonly #ledger: Ledger;
  readonly #lot: number;
  readonly #slippage: SlippageModel;
  readonly #execute: Execute;

  constructor(log: OrderLog, ledger: Ledger, settings: RunSettings, execute: Execute) {
    this.#log = log;
    this.#ledger = ledger;
    this.#lot = settings.lotSize;
    this.#slippage = slippageBps(settings.slippageBps);
    this.#execute = execute;
  }

  /** Whether any order waits, so that a bar without one costs nothing. */
  get isBusy(): boolean {
    return this.#exit !== null || this.#entry !== null || this.#stop !== null || this.#target !== null;
  }

  /** Runs the waiting orders through a bar: its open, then its range, the stop before the target. */
  cross(bar: BarCursor): void {
    if (!bar.tradable) {
      this.#meetUnknownPrice();
      return;
    }
    if (this.#exit) this.#fillExit(this.#exit, bar);
    if (this.#entry) this.#fillEntry(bar);
    if (this.#stop || this.#target) this.#crossBracket(bar);
  }

  /** Takes a strategy's request at the close of `bar`. */
  take(request: OrderRequest, bar: BarCursor, equity: number): void {
    if (request.kind === 'exit') this.#takeExit(request);
    else this.#takeEntry(request, bar, equity);
  }

  /** The data ended: whatever waits expires. */
  end(): void {
    for (const order of [this.#exit, this.#entry?.order, this.#stop, this.#target]) {
      if (order) this.#log.step(order, 'expired', 'data_ended');
    }
  }

  #takeExit(request: Extract<OrderRequest, { kind: 'exit' }>): void {
    const size = this.#ledger.size;
    const draft = marketOrder(size < 0 ? 'buy' : 'sell', Math.abs(size), request);
    if (size === 0 || this.#exit) {
      this.#log.refuse(draft, 'no_position');
      return;
    }
    this.#exit = this.#queue(draft);
  }

  #takeEntry(request: EntryRequest, bar: BarCursor, equity: number): void {
    const units = bar.tradable ? unitsOf(request.sizing, equity, bar.close, this.#lot) : 0;
    const draft = marketOrder(request.side, units, request);
    const refusal = this.#refusalOf(request, bar, units);
    if (refusal) {
      this.#log.refuse(draft, refusal);
      return;
    }
    const order = this.#queue(draft);
    this.#entry = { order, stop: request.stop ?? NaN, target: request.target ?? NaN };
  }

  #refusalOf(request: EntryRequest, bar: BarCursor, units: number): OrderReason | null {
    const staysOpen = this.#ledger.size !== 0 && this.#exit === null;
    if (staysOpen || this.#entry) return 'already_in_position';
    if (!bar.tradable) return 'price_unknown';
    if (units === 0) return 'size_below_one_lot';
    const sign = request.side === 'buy' ? 1 : -1;
    if (sign * ((request.stop ?? NaN) - bar.close) > 0) return 'stop_on_wrong_side';
    if (sign * ((request.target ?? NaN) - bar.close) < 0) return 'target_on_wrong_side';
    return null;
  }

  #queue(draft: OrderDraft): WorkingOrder {
    const order = this.#log.submit(draft, 'signal');
    this.#log.step(order, 'accepted', 'queued_for_open');
    return order;
  }

  /** An exit waits for the next known price; an entry lost the price it was sized for. */
  #meetUnknownPrice(): void {
    if (this.#exit && this.#exit.events.at(-1)?.reason !== 'price_unknown') {
      this.#log.step(this.#exit, 'accepted', 'price_unknown');
    }
    if (this.#entry) this.#log.reject(this.#entry.order, 'price_unknown');
    this.#entry = null;
  }

  #fillExit(order: WorkingOrder, bar: BarCursor): void {
    const execution = MATCHERS[order.type].atOpen(order, bar, this.#slippage);
    if (!execution) return;
    this.#exit = null;
    this.#execute(order, execution, false);
    this.#cancel(this.#stop, 'position_closed');
    this.#cancel(this.#target, 'position_closed');
    this.#stop = this.#target = null;
  }

  #fillEntry(bar: BarCursor): void {
    const { order, stop, target } = this.#entry!;
    const execution = MATCHERS[order.type].atOpen(order, bar, this.#slippage);
    if (!execution) return;
    this.#entry = null;
    if (!this.#execute(order, execution, true)) {
      this.#log.reject(order, 'cash_insufficient');
      return;
    }
    this.#stop = this.#child(order, 'stop_market', stop, 'stop');
    this.#target = this.#child(order, 'limit', target, 'target');
  }

  #child(
    entry: WorkingOrder,
    type: 'stop_market' | 'limit',
    price: number,
    reason: string,
  ): WorkingOrder | null {
    if (Number.isNaN(price)) return null;
    const side = entry.side === 'buy' ? 'sell' : 'buy';
    const { id: parent, quantity, tag } = entry;
    const order = this.#log.submit({ parent, side, type, quantity, price, tag, reason }, 'bracket_of_entry');
    this.#log.step(order, 'accepted', 'bracket_of_entry');
    return order;
  }

  #crossBracket(bar: BarCursor): void {
    const stop = this.#stop;
    const target = this.#target;
    let filled = stop;
    let execution = stop && MATCHERS[stop.type].atOpen(stop, bar, this.#slippage);
    if (!execution && target) {
      filled = target;
      execution = MATCHERS[target.type].atOpen(target, bar, this.#slippage);
    }
    if (!execution && stop) {
      filled = stop;
      execution = MATCHERS[stop.type].withinBar(stop, bar, this.#slippage);
    }
    if (!execution && target) {
      filled = target;
      execution = MATCHERS[target.type].withinBar(target, bar, this.#slippage);
    }
    if (!execution || !filled) return;
    this.#stop = this.#target = null;
    this.#execute(filled, execution, false);
    this.#cancel(filled === stop ? target : stop, 'sibling_filled');
  }

  #cancel(order: WorkingOrder | null, reason: OrderReason): void {
    if (order) this.#log.step(order, 'canceled', reason);
  }
}

function marketOrder(side: Side, quantity: number, request: OrderRequest): OrderDraft {
  return {
    parent: null,
    side,
    type: 'market',
    quantity,
    price: NaN,
    tag: request.tag ?? '',
    reason: request.reason ?? '',
  };
}
