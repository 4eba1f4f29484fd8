import { expect, it } from 'vitest';
import { markHits, rank } from './search';

it('ranks beginnings before insides, and leaves out what does not answer', () => {
  const titles = ['Export sweep as CSV', 'Sweep fast and slow', 'Answer', 'Undo'];
  const found = titles
    .map((title) => ({ title, rank: rank(title, 'sw') }))
    .filter((hit) => hit.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  expect(found.map((hit) => hit.title)).toEqual(['Sweep fast and slow', 'Export sweep as CSV', 'Answer']);
});

it('needs every word', () => {
  expect(rank('Export trades as CSV', 'csv trades')).not.toBe(null);
  expect(rank('Export trades as CSV', 'csv sweep')).toBe(null);
});

it('marks hits, whatever signs they hold', () => {
  expect(markHits('Export sweep', 'sw')).toEqual([
    { text: 'Export ', hit: false },
    { text: 'sw', hit: true },
    { text: 'eep', hit: false },
  ]);
  expect(markHits('a (b', '(')).toHaveLength(3);
  expect(markHits('Undo', '')).toEqual([{ text: 'Undo', hit: false }]);
});
