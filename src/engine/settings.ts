import { checkRange } from '../core/check';
import { BacktabError } from '../core/errors';
import type { RunSettings } from '../core/run';

/** Bounds of the numeric run settings. */
export const SETTING_RANGES = {
  capital: { min: 0.01, max: 1e15 },
  feePercent: { min: 0, max: 50 },
  slippageBps: { min: 0, max: 5000 },
  lotSize: { min: 1e-12, max: 1e9 },
} as const;

/** @throws BacktabError `parameter_out_of_range` | `setting_invalid` unless every setting can be run */
export function checkSettings(settings: RunSettings): void {
  for (const name of ['capital', 'feePercent', 'slippageBps', 'lotSize'] as const) {
    checkRange(name, settings[name], SETTING_RANGES[name].min, SETTING_RANGES[name].max);
  }
  if (settings.intrabar !== 'pessimistic') {
    throw new BacktabError('setting_invalid', {
      name: 'intrabar',
      value: String(settings.intrabar),
      expected: 'pessimistic',
    });
  }
}
