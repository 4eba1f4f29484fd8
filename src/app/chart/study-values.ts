import { formatInteger } from '../format';
import { formatSeriesValue } from '../price';
import type { ChartStudy, StudySeries } from './chart-props';

/** A value of a study in words: a price over the prices, a whole number for signals, else a figure. */
export function studyValue(study: ChartStudy, series: StudySeries, bar: number, decimals: number): string {
  const value = series.values[bar] ?? NaN;
  if (series.style === 'marks' || series.style === 'none') return formatInteger(value);
  return formatSeriesValue(study.pane === 'price' ? 'price' : 'own', value, decimals);
}

/** Name of one output of a study: `SMA 20`, `Bollinger Bands 20, 2, 2, upper`. */
export const seriesTitle = (study: ChartStudy, series: StudySeries): string =>
  series.name ? `${study.title}, ${series.name}` : study.title;

/** All values of a study at a bar: `RSI 14 61.20`, `MACD 12, 26, 9: macd 3.10, signal 2.80`. */
export function studySpeech(study: ChartStudy, bar: number, decimals: number): string {
  const values = study.series.map((series) =>
    `${series.name} ${studyValue(study, series, bar, decimals)}`.trim(),
  );
  const note = study.note ? `, ${study.note}` : '';
  if (values.length === 0 || study.failed) return `${study.title}${note}`;
  return values.length === 1
    ? `${study.title} ${values[0]}${note}`
    : `${study.title}: ${values.join(', ')}${note}`;
}
