import type { RunSettings } from '../../core/settings';

/** The conventions of another engine, as settings of this one. */
export interface Preset {
  /** Name on the command line. */
  readonly name: string;
  /** The engine and the version that it was held to (tests/golden/presets). */
  readonly of: string;
  /** What differs from the defaults. */
  readonly settings: Partial<RunSettings>;
}
