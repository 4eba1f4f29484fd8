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

/** What a row says: when, what, and of which order or event. */
function told(book: EventBook, row: number): readonly unknown[] {
  const when = [book.barAt(row), book.timeAt(row), book.kindAt(row)];
  if (book.kindAt(row) === 'told') return [...when, book.rare[book.detailAt(row)]];
  const step = [...when, book.orderAt(row), book.statusAt(row), book.reasonAt(row)];
  return book.kindAt(row) === 'submitted' ? [...step, book.amountsAt(row)] : step;
}

function expected(row: number): readonly unknown[] {
  const time = row * 0.25;
  if (row % 3 === 0) return [row, time, 'submitted', id(row), 'submitted', 'signal', amounts(row)];
  if (row % 3 === 1) return [row, time, 'order', id(row), 'canceled', 'replaced'];
  return [row, time, 'told', { kind: 'split', bar: row, time, market: 1, ratio: row }];
}

const allTold = (book: EventBook): unknown[] =>
  Array.from({ length: book.length }, (_, row) => told(book, row));
const allExpected = (rows: number): unknown[] => Array.from({ length: rows }, (_, row) => expected(row));

describe('the book of events', () => {
  it('gives back what it was told', () => {
    expect(allTold(filled())).toEqual(allExpected(ROWS));
  });

  it('forgets an event that is taken out, and nothing else', () => {
    const book = filled();
    book.remove(150);
    expect(allTold(book)).toEqual(allExpected(ROWS).filter((_, row) => row !== 150));
  });

  it('goes on from what it saved', () => {
    const book = new EventBook();
    book.restore(structuredClone(filled().save()));
    book.amounts('submitted', ROWS, ROWS * 0.25, id(ROWS), amounts(ROWS), 'signal');
    expect(allTold(book)).toEqual(allExpected(ROWS + 1));
  });
});
