import type { Attribution } from '../../../research/tearsheet/shape';

const EXITS: Readonly<Record<string, string>> = {
  filled_at_open: 'Signal, at the next open',
  filled_at_stop: 'Stop',
  filled_at_gap_open: 'Stop, at a gap open',
  filled_at_target: 'Target',
  filled_at_trail: 'Trailing stop',
  filled_at_limit: 'Limit',
  filled_at_touch: 'Touch of a level',
  filled_at_close: 'At the close',
  filled_at_market: 'At the price of the moment',
  margin_call: 'Margin call',
  open: 'Still open',
  data_ended: 'Data ended',
};
const SIDES: Readonly<Record<string, string>> = { long: 'Long', short: 'Short' };

/** What a group of an attribution is called. */
export function attributionName(kind: keyof Attribution, key: string): string {
  if (kind === 'byTag') return key === '' ? 'Without a tag' : key;
  const words = kind === 'byExit' ? EXITS : kind === 'bySide' ? SIDES : {};
  return (Object.hasOwn(words, key) ? words[key] : undefined) ?? key.replaceAll('_', ' ');
}
