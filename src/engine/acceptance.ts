import type { OrderReason } from '../core/order';
import type { RunSettings } from '../core/settings';
import type { OrderDraft } from './working-order';

/** What an order that was accepted waits for. */
export function acceptance({ type }: OrderDraft, settings: RunSettings, hasTicks: boolean): OrderReason {
  if (hasTicks) {
    if (settings.latencyMs > 0) return 'delayed';
    return type === 'market' ? 'queued_for_tick' : 'resting';
  }
  if (settings.latencyBars > 0) return 'delayed';
  if (type === 'market_on_close') return 'queued_for_close';
  if (type === 'market_on_open') return 'queued_for_open';
  if (type !== 'market') return 'resting';
  return settings.marketFill === 'next_open' ? 'queued_for_open' : 'queued_for_close';
}
