import csv from '@sp500.csv?raw';
import { dependencies } from '../../../package.json';
import { parseSample, type ReplaySample } from './sample';

const FILE = 'sp500-2000.csv';

/** The daily S&P 500 history that comes with Backtab. */
export function bundledSample(): ReplaySample {
  return {
    instrument: { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 },
    interval: '1d',
    source: `Replay of ${FILE}, vega-datasets ${dependencies['vega-datasets']}`,
    bars: parseSample(FILE, csv),
  };
}
