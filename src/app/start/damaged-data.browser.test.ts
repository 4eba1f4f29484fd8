import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { DatasetManifest } from '../../core/dataset';
import type { Workspace } from '../state/workspace';
import DamagedData from './DamagedData.svelte';

const dataset = (id: string, name: string, kind: 'file' | 'bundled'): DatasetManifest =>
  ({ id, name, source: { kind } }) as unknown as DatasetManifest;

const acts = {
  exportBars: vi.fn<Workspace['exportBars']>(),
  restoreSample: vi.fn<Workspace['restoreSample']>(),
  removeDataset: vi.fn<Workspace['removeDataset']>(),
};
const workspace = {
  datasets: [
    dataset('a', 'EURUSD', 'file'),
    dataset('b', 'S&P 500', 'bundled'),
    dataset('c', 'Whole', 'file'),
  ],
  damage: new Map([
    ['a', 'chunk 1: its checksum is wrong'],
    ['b', 'chunk 2 is missing'],
  ]),
  ...acts,
} as unknown as Workspace;

let component: Record<string, unknown>;

afterEach(async () => {
  await unmount(component);
  document.body.replaceChildren();
});

it('offers for each damaged dataset what can be saved and how to mend it', async () => {
  component = mount(DamagedData, { target: document.body, props: { workspace } });
  flushSync();

  const file = page.getByRole('region', { name: 'EURUSD is damaged' });
  await expect.element(file).toHaveTextContent('chunk 1: its checksum is wrong');
  await file.getByRole('button', { name: 'Export the good rows' }).click();
  expect(acts.exportBars).toHaveBeenCalledExactlyOnceWith('a');
  await file.getByRole('button', { name: 'Delete the damaged data' }).click();
  expect(acts.removeDataset).toHaveBeenCalledExactlyOnceWith('a');

  const sample = page.getByRole('region', { name: 'S&P 500 is damaged' });
  await sample.getByRole('button', { name: 'Read it again' }).click();
  expect(acts.restoreSample).toHaveBeenCalledOnce();
  expect(page.getByRole('region', { name: 'Whole is damaged' }).query()).toBeNull();
});
