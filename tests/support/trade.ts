import type { Trade } from '../../src/core/order';

/** A closed long trade, with what a test wants to be different. */
export const tradeOf = (more: Partial<Trade> = {}): Trade => ({
  market: 0,
  side: 'long',
  quantity: 1,
  entryTime: 0,
  exitTime: 1,
  entryBar: 0,
  exitBar: 1,
  entryPrice: 100,
  exitPrice: 110,
  grossPnl: 10,
  costs: 0,
  pnl: 10,
  return: 0.1,
  mae: 0,
  mfe: 0.1,
  entryReason: '',
  exitReason: '',
  exitKind: 'filled_at_open',
  tag: '',
  ambiguous: false,
  stop: NaN,
  target: NaN,
  ...more,
});
