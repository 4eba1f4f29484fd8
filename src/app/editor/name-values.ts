import type { Bars } from '../../core/bars';
import type { SeriesValues } from '../../research/outcome';
import { paramText } from '../../script/param-text';
import type { PlanParam } from '../../script/plan';
import { formatPrice } from '../price';
import { lensTags } from './lens-tags';

/** What a name of the script is worth. */
export interface NameValue {
  /** Which output it is, as `signal`; empty for a name with one value. */
  readonly name: string;
  /** As `2,981.35`. */
  readonly text: string;
  /** Colour of its line, 1 to 6; null when it is not drawn. */
  readonly series: number | null;
  /** As `on 2020-04-17` or `on its slider`. */
  readonly when: string;
}

/** Where the values come from: a finished run, the bar that is looked at, and the sliders. */
export interface ValueSource {
  readonly lenses: readonly SeriesValues[];
  readonly plots: readonly SeriesValues[];
  readonly bars: Bars | null;
  /** Row that is looked at; outside the rows there are no values. */
  readonly bar: number;
  /** The bar in words, as `2020-04-17`. */
  readonly date: string;
  /** Of the prices. */
  readonly decimals: number;
  readonly params: readonly PlanParam[];
  /** Values over the script's. */
  readonly parameters: Readonly<Record<string, number>>;
}

const PRICES = ['open', 'high', 'low', 'close', 'volume'] as const;

/** What a name is worth at the bar: a price, a value or record of the script, or a parameter. */
export function nameValues(name: string, source: ValueSource): readonly NameValue[] {
  const param = source.params.find((known) => known.name === name);
  if (param) {
    const text = paramText(param, source.parameters[name] ?? param.default);
    return [{ name: '', text, series: null, when: 'on its slider' }];
  }
  const when = `on ${source.date}`;
  const column = PRICES.find((known) => known === name);
  const price = column && source.bars?.[column][source.bar];
  if (price !== undefined) {
    const text = formatPrice(price, column === 'volume' ? 0 : source.decimals);
    return [{ name: '', text, series: null, when }];
  }
  const own = source.lenses.filter((lens) => lens.name === name || lens.name.startsWith(`${name}.`));
  return lensTags(own, source.plots, source.bar, source.decimals).map((tag) => ({
    name: tag.name === name ? '' : tag.name.slice(name.length + 1),
    text: tag.text,
    series: tag.series,
    when,
  }));
}
