import { BacktabError } from '../core/errors';
import type { SweepAxis } from '../research/outcome';
import { axisValues } from '../research/sweep-plan';

/**
 * An axis of a word as `fast=5:60:5`.
 *
 * @throws BacktabError `usage` | `setting_invalid` | `sweep_too_large`
 */
export function readRange(word: string): SweepAxis {
  const [, name = '', min = '', max = '', step = ''] = /^([^=]+)=([^:]+):([^:]+):([^:]+)$/.exec(word) ?? [];
  if (!name) throw new BacktabError('usage', { reason: `--range takes name=min:max:step, was '${word}'.` });
  return { name, values: axisValues(name, Number(min), Number(max), Number(step)) };
}
