import { expect, it } from 'vitest';
import type { Agreement, SweepOutcome } from '../../../research/outcome';
import { agreementWords } from './agreement-words';

const sweep = (agreement: Agreement | null, refusal: string | null = null): SweepOutcome =>
  ({ agreement, refusal }) as unknown as SweepOutcome;
const agreement: Agreement = {
  backend: 'webgpu',
  precision: 'f32',
  cells: 64,
  rankCorrelation: 0.99981,
  worstDifference: 0.0123,
  worstCell: [10, 240],
  tradeDifferences: 2,
};

it('says that all is exact, and why there was no fast path', () => {
  expect(agreementWords(sweep(null))).toBe('Every setting was run by the exact engine.');
  expect(agreementWords(sweep(null, 'The script places limit orders'))).toMatch(/limit orders\.$/);
});

it('says how far screening agrees, and where it is worst', () => {
  expect(agreementWords(sweep(agreement))).toBe(
    'Screened by GPU in f32. 64 settings were run exactly as well: rank correlation 0.9998, greatest difference 0.01 at 10/240, trade counts differ in 2.',
  );
});

it('keeps small differences apart from none', () => {
  expect(agreementWords(sweep({ ...agreement, worstDifference: 3.2e-7 }))).toContain('3.2 × 10⁻⁷');
  expect(agreementWords(sweep({ ...agreement, worstDifference: 0, rankCorrelation: null }))).toContain(
    'too few to compare ranks, greatest difference 0, ',
  );
});
