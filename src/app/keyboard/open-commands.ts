import BookOpen from '@lucide/svelte/icons/book-open';
import ChartCandlestick from '@lucide/svelte/icons/chart-candlestick';
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import Database from '@lucide/svelte/icons/database';
import FileCode from '@lucide/svelte/icons/file-code-corner';
import FileText from '@lucide/svelte/icons/file-text';
import History from '@lucide/svelte/icons/history';
import type { DatasetManifest } from '../../core/dataset';
import type { StoredRun } from '../../workers/protocol';
import { formatCount, formatNumber } from '../format';
import { workspace } from '../state/workspace.svelte';
import { act, inLists } from './act';
import type { Command } from './command';

/** Everything that can be opened: strategies, data, runs. */
export const openCommands = (): readonly Command[] => [
  act('gallery', 'Browse the examples', BookOpen, () => workspace.show('gallery'), {
    section: 'Strategies',
    detail: 'worked strategies by kind',
  }),
  ...workspace.scripts.map(({ id, name }) =>
    act(`script-${id}`, name, FileCode, () => openScript(id), { section: 'Strategies', detail: 'strategy' }),
  ),
  ...otherDatasets().map(({ id, name, rows }) =>
    act(`data-${id}`, name, Database, () => workspace.useDataset(id), {
      section: 'Data',
      detail: workspace.instruments.set ? 'runs on it alone' : formatCount(rows, 'bar'),
    }),
  ),
  ...workspace.runs.map((run) =>
    act(`run-${run.id}`, run.label, History, () => workspace.openRun(run), {
      section: 'Runs',
      detail: runWords(run),
    }),
  ),
];

/** Help, licences, and where everything starts. */
export function helpCommands(): readonly Command[] {
  const help = (): void => workspace.show('help');
  const start = (): void => workspace.show('start');
  return [
    act('help', 'Shortcuts and help', CircleHelp, help, { ...inLists('?'), section: 'Help' }),
    act('help-sweep', 'What a sweep can and cannot tell you', CircleHelp, help, { section: 'Help' }),
    act('licences', 'Licences and sources', FileText, help, { section: 'Help' }),
    act('start', 'Start page and quality report', ChartCandlestick, start, { section: 'Help' }),
  ];
}

/** Datasets that runs over several do not go over; those that they do have commands of their own. */
const otherDatasets = (): readonly DatasetManifest[] =>
  workspace.datasets.filter(({ id }) => !workspace.instruments.memberOf(id));

const runWords = ({ sharpe, trades }: StoredRun): string =>
  `Sharpe ${formatNumber(sharpe)}, ${formatCount(trades, 'trade')}`;

function openScript(id: string): void {
  workspace.openScript(id);
  workspace.show('workspace');
}
