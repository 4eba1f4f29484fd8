import { describe, expect, it } from 'vitest';
import { EditHistory } from './history';

const at = (source: string, fast = 20) => ({
  source,
  parameters: { fast },
  settings: {},
  studies: [],
  datasets: null,
});

describe('edit history', () => {
  it('joins quick edits of one kind and keeps others apart', () => {
    const history = new EditHistory();
    history.remember(at('a'), 'text', 0);
    history.remember(at('ab'), 'text', 100);
    history.remember(at('abc'), 'slider fast', 150);
    expect(history.undo(at('abc', 25))).toEqual(at('abc'));
    expect(history.undo(at('abc'))).toEqual(at('a'));
    expect(history.canUndo).toBe(false);
  });

  it('keeps slow edits apart', () => {
    const history = new EditHistory();
    history.remember(at('a'), 'text', 0);
    history.remember(at('ab'), 'text', 1000);
    expect(history.undo(at('abc'))).toEqual(at('ab'));
    expect(history.undo(at('ab'))).toEqual(at('a'));
  });

  it('redoes what was undone until something new is done', () => {
    const history = new EditHistory();
    history.remember(at('a'), 'text', 0);
    history.undo(at('b'));
    expect(history.redo(at('a'))).toEqual(at('b'));
    history.undo(at('b'));
    history.remember(at('a'), 'text', 5000);
    expect(history.redo(at('c'))).toBeUndefined();
  });

  it('forgets the oldest steps beyond its bound', () => {
    const history = new EditHistory();
    for (let i = 0; i < 600; i++) history.remember(at(String(i)), 'text', i * 1000);
    let steps = 0;
    while (history.undo(at('now'))) steps++;
    expect(steps).toBe(500);
  });
});
