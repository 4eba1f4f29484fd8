import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../script/annotations';
import { messageColumns, messagesOf } from './script-messages';

const at = (row: number): { row: number; time: number } => ({ row, time: Date.UTC(2024, 0, 1 + row) });

const TOLD: readonly Annotation[] = [
  { kind: 'log', line: 9, ...at(0), text: 'low 10' },
  { kind: 'background', line: 3, from: 0, to: 4, tone: 'up' },
  { kind: 'mark', line: 4, ...at(2), text: 'top', position: 'above' },
  { kind: 'alert', line: 2, ...at(2), text: 'flat' },
];

describe('messages of a script', () => {
  it('stand newest first, then as in the script, without backgrounds', () => {
    expect(messagesOf(TOLD).map(({ text }) => text)).toEqual(['flat', 'top', 'low 10']);
  });

  it('are told with bar, kind and line', () => {
    const columns = messageColumns(null);
    const rows = messagesOf(TOLD).map((message) => columns.map((column) => column.text(message)));
    expect(rows[0]).toEqual(['2024-01-03', 'Alert', 'flat', '2']);
  });
});
