import type { OrderId } from '../core/nominal';

/** Finds the rows of orders by their numbers. */
export class OrderRows {
  readonly #rows: Int32Array;

  /** @param orders  in order of their numbers, which are above zero */
  constructor(orders: readonly { readonly id: OrderId }[]) {
    this.#rows = new Int32Array((orders.at(-1)?.id ?? 0) + 1).fill(-1);
    for (let row = 0; row < orders.length; row++) this.#rows[orders[row]!.id] = row;
  }

  /** Row of an order; -1 where there is none of that number. */
  of(id: OrderId): number {
    return this.#rows[id] ?? -1;
  }
}
