import { describe, expect, it } from 'vitest';
import type { SharedData } from '../../core/share';
import type { TradeSide } from '../../research/trade-sides';
import { tradeRows } from './trade-rows';

const side = (change: Partial<TradeSide> = {}): TradeSide => ({
  instrument: null,
  side: 'long',
  quantity: 66,
  entryBar: 101,
  exitBar: 130,
  entryTime: Date.UTC(2000, 4, 26),
  exitTime: Date.UTC(2000, 6, 7, 14, 30),
  entryPrice: 1441.4721,
  exitPrice: 0.0001234567,
  return: -0.02,
  ...change,
});
const one = { sets: [{ alias: null }] } as unknown as SharedData;
const several = { sets: [{ alias: 'A' }, { alias: 'B' }] } as unknown as SharedData;

describe('tradeRows', () => {
  it('shows both sides with times, prices in full, and what differs', () => {
    const rows = tradeRows({ index: 6, sent: side(), here: side({ exitBar: 131, return: -0.0200001 }) }, one);
    expect(rows.map(({ name, same }) => [name, same])).toEqual([
      ['Side', true],
      ['Quantity', true],
      ['Entry', true],
      ['Entry price', true],
      ['Exit', false],
      ['Exit price', true],
      ['Return', false],
    ]);
    expect(rows.map(({ sent }) => sent)).toEqual([
      'long',
      '66',
      '2000-05-26, bar 102',
      '1,441.4721',
      '2000-07-07 14:30 UTC, bar 131',
      '0.0001234567',
      '\u22122.0000\u202f%',
    ]);
  });

  it('says what one side does not tell, and which has no such trade', () => {
    const old = side({ side: null, quantity: null, entryPrice: null, exitPrice: null, entryTime: null });
    const rows = tradeRows({ index: 0, sent: old, here: side() }, one);
    expect(rows.map(({ sent, same }) => [sent, same]).slice(0, 3)).toEqual([
      ['not told', null],
      ['not told', null],
      ['bar 102', true],
    ]);
    const missing = tradeRows({ index: 0, sent: null, here: side({ exitBar: null }) }, one);
    expect(missing.every(({ sent, same }) => sent === 'no such trade' && same === false)).toBe(true);
    expect(missing.find(({ name }) => name === 'Exit')?.here).toBe('still open');
  });

  it('names the instrument where there are several', () => {
    const rows = tradeRows(
      { index: 0, sent: side({ instrument: 'A' }), here: side({ instrument: 'B' }) },
      several,
    );
    expect(rows[0]).toEqual({ name: 'Instrument', sent: 'A', here: 'B', same: false });
  });
});
