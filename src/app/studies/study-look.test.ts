import { describe, expect, it } from 'vitest';
import { entry, study, CATALOGUE } from './studies.fixture';
import { fillingOf, newLooks } from './study-look';

const EMPTY = { colours: [], lines: 0 };
const infoOf = (name: string) => CATALOGUE.get(name);

describe('looks of a new study', () => {
  it('takes colours that the pane does not have', () => {
    expect(newLooks(entry('sma'), { colours: [0, 1], lines: 2 })['value']?.colour).toBe(2);
    expect(newLooks(entry('sma'), { colours: [0, 1, 2, 3, 4, 5, 0], lines: 7 })['value']?.colour).toBe(1);
  });

  it('adds dash patterns beyond two lines', () => {
    expect(newLooks(entry('sma'), EMPTY)['value']?.dash).toBe(0);
    expect(newLooks(entry('sma'), { colours: [0, 1], lines: 2 })['value']?.dash).toBe(1);
    expect(newLooks(entry('sma'), { colours: [0, 1, 2], lines: 3 })['value']?.dash).toBe(2);
  });

  it('gives both edges of a band one colour, and a dashed output its dashes', () => {
    const bands = newLooks(entry('bbands'), EMPTY);
    expect(bands['upper']?.colour).toBe(bands['lower']?.colour);
    expect(bands['middle']?.colour).not.toBe(bands['upper']?.colour);
    expect(newLooks(entry('macd'), EMPTY)).toEqual({
      macd: { colour: 0, dash: 0 },
      signal: { colour: 1, dash: 1 },
      histogram: { colour: 2, dash: 0 },
    });
  });
});

it('counts what shown studies have in a pane, histograms apart', () => {
  const macd = study('m', 'macd', { pane: 'm', looks: newLooks(entry('macd'), EMPTY) });
  const hidden = study('r', 'rsi', { pane: 'm', visible: false });
  const filling = fillingOf([macd, hidden], 'm', infoOf, { colours: [5], lines: 1 });
  expect(filling).toEqual({ colours: [5, 0, 1, 2], lines: 3 });
});
