import type { SettingsChange } from './check-setting';

/** What a share link carries, decoded and checked. */
export interface SharedStrategy {
  readonly version: 1;
  readonly script: string;
  readonly parameters: Readonly<Record<string, number>>;
  /** Settings over those of the script; absent for none. */
  readonly settings?: SettingsChange;
  readonly data: {
    /** Dataset SHA-256. */
    readonly sha256: string;
    readonly name: string;
    readonly rows: number;
    /** How to get it: `sp500` is bundled, `synthetic:<seed>` can be generated, null is a file of the sender's. */
    readonly bundled: string | null;
  };
  readonly engine: string;
  readonly result: {
    readonly hash: string;
    readonly trades: number;
    readonly cagr: number | null;
    readonly sharpe: number | null;
    readonly maxDrawdown: number | null;
    /** Entry bar, exit bar and return of each trade, at most 500, to name the first that differs. */
    readonly tradeMarks: readonly (readonly [number, number, number])[];
  };
}

/** Longest link payload in characters, and its size once inflated. */
export const LINK_LIMITS = { payloadCharacters: 32_768, inflatedBytes: 262_144, depth: 32 } as const;
