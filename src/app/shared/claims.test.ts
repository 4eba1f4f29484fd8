import { describe, expect, it } from 'vitest';
import type { SharedStrategy } from '../../core/share';
import type { BacktestOutcome } from '../../research/outcome';
import { claimsOf } from './claims';

const HASH = 'd1c032b93a04aa';
const shared = {
  result: { hash: HASH, trades: 29, cagr: 0.01691, sharpe: 0.26452, maxDrawdown: 0.1766, tradeMarks: [] },
} as unknown as SharedStrategy;

const outcome = (metrics: object, hash = HASH): BacktestOutcome =>
  ({ metrics, result: { hash, trades: Array.from({ length: 29 }) } }) as unknown as BacktestOutcome;

const THIN = '\u202f';

describe('claimsOf', () => {
  it('shows what the link says before anything was run', () => {
    expect(claimsOf(shared, null)).toEqual([
      { name: 'Result hash', claimed: 'd1c032b93a04', found: null, same: null },
      { name: 'Trades', claimed: '29', found: null, same: null },
      { name: 'Growth a year', claimed: `1.69${THIN}%`, found: null, same: null },
      { name: 'Sharpe, yearly', claimed: '0.2645', found: null, same: null },
      { name: 'Deepest fall', claimed: `\u221217.66${THIN}%`, found: null, same: null },
    ]);
  });

  it('compares values, not what is shown of them', () => {
    const found = outcome({ cagr: 0.01691, sharpe: 0.26453, maxDrawdown: 0.1766 }, `${HASH}b`);
    expect(claimsOf(shared, found).map((claim) => claim.same)).toEqual([false, true, true, false, true]);
  });

  it('takes missing figures on both sides for the same', () => {
    const none = { result: { ...shared.result, sharpe: null } } as unknown as SharedStrategy;
    const row = claimsOf(none, outcome({ cagr: 0.01691, sharpe: null, maxDrawdown: 0.1766 }))[3];
    expect(row).toEqual({ name: 'Sharpe, yearly', claimed: 'n/a', found: 'n/a', same: true });
  });
});
