import ChartCandlestick from '@lucide/svelte/icons/chart-candlestick';
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import Clipboard from '@lucide/svelte/icons/clipboard-paste';
import Database from '@lucide/svelte/icons/database';
import Download from '@lucide/svelte/icons/download';
import FileCode from '@lucide/svelte/icons/file-code-corner';
import FileText from '@lucide/svelte/icons/file-text';
import Flask from '@lucide/svelte/icons/flask-conical';
import Grid from '@lucide/svelte/icons/grid-3x3';
import HardDrive from '@lucide/svelte/icons/hard-drive';
import History from '@lucide/svelte/icons/history';
import Link from '@lucide/svelte/icons/link';
import Play from '@lucide/svelte/icons/play';
import Plus from '@lucide/svelte/icons/plus';
import Radio from '@lucide/svelte/icons/radio';
import Redo from '@lucide/svelte/icons/redo-2';
import SunMoon from '@lucide/svelte/icons/sun-moon';
import Undo from '@lucide/svelte/icons/undo-2';
import X from '@lucide/svelte/icons/x';
import Zap from '@lucide/svelte/icons/zap';
import { REPLAY_SPEED } from '../../core/feed';
import { formatInteger, formatNumber } from '../format';
import { chooseFiles } from '../shell/choose-files';
import { shareReason } from '../shell/share-reason';
import { parameterWords } from '../shell/words';
import { workspace } from '../state/workspace.svelte';
import type { Command } from './command';
import { viewCommands } from './view-commands';

/** All acts as they stand now. Reading it in a reactive place keeps it current. */
export const allCommands = (): readonly Command[] => [
  ...runCommands(),
  ...viewCommands(),
  ...dataCommands(),
  ...scriptCommands(),
  ...openCommands(),
];

const commands = (list: readonly Omit<Command, 'section'>[]): readonly Command[] =>
  list.map((command) => ({ section: 'Commands', ...command }));

function runCommands(): readonly Command[] {
  const params = workspace.view?.params ?? [];
  const runnable = workspace.view?.runnable ?? false;
  const scriptReason = runnable ? null : 'The script has problems';
  const sweepReason = params.length < 2 ? 'A sweep needs two parameters in the script' : scriptReason;
  const gpu = workspace.compute?.probes.find((probe) => probe.kind === 'webgpu');
  const sweep = (backend: 'auto' | 'webgpu'): void => {
    workspace.show('sweep');
    workspace.startSweep(undefined, backend);
  };
  return commands([
    {
      id: 'run',
      title: 'Run now',
      icon: Play,
      keys: ['Ctrl+Enter'],
      scope: 'everywhere',
      reason: scriptReason,
      run: () => workspace.runNow(),
    },
    {
      id: 'sweep',
      title: `Sweep ${params.map((param) => param.name).join(' and ') || 'the parameters'}`,
      icon: Grid,
      keys: ['Shift+Enter'],
      scope: 'chart and lists',
      reason: sweepReason,
      run: () => sweep('auto'),
    },
    {
      id: 'sweep-gpu',
      title: 'Sweep on the GPU',
      detail: 'screened, then re-run exactly',
      icon: Zap,
      reason:
        sweepReason ?? (gpu?.available ? null : `${gpu?.detail ?? 'No GPU was found'}. WASM is used instead`),
      run: () => sweep('webgpu'),
    },
    {
      id: 'sweep-stop',
      title: 'Cancel the sweep',
      icon: X,
      reason: workspace.sweepRunning ? null : 'No sweep is running',
      run: () => workspace.cancelSweep(),
    },
    {
      id: 'share',
      title: 'Copy share link',
      icon: Link,
      keys: ['Ctrl+Shift+L'],
      scope: 'everywhere',
      reason: shareReason(workspace),
      run: () => void workspace.share(),
    },
    {
      id: 'undo',
      title: 'Undo',
      icon: Undo,
      keys: ['Ctrl+Z'],
      scope: 'outside text',
      reason: workspace.canUndo ? null : 'Nothing to undo',
      run: () => workspace.undo(),
    },
    {
      id: 'redo',
      title: 'Redo',
      icon: Redo,
      keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
      scope: 'outside text',
      reason: workspace.canRedo ? null : 'Nothing to redo',
      run: () => workspace.redo(),
    },
  ]);
}

