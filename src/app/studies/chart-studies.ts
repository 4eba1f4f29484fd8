import type { Bars } from '../../core/bars';
import type { Column } from '../../core/column';
import type { IndicatorInfo } from '../../workers/study.client';
import type { ChartStudy, StudySeries, StudyStyle } from '../chart/chart-props';
import { formatInteger } from '../format';
import type { StudyResult } from '../state/studies.svelte';
import type { Failure } from '../state/workspace';
import {
  callOf,
  DASHES,
  isSignal,
  outputWords,
  PRICE_PANE,
  studyTitle,
  type Catalogue,
  type Study,
} from './study';

type Output = IndicatorInfo['outputs'][number];

/** Name of an output that is what the indicator is called after. */
const MAIN = 'value';

type Note = Pick<ChartStudy, 'note' | 'failed' | 'stale'>;

/** What is known of the studies. */
export interface StudyScene {
  readonly studies: readonly Study[];
  readonly catalogue: Catalogue;
  readonly results: ReadonlyMap<string, StudyResult>;
  /** Whether what is still missing has been waited for. */
  readonly busy: boolean;
  /** Why the catalogue could not be read. */
  readonly catalogueFailure: Failure | null;
}

/** The studies as the chart draws them on these bars. */
export const chartStudies = (scene: StudyScene, bars: Bars): readonly ChartStudy[] =>
  scene.studies.map((study) => chartStudy(study, scene, bars));

function chartStudy(study: Study, scene: StudyScene, bars: Bars): ChartStudy {
  const { studies, catalogue } = scene;
  const info = catalogue.get(study.indicator);
  const result = scene.results.get(study.id);
  const base = {
    id: study.id,
    title: studyTitle(study, studies, catalogue),
    pane: study.pane,
    visible: study.visible,
  };
  if (!info) return { ...base, series: [], ...unknownNote(scene) };
  if (result?.failure)
    return { ...base, series: [], note: result.failure.message, failed: true, stale: false };
  const columns = result?.indicator === study.indicator ? columnsOn(result, bars) : [];
  const series =
    columns.length > 0 ? info.outputs.map((output, k) => seriesOf(study, info, output, columns[k])) : [];
  return { ...base, series, ...noteOf(study, scene, result, bars) };
}

/** Why an indicator is not known: the catalogue is on its way, cannot be read, or does not have it. */
function unknownNote({ catalogue, catalogueFailure }: StudyScene): Note {
  const missing = catalogue.size > 0 ? 'not in this version' : '';
  const note = catalogueFailure?.message ?? missing;
  return { note, failed: note !== '', stale: false };
}

function noteOf(
  study: Study,
  { studies, catalogue, busy }: StudyScene,
  result: StudyResult | undefined,
  bars: Bars,
): Note {
  const isCurrent = result?.bars === bars && result.key === JSON.stringify(callOf(study, studies, catalogue));
  if (!isCurrent) return { note: busy ? 'updating' : '', failed: false, stale: busy };
  const rows = bars.time.length;
  const needed = result.answer?.needed ?? 0;
  if (needed <= rows) return { note: '', failed: false, stale: false };
  const words = `no value: ${formatInteger(needed)} bars are needed, there are ${formatInteger(rows)}`;
  return { note: words, failed: true, stale: false };
}

function seriesOf(
  study: Study,
  info: IndicatorInfo,
  output: Output,
  values: Column | undefined,
): StudySeries {
  const look = study.looks[output.name];
  return {
    name: info.outputs.length > 1 && output.name !== MAIN ? outputWords(output.name) : '',
    style: styleOf(output, study.pane),
    values: values ?? EMPTY,
    colour: look?.colour ?? 0,
    dash: DASHES[look?.dash ?? 0]?.pattern ?? [],
    edge: output.style === 'upper' || output.style === 'lower' ? output.style : null,
  };
}

/** Over the prices, signals are marks and other whole numbers, which have a scale of their own, are told only. */
export function styleOf(output: Output, pane: string): StudyStyle {
  const isOverPrices = pane === PRICE_PANE;
  if (isSignal(output)) return isOverPrices ? 'marks' : 'histogram';
  if (isOverPrices && output.kind === 'integer') return 'none';
  return output.style === 'histogram' && !isOverPrices ? 'histogram' : 'line';
}

/** Values on these bars; those of a shorter history of the same bars are kept while newer ones are computed. */
function columnsOn({ answer, bars: of }: StudyResult, bars: Bars): readonly Column[] {
  const columns = answer?.columns ?? [];
  if (of === bars) return columns;
  const rows = of.time.length;
  const isBeginning = rows > 0 && of.time[0] === bars.time[0] && of.time[rows - 1] === bars.time[rows - 1];
  return isBeginning ? columns.map((column) => lengthened(column, bars.time.length)) : [];
}

function lengthened(column: Column, rows: number): Column {
  const longer = new Float64Array(rows).fill(NaN);
  longer.set(column);
  return longer;
}

const EMPTY: Column = new Float64Array(0);
