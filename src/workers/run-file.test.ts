import { tableFromIPC } from 'apache-arrow';
import { expect, it } from 'vitest';
import { sp500Bars } from '../../tests/support/sp500';
import { fingerprint } from '../core/fingerprint';
import { runBacktest } from '../research/backtest';
import { tearsheet } from '../research/tearsheet';
import { BUILT_IN } from '../strategies/built-in';
import { compileOrThrow } from '../script/plan-or-throw';
import type { RunTable } from './report-protocol';
import { figuresFile, runFile } from './run-file';

const bars = sp500Bars();
const instrument = { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 };
const plan = compileOrThrow(BUILT_IN[0]?.source ?? '');
const { result } = runBacktest({
  plan,
  parameters: {},
  bars,
  dataHash: fingerprint(bars),
  instrument,
  tries: 1,
});
const sheet = tearsheet({ run: result, bars, instrument, benchmark: null });

const ROWS: readonly (readonly [RunTable, number])[] = [
  ['equity', bars.time.length],
  ['trades', result.trades.length],
  ['orders', result.orders.length],
  ['order-events', result.orders.reduce((sum, order) => sum + order.events.length, 0)],
  ['fills', result.fills.length],
];

it.each(ROWS)('saves %s with one row each, in every format', (table, rows) => {
  const csv = runFile(result, table, 'csv');
  const arrow = runFile(result, table, 'arrow');
  const json = runFile(result, table, 'json');
  expect([csv.name, arrow.name, json.name]).toEqual([`${table}.csv`, `${table}.arrow`, `${table}.json`]);
  expect(String(csv.content).trimEnd().split('\r\n')).toHaveLength(rows + 1);
  expect(JSON.parse(String(json.content))).toHaveLength(rows);
  expect(tableFromIPC(arrow.content as Uint8Array).numRows).toBe(rows);
});

it('saves every figure once, with its sides and its reason', () => {
  const { content, name } = figuresFile(sheet, 'json');
  const rows = JSON.parse(String(content)) as { key: string; value: number | null; reason: string | null }[];
  const count =
    sheet.groups.reduce((sum, { figures }) => sum + figures.length, 0) +
    sheet.trades.rows.length +
    sheet.tradingView.rows.length;
  expect(name).toBe('figures.json');
  expect(rows).toHaveLength(count);
  for (const { value, reason } of rows) expect((value === null) === (reason !== null)).toBe(true);
  expect(rows.find(({ key }) => key === 'winRate')).toMatchObject({ short: null });
});
