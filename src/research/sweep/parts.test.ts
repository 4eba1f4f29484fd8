import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectiveOf } from './objective';
import { goalOf } from './objective-spec';
import { paretoFront } from './pareto-front';
import { reorder } from './reorder';
import { decodeRows, encodeRows } from './rows-codec';
import { joinRows } from './row-list';
import type { TrialRows } from './trial-rows';

const rows: TrialRows = {
  figures: { sharpe: Float64Array.of(0.5, NaN, -0), trades: Float64Array.of(3, 0, 12) },
  blocks: Float32Array.from({ length: 96 }, (_, k) => k / 7),
  early: Float64Array.of(0.01, 0, NaN),
  sharpeError: Float64Array.of(NaN, 0.2, 0.3),
};

describe('rows as bytes', () => {
  it('come back as they were', () => {
    expect(decodeRows(encodeRows(rows))).toEqual(rows);
    const bare = { ...rows, blocks: new Float32Array() };
    expect(decodeRows(encodeRows(bare))).toBeNull();
  });

  it('are not read where a byte has changed or is missing', () => {
    const bytes = encodeRows(rows);
    for (let at = 0; at < bytes.length; at += 3) {
      const damaged = bytes.slice();
      damaged[at]! ^= 0x10;
      expect(decodeRows(damaged)).toBeNull();
      expect(decodeRows(bytes.slice(0, at))).toBeNull();
    }
  });

  it('follow each other where they are joined', () => {
    const joined = joinRows([rows, rows]);
    expect([...joined.figures.trades!]).toEqual([3, 0, 12, 3, 0, 12]);
    expect(joined.blocks).toHaveLength(192);
  });
});

describe('rows in another order', () => {
  it('are those of a copy, whatever the order', () => {
    const orders = fc.integer({ min: 1, max: 40 }).chain((count) =>
      fc.shuffledSubarray(
        Array.from({ length: count }, (_, k) => k),
        { minLength: count, maxLength: count },
      ),
    );
    fc.assert(
      fc.property(orders, fc.integer({ min: 1, max: 3 }), (order, width) => {
        const table = Float64Array.from({ length: order.length * width }, (_, k) => k);
        const copied = order.flatMap((row) => [...table.subarray(row * width, (row + 1) * width)]);
        reorder(table, Uint32Array.from(order), width);
        expect([...table]).toEqual(copied);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('the Pareto front', () => {
  it('is what no other row beats', () => {
    const scores = [Float64Array.of(1, 2, 3, 2, NaN, 3), Float64Array.of(3, 2, 1, 1, 9, 1)];
    expect(paretoFront(scores, [0, 1, 2, 3, 4, 5])).toEqual([0, 1, 2, 5]);
    expect(paretoFront(scores, [1, 3])).toEqual([1]);
  });

  it('is that of comparing every pair', () => {
    const score = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(NaN));
    const columns = fc
      .integer({ min: 1, max: 4 })
      .chain((count) =>
        fc.array(fc.tuple(...Array.from({ length: count }, () => score)), { minLength: 0, maxLength: 30 }),
      );
    fc.assert(
      fc.property(columns, (table) => {
        const count = table[0]?.length ?? 1;
        const scores = Array.from({ length: count }, (_, k) =>
          Float64Array.from(table, (row) => row[k] ?? NaN),
        );
        const beats = (a: readonly number[], b: readonly number[]): boolean =>
          a.every((value, k) => value >= b[k]!) && a.some((value, k) => value > b[k]!);
        const known = table.map((row) => row as readonly number[]).filter((row) => !row.some(Number.isNaN));
        const expected = table.flatMap((row, at) =>
          row.some(Number.isNaN) || known.some((other) => beats(other, row)) ? [] : [at],
        );
        expect(
          paretoFront(
            scores,
            table.map((_, at) => at),
          ),
        ).toEqual(expected);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});

describe('an objective', () => {
  it('is a figure or a formula over figures; higher is better', () => {
    expect(objectiveOf({ formula: 'sharpe', goal: 'maximize' }).score([0.7])).toBe(0.7);
    const fall = objectiveOf({ formula: 'maxDrawdown', goal: 'minimize' });
    expect([fall.figures, fall.score([0.3]), fall.score([NaN])]).toEqual([['maxDrawdown'], -0.3, NaN]);
    const calmar = objectiveOf({ formula: 'cagr / maxDrawdown', goal: 'maximize' });
    expect(calmar.figures).toEqual(['cagr', 'maxDrawdown']);
    expect([calmar.score([0.1, 0.2]), calmar.score([0.1, 0])]).toEqual([0.5, NaN]);
  });

  it('knows which way a figure is better', () => {
    expect(['sharpe', 'maxDrawdown', 'costs', 'trades', 'cagr - costs'].map(goalOf)).toEqual([
      'maximize',
      'minimize',
      'minimize',
      'maximize',
      'maximize',
    ]);
  });

  it('is refused where it reads no figure', () => {
    expect(() => objectiveOf({ formula: '1 + 1', goal: 'maximize' })).toThrow(
      expect.objectContaining({ code: 'formula_invalid' }),
    );
  });
});
