import Diff from '@lucide/svelte/icons/diff';
import FileCode from '@lucide/svelte/icons/file-code-corner';
import { EDITOR_ACTS } from '../editor/editor-acts';
import { layout } from '../shell/layout.svelte';
import { workspace } from '../state/workspace.svelte';
import { act } from './act';
import type { Command } from './command';

/** Acts of the script editor at its caret. */
export const editorCommands = (): readonly Command[] => [
  ...EDITOR_ACTS.map(({ id, title, keys }) =>
    act(`editor-${id}`, title, FileCode, () => layout.actInScript(id), {
      ...(keys.length > 0 ? { keys, scope: 'in the script' as const } : {}),
      reason: id === 'format' && !workspace.view?.runnable ? 'The script has problems' : null,
    }),
  ),
  act('script-compare', 'Compare the script with an earlier run', Diff, () => (layout.comparing = true)),
];
