import type { Column } from '../../core/column';
import type { DatasetManifest } from '../../core/dataset';
import type { MetricInfo, Metrics } from '../../core/metrics';
import { METRICS } from '../../core/metric-info';
import { paramText } from '../../script/param-text';
import type { PlanParam } from '../../script/plan';
import { formatInteger, formatMoney, formatNumber, formatPercent } from '../format';

/** Values in force, in the order of the script. */
export function parameterValues(
  params: readonly PlanParam[],
  changed: Readonly<Record<string, number>>,
): readonly (readonly [string, number])[] {
  return params.map((param) => [param.name, changed[param.name] ?? param.default]);
}

/** `fast 20 · slow 100`; empty for a script without parameters. */
export const parameterWords = (
  params: readonly PlanParam[],
  changed: Readonly<Record<string, number>>,
  separator = ' · ',
): string =>
  params
    .map((param) => `${param.name} ${paramText(param, changed[param.name] ?? param.default)}`)
    .join(separator);

/** A figure in its unit. */
export function metricText(info: MetricInfo, metrics: Metrics, currency: string): string {
  const value = metrics[info.key];
  switch (info.unit) {
    case 'fraction': {
      const isFall = info.key === 'maxDrawdown' && value !== null;
      return formatPercent(isFall ? -value : value, { signed: info.key === 'totalReturn', decimals: 1 });
    }
    case 'ratio':
      return formatNumber(value);
    case 'bars':
      return value === null ? 'n/a' : `${formatInteger(value)} bars`;
    case 'money':
      return formatMoney(value, currency);
    case 'count':
      return formatInteger(value);
  }
}

/** `CAGR: (last equity / first equity) ^ …`, for a figure's tooltip. */
export function formulaOf(key: keyof Metrics): string | undefined {
  const info = METRICS.find((metric) => metric.key === key);
  return info && `${info.technicalName}: ${info.formula}`;
}

/** How many years lie between the first bar and the last. */
export function yearsOf(time: Column): number {
  const last = time.length - 1;
  const DAYS_PER_YEAR = 365.25;
  return last < 1 ? 0 : (time[last]! - time[0]!) / (DAYS_PER_YEAR * 86_400_000);
}

/** Rows that the cautions of a dataset's report speak of. */
export const cautionRows = (dataset: DatasetManifest): number =>
  dataset.report.notes
    .filter((note) => note.level === 'caution')
    .reduce((most, note) => Math.max(most, note.count), 0);

/** Text with the figures that carry a sentence set apart. */
export function emphasise(sentence: string): readonly { readonly text: string; readonly strong: boolean }[] {
  const FIGURE = /([+\u2212]?\d[\d,.]*\u202f%(?: a year)?)/;
  let strongLeft = 2;
  return sentence
    .split(FIGURE)
    .filter((text) => text !== '')
    .map((text) => ({ text, strong: FIGURE.test(text) && strongLeft-- > 0 }));
}
