import { expect, it } from 'vitest';
import { barAfterKey } from './bar-keys';

const press = (key: string, shiftKey = false) => ({
  key,
  shiftKey,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
});

it('moves by one, by a fiftieth with Shift, and never beyond the ends', () => {
  expect(barAfterKey(press('ArrowRight'), 5, 100)).toBe(6);
  expect(barAfterKey(press('ArrowLeft', true), 50, 100)).toBe(48);
  expect(barAfterKey(press('ArrowLeft'), 0, 100)).toBe(0);
  expect(barAfterKey(press('ArrowRight'), 99, 100)).toBe(99);
  expect(barAfterKey(press('ArrowRight', true), 1, 3)).toBe(2);
});

it('starts at either end', () => {
  expect(barAfterKey(press('ArrowLeft'), null, 100)).toBe(99);
  expect(barAfterKey(press('ArrowRight'), null, 100)).toBe(0);
  expect(barAfterKey(press('Home'), null, 100)).toBe(0);
  expect(barAfterKey(press('End'), null, 100)).toBe(99);
});

it('goes away by Escape, and leaves other keys alone', () => {
  expect(barAfterKey(press('Escape'), 4, 100)).toBeNull();
  expect(barAfterKey(press('Escape'), null, 100)).toBeUndefined();
  expect(barAfterKey(press('a'), 4, 100)).toBeUndefined();
  expect(barAfterKey({ ...press('ArrowLeft'), ctrlKey: true }, 4, 100)).toBeUndefined();
  expect(barAfterKey(press('ArrowLeft'), null, 0)).toBeUndefined();
});
