import { expect, it } from 'vitest';
import type { BacktestAnswer, StoredRun } from '../../../workers/protocol';
import { versionsOf } from './versions';

const run = (id: string, source: string | undefined, at: number): StoredRun => ({
  id,
  script: 's',
  dataset: 'd',
  parameters: {},
  ...(source === undefined ? {} : { source }),
  label: 'x',
  sharpe: 0.264,
  trades: 29,
  hash: 'h',
  at,
});
const answerOf = (source: string): BacktestAnswer => ({ request: { source } }) as BacktestAnswer;
const NOON = Date.UTC(2026, 0, 2, 12, 5);

it('lists texts that differ from the one on screen, each once, the result on screen first', () => {
  const runs = [run('c', 'now', NOON), run('b', 'old', NOON), run('a', 'old', 0), run('z', undefined, 0)];
  expect(versionsOf('now', answerOf('good'), runs, 'UTC').map(({ id }) => id)).toEqual(['shown', 'b']);
  expect(versionsOf('now', answerOf('now'), runs, 'UTC')).toEqual([
    { id: 'b', label: '2026-01-02 12:05, Sharpe 0.26, 29 trades', source: 'old' },
  ]);
});

it('is empty where every run had the text on screen', () => {
  expect(versionsOf('now', answerOf('now'), [run('a', 'now', 0)], 'UTC')).toEqual([]);
  expect(versionsOf('now', null, [], 'UTC')).toEqual([]);
});

it('offers twenty at most', () => {
  const runs = Array.from({ length: 30 }, (_, i) => run(String(i), `text ${i}`, i));
  expect(versionsOf('now', null, runs, 'UTC')).toHaveLength(20);
});
