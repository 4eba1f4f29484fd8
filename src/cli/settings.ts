import { BacktabError } from '../core/errors';
import { DEFAULT_SETTINGS, type RunSettings } from '../core/run';
import { readAssignments } from './arguments';

const KEYS = [
  'capital',
  'feePercent',
  'slippageBps',
  'lotSize',
] as const satisfies readonly (keyof RunSettings)[];

/**
 * Settings of `--set key=value` words.
 *
 * @throws BacktabError `usage` for an unknown key
 */
export function readSettings(words: readonly string[]): Partial<RunSettings> {
  const values = readAssignments('set', words);
  for (const key of Object.keys(values)) {
    if (!KEYS.some((known) => known === key)) {
      throw new BacktabError('usage', { reason: `There is no setting '${key}'. Known: ${KEYS.join(', ')}.` });
    }
  }
  return Object.fromEntries(
    KEYS.filter((key) => key in values).map((key) => [key, values[key] ?? DEFAULT_SETTINGS[key]]),
  );
}
