import EyeOff from '@lucide/svelte/icons/eye-off';
import Plus from '@lucide/svelte/icons/plus';
import Settings from '@lucide/svelte/icons/settings-2';
import X from '@lucide/svelte/icons/x';
import { workspace } from '../state/workspace.svelte';
import { act, inLists } from './act';
import type { Command } from './command';

/** Acts on the indicators that the user puts on the chart. */
export function studyCommands(): readonly Command[] {
  const { studies } = workspace;
  const show = (run: () => void) => (): void => {
    workspace.show('workspace');
    run();
  };
  const none = studies.list.length > 0 ? null : 'There are no studies on the chart';
  return [
    act(
      'study-add',
      'Add indicator',
      Plus,
      show(() => studies.pick()),
      {
        ...inLists('/'),
        detail: 'to the chart, apart from the script',
        reason: workspace.bars ? null : 'There are no data on the chart',
      },
    ),
    ...studies.list.map((study) =>
      act(
        `study-${study.id}`,
        `Settings of ${studies.titleOf(study)}`,
        Settings,
        show(() => studies.open(study.id)),
        {
          detail: study.visible ? 'on the chart' : 'hidden',
        },
      ),
    ),
    act(
      'studies-hide',
      studies.allHidden ? 'Show all studies' : 'Hide all studies',
      EyeOff,
      () => studies.toggleAll(),
      {
        reason: none,
      },
    ),
    act('studies-remove', 'Remove all studies', X, () => studies.removeAll(), { reason: none }),
  ];
}
