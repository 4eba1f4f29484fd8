import { openTables, STORE_NAME } from './open-tables';
import type { Records } from './tables';

/** A sweep that was begun, and which of its parts are kept. */
export interface SweepRecord {
  /** `research/sweep/sweep-key.ts`. */
  readonly id: string;
  /** What was asked, as the page asks it. */
  readonly request: unknown;
  /** Parts that are kept; each is a `SweepPartRecord` under `id/part`. */
  readonly parts: readonly string[];
  /** Units of progress that had been done, and in all. */
  readonly done: number;
  readonly total: number;
  readonly finished: boolean;
  readonly at: number;
}

/** What a part of a sweep came to, as `research/sweep/rows-codec.ts` writes it. */
export interface SweepPartRecord {
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What is kept of sweeps, without the rest of the workspace. Failures are thrown as they come. */
export interface SweepRecords {
  readonly sweeps: Records<SweepRecord>;
  readonly sweepParts: Records<SweepPartRecord>;
}

/** Opens the records of sweeps in the workspace's database. */
export async function openSweepRecords(): Promise<SweepRecords> {
  const { tables } = await openTables(STORE_NAME);
  return { sweeps: tables.records('sweeps'), sweepParts: tables.records('sweepParts') };
}
