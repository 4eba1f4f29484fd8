import FileCode from '@lucide/svelte/icons/file-code-corner';
import Grid from '@lucide/svelte/icons/grid-3x3';
import History from '@lucide/svelte/icons/history';
import Link from '@lucide/svelte/icons/link';
import Pause from '@lucide/svelte/icons/pause';
import Play from '@lucide/svelte/icons/play';
import QrCode from '@lucide/svelte/icons/qr-code';
import Plus from '@lucide/svelte/icons/plus';
import Redo from '@lucide/svelte/icons/redo-2';
import Split from '@lucide/svelte/icons/split';
import Telescope from '@lucide/svelte/icons/telescope';
import Undo from '@lucide/svelte/icons/undo-2';
import X from '@lucide/svelte/icons/x';
import Zap from '@lucide/svelte/icons/zap';
import { futuresReason } from '../dock/futures-reason';
import { setup } from '../pages/sweep/sweep-setup.svelte';
import { lookAheadReason } from '../editor/look-ahead-reason';
import { sweepReason, sweepTask } from '../dock/sweep-reason';
import { replayReason, startReplay } from '../replay/start-replay';
import { shareReason } from '../shell/share-reason';
import { parameterWords } from '../shell/words';
import { workspace } from '../state/workspace.svelte';
import { act, everywhere, inLists, outsideText } from './act';
import type { Command } from './command';

/** Runs, sweeps, the link, and the way back. */
export function runCommands(): readonly Command[] {
  return [
    act('run', 'Run now', Play, () => workspace.runNow(), {
      ...everywhere('Ctrl+Enter'),
      reason: scriptReason(),
    }),
    ...sweepCommands(),
    act(
      'futures',
      'Simulate futures of the run (Monte Carlo)',
      Split,
      () => {
        workspace.show('monte-carlo');
        workspace.startFutures();
      },
      { reason: futuresReason(workspace) },
    ),
    act('look-ahead', 'Check for look-ahead', Telescope, () => workspace.checkLookAhead(), {
      detail: 'runs on prefixes of the bars must agree',
      reason: lookAheadReason(workspace),
    }),
    act('replay', 'Replay the run bar by bar', History, () => startReplay(workspace), {
      detail: workspace.replay.bar === null ? 'step, play, stop at orders' : 'it is on screen',
      reason: replayReason(workspace),
    }),
    act('share', 'Copy share link', Link, () => void workspace.sharing.copyAtOnce(), {
      ...everywhere('Ctrl+Shift+L'),
      reason: shareReason(workspace),
    }),
    act('share-file', 'Share as QR code or file', QrCode, () => void workspace.sharing.open(), {
      reason: shareReason(workspace),
    }),
    act('undo', 'Undo', Undo, () => workspace.undo(), {
      ...outsideText('Ctrl+Z'),
      reason: workspace.canUndo ? null : 'Nothing to undo',
    }),
    act('redo', 'Redo', Redo, () => workspace.redo(), {
      ...outsideText('Ctrl+Shift+Z', 'Ctrl+Y'),
      reason: workspace.canRedo ? null : 'Nothing to redo',
    }),
  ];
}

/** Sweeps: begun, held and ended. */
function sweepCommands(): readonly Command[] {
  const names = (workspace.view?.params ?? []).map((param) => param.name).join(' and ');
  const reason = sweepReason(workspace);
  const task = sweepTask(workspace);
  const paused = task?.paused ?? false;
  return [
    act('sweep', `Sweep ${names || 'the parameters'}`, Grid, () => sweep('auto'), {
      ...inLists('Shift+Enter'),
      reason,
    }),
    act('sweep-gpu', 'Sweep on the GPU', Zap, () => sweep('webgpu'), {
      detail: 'screened, then re-run exactly',
      reason: reason ?? gpuReason(),
    }),
    act(
      'sweep-pause',
      paused ? 'Go on with the sweep' : 'Pause the sweep',
      paused ? Play : Pause,
      () => task?.pause?.(!paused),
      {
        reason: task ? null : 'No sweep is running',
      },
    ),
    act('sweep-stop', 'Cancel the sweep', X, () => workspace.cancelSweep(), {
      reason: workspace.sweepRunning ? null : 'No sweep is running',
    }),
  ];
}

/** Acts on the script's text. */
export function scriptCommands(): readonly Command[] {
  const changed = Object.keys(workspace.parameters).length > 0;
  return [
    act('new-script', 'New strategy', Plus, () => workspace.newScript()),
    act('keep-parameters', 'Keep parameters in the script', FileCode, () => workspace.keepParameters(), {
      detail: parameterWords(workspace.view?.params ?? [], workspace.parameters),
      reason: changed ? null : 'They are those of the script',
    }),
  ];
}

const scriptReason = (): string | null => (workspace.view?.runnable ? null : 'The script has problems');

function gpuReason(): string | null {
  const gpu = workspace.compute?.probes.find((probe) => probe.kind === 'webgpu');
  return gpu?.available || gpu?.forcible ? null : (gpu?.detail ?? 'No GPU was found. WASM is used instead');
}

function sweep(backend: 'auto' | 'webgpu'): void {
  workspace.show('sweep');
  setup.run(backend);
}
