import type { IndicatorStream } from './indicator';

/** State of a stream as plain values that can be stored or sent: numbers, booleans, typed arrays, lists and records. */
export type StreamState =
  | number
  | boolean
  | null
  | Float64Array
  | Int32Array
  | Uint8Array
  | readonly StreamState[]
  | { readonly [field: string]: StreamState };

/**
 * The state of a stream between two rows, copied: the stream may go on.
 *
 * @see restoreState
 */
export const saveState = (stream: IndicatorStream): StreamState => copyOut(stream);

/**
 * Sets a stream to a saved state; it then goes on as the saved one would have, to the bit.
 *
 * @param stream  a fresh stream of the same indicator and parameters
 * @param state   what `saveState` gave
 */
export function restoreState(stream: IndicatorStream, state: StreamState): void {
  copyIn(stream as unknown as Record<string, unknown>, state);
}

const isTyped = (value: unknown): value is Float64Array | Int32Array | Uint8Array =>
  value instanceof Float64Array || value instanceof Int32Array || value instanceof Uint8Array;

function copyOut(value: unknown): StreamState {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  if (isTyped(value)) return value.slice();
  if (Array.isArray(value)) return value.map(copyOut);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, copyOut(inner)]));
  }
  throw new TypeError(`a stream cannot hold a ${typeof value}`);
}

function copyIn(target: Record<string, unknown>, state: StreamState): void {
  for (const [field, saved] of Object.entries(state as Record<string, StreamState>)) {
    const own = target[field];
    if (typeof saved !== 'object' || saved === null) target[field] = saved;
    else if (isTyped(saved)) target[field] = saved.slice();
    else if (typeof own === 'object' && own !== null) copyIn(own as Record<string, unknown>, saved);
    else throw new TypeError(`the stream has no field ${field}`);
  }
}
