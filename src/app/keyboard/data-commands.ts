import ChartCandlestick from '@lucide/svelte/icons/chart-candlestick';
import Clipboard from '@lucide/svelte/icons/clipboard-paste';
import Coins from '@lucide/svelte/icons/coins';
import Database from '@lucide/svelte/icons/database';
import Download from '@lucide/svelte/icons/download';
import Flask from '@lucide/svelte/icons/flask-conical';
import HardDrive from '@lucide/svelte/icons/hard-drive';
import Layers from '@lucide/svelte/icons/layers';
import Radio from '@lucide/svelte/icons/radio';
import X from '@lucide/svelte/icons/x';
import { REPLAY_SPEED } from '../../core/feed';
import type { DatasetId } from '../../core/nominal';
import { chooseFiles } from '../shell/choose-files';
import { severalReason } from '../shell/several-reason';
import { workspace } from '../state/workspace.svelte';
import { act } from './act';
import type { Command } from './command';

/** Ways in which data come. */
export function dataCommands(): readonly Command[] {
  const running = workspace.live.state === 'live';
  return [
    act('import', 'Import files', Database, () => chooseFiles((files) => workspace.importFiles(files))),
    act('synthetic', 'Add synthetic intraday data', Flask, () => workspace.addSynthetic()),
    act('open-link', 'Open the link on the clipboard', Clipboard, openClipboard),
    act('live', 'Start live demo', Radio, () => workspace.startLive(REPLAY_SPEED.default), {
      detail: 'replays the end of the sample',
      reason: running ? 'It is running' : workspace.online ? null : 'It needs the network',
    }),
    act('live-stop', 'Stop live demo', X, () => workspace.stopLive(), {
      reason: running ? null : 'It is not running',
    }),
    act('keep-storage', 'Keep data permanently', HardDrive, () => workspace.keepStorage(), {
      reason: workspace.usage?.persistent ? 'The browser keeps them already' : null,
    }),
  ];
}

/** Runs over several datasets, and which of them the chart shows. */
export function instrumentCommands(): readonly Command[] {
  const { instruments } = workspace;
  const alone = instruments.set ? null : 'Runs go over one dataset';
  return [
    act('several', 'Run on several datasets', Layers, chooseSeveral, {
      detail: 'choose them in the list of data',
      reason: severalReason(workspace),
    }),
    act('instruments', 'Instruments of the run', Coins, () => void (instruments.editing = true), {
      detail: 'aliases, contracts, currencies, exchange rates',
      reason: alone,
    }),
    act('alone', 'Run on one dataset alone', Database, () => workspace.setInstruments(null, 'instruments'), {
      reason: alone,
    }),
    ...instruments.members.map(({ alias, dataset, manifest }) =>
      act(`instrument-${alias}`, `Show ${alias} on the chart`, ChartCandlestick, () => showOnChart(dataset), {
        section: 'Data',
        detail: manifest?.name ?? '',
        reason: manifest
          ? instruments.shown === alias
            ? 'It is on the chart'
            : null
          : 'It is not on this device',
      }),
    ),
  ];
}

function chooseSeveral(): void {
  workspace.show('workspace');
  workspace.toggleLeft(true);
  workspace.instruments.choosing = true;
}

function showOnChart(dataset: DatasetId): void {
  workspace.useDataset(dataset);
  workspace.show('workspace');
}

/** Ways in which data and results leave. */
export function exportCommands(): readonly Command[] {
  const reason = workspace.answer ? null : 'There is no result yet';
  const noSweep = workspace.sweep ? null : 'There is no sweep yet';
  return [
    act('export-trades', 'Export trades as CSV', Download, () => workspace.exportTrades(), { reason }),
    act('export-equity', 'Export equity as CSV', Download, () => workspace.exportEquity('csv'), { reason }),
    act('export-arrow', 'Export equity as Arrow', Download, () => workspace.exportEquity('arrow'), {
      reason,
    }),
    act('export-sweep', 'Export sweep as CSV', Download, () => workspace.exportSweep('csv'), {
      reason: noSweep,
    }),
    act('export-sweep-arrow', 'Export sweep as Arrow', Download, () => workspace.exportSweep('arrow'), {
      reason: noSweep,
    }),
    act('export-bars', 'Export bars as CSV', Download, () => workspace.exportBars(), {
      reason: workspace.dataset ? null : 'There are no data',
    }),
  ];
}

/** Where the browser does not let the page read the clipboard, the start page has a field for the link. */
function openClipboard(): void {
  navigator.clipboard.readText().then(
    (text) => workspace.openLinkText(text),
    () => workspace.show('start'),
  );
}
