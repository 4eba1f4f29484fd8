import { catalogueInfo } from '../../workers/study-compute';
import type { IndicatorInfo } from '../../workers/study.client';
import type { Catalogue, Study } from './study';

/** The real catalogue, by name. */
export const CATALOGUE: Catalogue = new Map(catalogueInfo().map((info) => [info.name, info]));

/** An entry that is known to be there. */
export function entry(name: string): IndicatorInfo {
  const info = CATALOGUE.get(name);
  if (!info) throw new Error(`no indicator ${name}`);
  return info;
}

/** A study with the defaults, over what is given. */
export const study = (id: string, indicator: string, over: Partial<Study> = {}): Study => ({
  id,
  indicator,
  params: {},
  sources: {},
  pane: entry(indicator).pane === 'price' ? 'price' : id,
  visible: true,
  convention: 'talib',
  unstablePeriod: 0,
  candles: {},
  looks: {},
  ...over,
});
