declare const brand: unique symbol;

/** A primitive that the compiler keeps apart from others of the same shape. */
export type Nominal<T, Name extends string> = T & { readonly [brand]: Name };

/** Unix time in milliseconds, UTC. */
export type UnixMs = Nominal<number, 'UnixMs'>;

/** Row number of a bar in its dataset, from 0. */
export type BarIndex = Nominal<number, 'BarIndex'>;

/** Identifies an order within one run: 1, 2, 3 … in order of submission. */
export type OrderId = Nominal<number, 'OrderId'>;

/** Key of a stored dataset. */
export type DatasetId = Nominal<string, 'DatasetId'>;
