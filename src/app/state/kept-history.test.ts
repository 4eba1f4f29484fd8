import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EditHistory, type EditState } from './history';
import { readHistory, writeHistory } from './kept-history';

const at = (source: string, fast = 20): EditState => ({ source, parameters: { fast }, settings: {} });
const history = {
  now: at('sma(close, 25)', 30),
  steps: {
    past: [at(''), at('sma(close)'), at('sma(close, 20)', 30)],
    future: [at('x'), at('sma(close, 30)')],
  },
};

describe('kept history', () => {
  it('comes back as it was', () => {
    expect(readHistory(writeHistory(history), history.now.source)).toEqual(history);
  });

  it('comes back from any states', () => {
    const state = fc.record({
      source: fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', '"'), maxLength: 12 }),
      parameters: fc.dictionary(
        fc.constantFrom('fast', 'slow'),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      ),
      settings: fc.constantFrom({}, { feePercent: 0.2 }, { feeMakerPercent: NaN, intrabar: 'path' } as const),
    });
    const states = fc.array(state, { maxLength: 6 });
    fc.assert(
      fc.property(state, states, states, (now, past, future) => {
        const kept = readHistory(writeHistory({ now, steps: { past, future } }), now.source);
        const distinct = (list: readonly EditState[]): readonly EditState[] => {
          const all = [...list, now];
          return list.filter((one, i) => JSON.stringify(one) !== JSON.stringify(all[i + 1]));
        };
        expect(JSON.stringify(kept?.steps.past)).toBe(JSON.stringify(distinct(past)));
        expect(JSON.stringify(kept?.steps.future)).toBe(JSON.stringify(distinct(future)));
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('is not read for another text', () => {
    expect(readHistory(writeHistory(history), 'sma(close, 26)')).toBeNull();
  });

  it.each([
    ['nothing', null],
    ['an empty text', ''],
    ['half a text', writeHistory(history).slice(0, 80)],
    ['another version', writeHistory(history).replace('"version":1', '"version":2')],
    ['a step beyond the text', writeHistory(history).replace('"text":[11,13', '"text":[11,1300')],
    ['a value that is no number', writeHistory(history).replace('"fast":30', '"fast":"30"')],
    ['an unknown setting', writeHistory(history).replace('"settings":{}', '"settings":{"__proto__x":1}')],
    ['a list', '[]'],
  ])('is not read from %s', (_, text) => {
    expect(readHistory(text, history.now.source)).toBeNull();
  });

  it('keeps the nearest steps within its bounds', () => {
    const past = Array.from({ length: 500 }, (_, i) => at(`step ${i}`));
    const kept = readHistory(writeHistory({ now: at('now'), steps: { past, future: [] } }), 'now');
    expect(kept?.steps.past).toHaveLength(200);
    expect(kept?.steps.past.at(-1)).toEqual(at('step 499'));

    const long = Array.from({ length: 60 }, (_, i) => at(String(i % 10).repeat(16_000)));
    const text = writeHistory({ now: at('now'), steps: { past: long, future: long } });
    expect(text.length).toBeLessThanOrEqual(262_144);
    expect(readHistory(text, 'now')?.steps.past.at(-1)).toEqual(long.at(-1));
  });

  it('goes on as a history that leaves studies alone', () => {
    const kept = readHistory(writeHistory(history), history.now.source);
    const next = new EditHistory();
    next.restart(kept?.steps);
    const step = next.undo({ ...history.now, studies: [], datasets: null });
    expect(step).toEqual({ ...at('sma(close, 20)', 30), studies: null });
    expect(next.canRedo).toBe(true);
  });
});