function dataCommands(): readonly Command[] {
  const noResult = workspace.answer ? null : 'There is no result yet';
  return commands([
    {
      id: 'import',
      title: 'Import files',
      icon: Database,
      run: () => chooseFiles((files) => workspace.importFiles(files)),
    },
    {
      id: 'synthetic',
      title: 'Add synthetic intraday data',
      icon: Flask,
      run: () => workspace.addSynthetic(),
    },
    {
      id: 'open-link',
      title: 'Open the link on the clipboard',
      icon: Clipboard,
      run: () =>
        void navigator.clipboard.readText().then(
          (text) => workspace.openLinkText(text),
          () => workspace.show('start'),
        ),
    },
    {
      id: 'live',
      title: 'Start live demo',
      detail: 'replays the end of the sample',
      icon: Radio,
      reason: workspace.online
        ? workspace.live.state === 'live'
          ? 'It is running'
          : null
        : 'It needs the network',
      run: () => workspace.startLive(REPLAY_SPEED.default),
    },
    {
      id: 'live-stop',
      title: 'Stop live demo',
      icon: X,
      reason: workspace.live.state === 'live' ? null : 'It is not running',
      run: () => workspace.stopLive(),
    },
    {
      id: 'export-trades',
      title: 'Export trades as CSV',
      icon: Download,
      reason: noResult,
      run: () => workspace.exportTrades(),
    },
    {
      id: 'export-equity',
      title: 'Export equity as CSV',
      icon: Download,
      reason: noResult,
      run: () => workspace.exportEquity('csv'),
    },
    {
      id: 'export-equity-arrow',
      title: 'Export equity as Arrow',
      icon: Download,
      reason: noResult,
      run: () => workspace.exportEquity('arrow'),
    },
    {
      id: 'export-sweep',
      title: 'Export sweep as CSV',
      icon: Download,
      reason: workspace.sweep ? null : 'There is no sweep yet',
      run: () => workspace.exportSweep(),
    },
    {
      id: 'export-bars',
      title: 'Export bars as CSV',
      icon: Download,
      reason: workspace.dataset ? null : 'There are no data',
      run: () => workspace.exportBars(),
    },
    {
      id: 'keep-storage',
      title: 'Keep data permanently',
      icon: HardDrive,
      reason: workspace.usage?.persistent ? 'The browser keeps them already' : null,
      run: () => workspace.keepStorage(),
    },
  ]);
}

function scriptCommands(): readonly Command[] {
  const changed = Object.keys(workspace.parameters).length > 0;
  return commands([
    { id: 'new-script', title: 'New strategy', icon: Plus, run: () => workspace.newScript() },
    {
      id: 'format',
      title: 'Format script',
      icon: FileCode,
      reason: workspace.view?.runnable ? null : 'The script has problems',
      run: () => workspace.format(),
    },
    {
      id: 'keep-parameters',
      title: 'Keep parameters in the script',
      detail: parameterWords(workspace.view?.params ?? [], workspace.parameters),
      icon: FileCode,
      reason: changed ? null : 'They are those of the script',
      run: () => workspace.keepParameters(),
    },
  ]);
}

function openCommands(): readonly Command[] {
  return [
    ...workspace.scripts.map((script): Command => ({
      id: `script-${script.id}`,
      title: script.name,
      detail: 'strategy',
      icon: FileCode,
      section: 'Strategies',
      run: () => {
        workspace.openScript(script.id);
        workspace.show('workspace');
      },
    })),
    ...workspace.datasets.map((data): Command => ({
      id: `data-${data.id}`,
      title: data.name,
      detail: `${formatInteger(data.rows)} bars`,
      icon: Database,
      section: 'Data',
      run: () => workspace.useDataset(data.id),
    })),
    ...workspace.runs.map((run): Command => ({
      id: `run-${run.id}`,
      title: run.label,
      detail: `Sharpe ${formatNumber(run.sharpe)}, ${run.trades} trades`,
      icon: History,
      section: 'Runs',
      run: () => workspace.openRun(run),
    })),
    {
      id: 'help',
      title: 'Shortcuts and help',
      icon: CircleHelp,
      keys: ['?'],
      scope: 'chart and lists',
      section: 'Help',
      run: () => workspace.show('help'),
    },
    {
      id: 'help-sweep',
      title: 'What a sweep can and cannot tell you',
      icon: CircleHelp,
      section: 'Help',
      run: () => workspace.show('help'),
    },
    {
      id: 'licences',
      title: 'Licences and sources',
      icon: FileText,
      section: 'Help',
      run: () => workspace.show('help'),
    },
    {
      id: 'start',
      title: 'Start page and quality report',
      icon: ChartCandlestick,
      section: 'Help',
      run: () => workspace.show('start'),
    },
    {
      id: 'theme-system',
      title: 'Follow the system theme',
      icon: SunMoon,
      section: 'Commands',
      reason: workspace.themeChoice === 'system' ? 'It does already' : null,
      run: () => workspace.setTheme('system'),
    },
  ];
}
