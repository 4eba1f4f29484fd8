import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fingerprint } from '../../core/fingerprint';
import { sha256Hex } from '../../core/hash';
import { ENGINE_VERSION } from '../../core/version';
import type { SweepRequest } from '../sweep';
import { GRID } from './search-spec';
import { SHARPE } from './objective-spec';

/** Goes up where parts of another making would be mistaken for those of this one. */
const PARTS_VERSION = 2;

/** Name that is equal for sweeps whose parts may be used for each other: all that decides what a setting comes to. */
export function sweepKey(source: string, request: SweepRequest): string {
  const { axes, bars, constraint = null, instrument, intervalMs = null, objectives = [SHARPE] } = request;
  const { parameters, search = GRID, settings = {} } = request;
  const sorted = (record: object): unknown => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([
    ENGINE_VERSION,
    PARTS_VERSION,
    source,
    fingerprint(bars),
    instrument.zone,
    instrument.barsPerYear,
    intervalMs,
    axes,
    constraint,
    objectives,
    search,
    sorted(parameters),
    sorted(settings),
  ]);
  return sha256Hex(utf8ToBytes(text)).slice(0, 32);
}
