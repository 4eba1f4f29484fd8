import { TimestampMicrosecond } from 'apache-arrow';
import type { Column } from '../../core/column';

/** The type of a time column at rest. */
export const timeType = (): TimestampMicrosecond => new TimestampMicrosecond('UTC');

/** Whole microseconds as little-endian int64, without a BigInt a row; exact from 1700 to 2200. */
export function toMicroseconds(time: Column): BigInt64Array<ArrayBuffer> {
  const out = new BigInt64Array(time.length);
  const view = new DataView(out.buffer);
  for (let i = 0; i < time.length; i++) {
    const us = Math.round(time[i]! * 1000);
    const high = Math.floor(us / 2 ** 32);
    view.setUint32(8 * i, us - high * 2 ** 32, true);
    view.setInt32(8 * i + 4, high, true);
  }
  return out;
}
