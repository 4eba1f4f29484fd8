import { describe, expect, it } from 'vitest';
import type { OrderId } from '../core/nominal';
import { EventBook } from './event-book';

const ROWS = 300;

const id = (row: number): OrderId => (row + 1) as OrderId;

const amounts = (row: number) => ({ quantity: row / 3, filled: row / 4, price: 100 + row / 5, limit: NaN });

/** Submissions, steps and rare events by turns. */
function filled(): EventBook {
  const book = new EventBook();
  for (let row = 0; row < ROWS; row++) {
    const time = row * 0.25;
    if (row % 3 === 0) book.amounts('submitted', row, time, id(row), amounts(row), 'signal');
    else if (row % 3 === 1) book.step('order', row, time, id(row), 'canceled', 'replaced');
    else book.tell({ kind: 'split', bar: row, time, market: 1, ratio: row });
  }
  return book;
}

function lookAt(book: EventBook, at: number, row: number): void {
  expect(book.barAt(at)).toBe(row);
  expect(book.timeAt(at)).toBe(row * 0.25);
  if (row % 3 === 2) {
    expect(book.kindAt(at)).toBe('told');
    expect(book.rare[book.detailAt(at)]).toMatchObject({ kind: 'split', ratio: row });
    return;
  }
  expect(book.orderAt(at)).toBe(id(row));
  expect(book.kindAt(at)).toBe(row % 3 === 0 ? 'submitted' : 'order');
  expect(book.statusAt(at)).toBe(row % 3 === 0 ? 'submitted' : 'canceled');
  expect(book.reasonAt(at)).toBe(row % 3 === 0 ? 'signal' : 'replaced');
  if (row % 3 === 0) expect(book.amountsAt(at)).toEqual(amounts(row));
}

describe('the book of events', () => {
  it('gives back what it was told', () => {
    const book = filled();
    expect(book.length).toBe(ROWS);
    for (let row = 0; row < ROWS; row++) lookAt(book, row, row);
  });

  it('forgets an event that is taken out, and nothing else', () => {
    const book = filled();
    book.remove(150);
    expect(book.length).toBe(ROWS - 1);
    for (let row = 0; row < ROWS; row++) {
      if (row !== 150) lookAt(book, row < 150 ? row : row - 1, row);
    }
  });

  it('goes on from what it saved', () => {
    const book = new EventBook();
    book.restore(structuredClone(filled().save()));
    book.amounts('submitted', ROWS, ROWS * 0.25, id(ROWS), amounts(ROWS), 'signal');
    for (let row = 0; row <= ROWS; row++) lookAt(book, row, row);
  });
});
