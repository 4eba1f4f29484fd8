import { download } from '../state/export';
import { workspace } from '../state/workspace.svelte';
import { layout } from './layout.svelte';

/** Saves the chart on screen as a PNG named after the strategy and its data. */
export async function saveSnapshot(): Promise<void> {
  const picture = await layout.chart?.snapshot();
  if (!picture) return;
  const name = `${workspace.script?.name ?? 'chart'} on ${workspace.dataset?.name ?? 'data'}`;
  download(`${name.replace(/[^\p{L}\p{N} .-]/gu, '')}.png`, 'image/png', picture);
}
