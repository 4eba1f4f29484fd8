import { describe, expect, it } from 'vitest';
import { bundledSample } from './bundled';
import { parseSample } from './sample';

const HEADER = 'date,open,high,low,close,adjclose,volume';

describe('the sample of the replay', () => {
  it('is the bundled history, whole', () => {
    const { bars, source } = bundledSample();
    expect(bars).toHaveLength(5105);
    expect(bars[0]).toEqual({
      time: Date.UTC(2000, 0, 3),
      open: 1469.25,
      high: 1478,
      low: 1438.359985,
      close: 1455.219971,
      volume: 931_800_000,
    });
    expect(bars.at(-1)?.time).toBe(Date.UTC(2020, 3, 17));
    expect(source).toMatch(/^Replay of sp500-2000\.csv, vega-datasets \d+\.\d+\.\d+$/);
  });

  it('reads columns by name, whatever their order and line ends', () => {
    const csv = 'close,date,volume,low,high,open\r\n4,2020-01-02,5,2,3,1\r\n';
    expect(parseSample('x.csv', csv)).toEqual([
      { time: Date.UTC(2020, 0, 2), open: 1, high: 3, low: 2, close: 4, volume: 5 },
    ]);
  });

  it.each([
    ['date,open\n2020-01-02,1', 1, 'high'],
    [`${HEADER}\n2020-01-02,1,1,1,1,1`, 2, '7 values'],
    [`${HEADER}\n2020-01-02,1,1,1,1,1,1\n2020-01-03,1,x,1,1,1,1`, 3, 'not a number'],
    [`${HEADER}\n2020-01-02,1,,1,1,1,1`, 2, 'not a number'],
    [`${HEADER}\n2020-13-02,1,1,1,1,1,1`, 2, 'a date'],
    [`${HEADER}\n02/01/2020,1,1,1,1,1,1`, 2, 'a date'],
    [`${HEADER}\n2020-01-02,1,1,1,1,1,1\n2020-01-02,1,1,1,1,1,1`, 3, 'not after'],
  ])('refuses %j', (csv, line, reason) => {
    expect(() => parseSample('x.csv', csv)).toThrow(
      expect.objectContaining({
        code: 'csv_malformed',
        params: { file: 'x.csv', line, reason: expect.stringContaining(reason) },
      }),
    );
  });
});
