import type { IndicatorInfo } from '../../workers/study.client';
import type { Catalogue, Study } from './study';
import { byGroup, findIndicators } from './find-indicators';

/** One row of the picker: an indicator to add, or a study that is on the chart. */
export interface PickerItem {
  readonly key: string;
  readonly info: IndicatorInfo;
  readonly title: string;
  readonly detail: string;
  /** Id of the study whose settings it opens; null for an indicator to add. */
  readonly study: string | null;
}

export interface PickerSection {
  readonly title: string;
  readonly items: readonly PickerItem[];
}

/** What the picker reads of the studies. */
export interface PickerSource {
  readonly catalogue: readonly IndicatorInfo[];
  readonly byName: Catalogue;
  readonly recent: readonly string[];
  readonly list: readonly Study[];
  titleOf(study: Study): string;
}

/** Rows for a search within a group; before anything is searched also those on the chart and used last. */
export function pickerSections(
  source: PickerSource,
  search: string,
  group: string,
): readonly PickerSection[] {
  const inGroup = source.catalogue.filter((info) => group === '' || info.group === group);
  if (search.trim() !== '')
    return [section('Results', findIndicators(inGroup, search), 'found')].filter(isFull);
  const groups = byGroup(inGroup).map(({ title, items }) => section(title, items, 'group'));
  if (group !== '') return groups;
  const recent = source.recent.flatMap((name) => source.byName.get(name) ?? []);
  return [onChart(source), section('Used last', recent, 'recent'), ...groups].filter(isFull);
}

const isFull = ({ items }: PickerSection): boolean => items.length > 0;

const section = (title: string, infos: readonly IndicatorInfo[], place: string): PickerSection => ({
  title,
  items: infos.map((info) => ({
    key: `${place} ${info.name}`,
    info,
    title: info.title,
    detail: info.name,
    study: null,
  })),
});

function onChart(source: PickerSource): PickerSection {
  const items = source.list.flatMap((study) => {
    const info = source.byName.get(study.indicator);
    const title = source.titleOf(study);
    const detail = study.visible ? 'settings' : 'hidden, settings';
    return info ? [{ key: `study ${study.id}`, info, title, detail, study: study.id }] : [];
  });
  return { title: 'On the chart', items };
}
