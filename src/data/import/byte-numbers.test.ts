import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoCell, plainCell } from './byte-numbers';
import { parseNumber } from './numbers';
import { emptyStamp, readStamp } from './stamps';

const ascii = fc.string({ unit: fc.constantFrom(...'0123456789.+-eE, xT:Z/') });
const decimal = fc
  .tuple(fc.constantFrom('', '-', '+'), fc.stringMatching(/^\d{0,12}\.?\d{0,8}$/))
  .map((p) => p.join(''));

it('plain numbers have the bits that Number gives, or are left to the text parser', () => {
  fc.assert(
    fc.property(fc.oneof(decimal, ascii, fc.double().map(String)), (cell) => {
      const plain = plainCell(cell);
      expect(Number.isNaN(plain) || Object.is(plain, parseNumber(cell, '.'))).toBe(true);
    }),
    { seed: 1, numRuns: 20_000 },
  );
});

it('reads every number of fifteen digits or fewer by itself', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
      fc.nat(15),
      (digits, places) => {
        const text = String(Math.abs(digits)).padStart(15, '0');
        const cell = `${digits < 0 ? '-' : ''}${text.slice(0, 15 - places)}.${text.slice(15 - places)}`;
        expect(plainCell(cell)).toBe(Number(cell));
      },
    ),
    { seed: 1, numRuns: 20_000 },
  );
});

it('stamps are those of the text parser, or are left to it', () => {
  const stamp = fc
    .tuple(
      fc.stringMatching(/^[12]\d{3}-[01]\d-[0-3]\d$/),
      fc.constantFrom('', 'T', ' ', 'x'),
      fc.stringMatching(/^([0-2]\d:[0-6]\d:[0-6]\d)?$/),
      fc.constantFrom('', 'Z', '+', '.'),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(stamp, ascii), (cell) => {
      const [fast, slow] = [emptyStamp(), emptyStamp()];
      readStamp(cell, { kind: 'iso' }, slow);
      const isRead = isoCell(cell, fast);
      const { date, clock, offset } = fast;
      expect(
        !isRead || (date === slow.date && Object.is(clock, slow.clock) && Object.is(offset, slow.offset)),
      ).toBe(true);
    }),
    { seed: 1, numRuns: 20_000 },
  );
});
