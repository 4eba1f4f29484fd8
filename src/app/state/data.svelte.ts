import { concatBars, type Bars } from '../../core/bars';
import type { DatasetManifest, SyntheticKind } from '../../core/dataset';
import type { DatasetId } from '../../core/nominal';
import * as data from '../../workers/data.client';
import type { OnProgress, StorageUsage, Task } from '../../workers/protocol';
import type { Tray } from './tray.svelte';

/** The datasets of this device and the one on screen. */
export class DataState {
  datasets = $state.raw<readonly DatasetManifest[]>([]);
  /** What is damaged, by dataset. */
  damage = $state.raw<ReadonlyMap<DatasetId, string>>(new Map());
  dataset = $state.raw<DatasetManifest | null>(null);
  bars = $state.raw<Bars | null>(null);
  usage = $state.raw<StorageUsage | null>(null);
  readonly #tray: Tray;

  constructor(tray: Tray) {
    this.#tray = tray;
  }

  /** Lists what is stored; where there is nothing, imports the bundled sample by the same way as any file. */
  async start(): Promise<void> {
    await this.refresh();
    if (this.datasets.length > 0) return;
    await data.importSample().done;
    await this.refresh();
  }

  /** The sample that comes with the page, unless it was removed. */
  get bundled(): DatasetManifest | undefined {
    return this.datasets.find((d) => d.source.kind === 'bundled');
  }

  async refresh(): Promise<void> {
    const entries = await data.listDatasets();
    this.datasets = entries.map((entry) => entry.manifest);
    this.damage = new Map(
      entries.flatMap(({ manifest, damage }) => (damage === null ? [] : [[manifest.id, damage]])),
    );
    const current = this.dataset;
    if (current) this.dataset = this.datasets.find((d) => d.id === current.id) ?? null;
    this.usage = await data.storageUsage();
  }

  /**
   * Reads a dataset, checks it, and puts it on screen.
   *
   * @param known  its bars, where they were read before
   */
  async use(manifest: DatasetManifest, known?: Bars): Promise<void> {
    try {
      this.bars = known ?? (await data.readDataset(manifest.id));
      this.dataset = manifest;
    } catch (e) {
      await this.refresh();
      throw e;
    }
  }

  /** Takes a dataset that has grown; what is on screen grows by the new bars. */
  grown(manifest: DatasetManifest, added: Bars): void {
    this.datasets = this.datasets.map((d) => (d.id === manifest.id ? manifest : d));
    if (this.dataset?.id !== manifest.id || !this.bars) return;
    this.bars = concatBars(this.bars, added);
    this.dataset = manifest;
  }

  /** Shows the first of these that can be read; what is wrong with one before it is told. */
  async useFirst(manifests: readonly DatasetManifest[]): Promise<void> {
    for (const manifest of manifests) {
      try {
        return await this.use(manifest);
      } catch (e) {
        this.#tray.fail(e);
      }
    }
  }

  /** Reads the sample that comes with the page again, in place of the one stored. */
  async restoreSample(): Promise<DatasetManifest | null> {
    const damaged = this.bundled;
    if (damaged) await data.removeDataset(damaged.id);
    await data.importSample().done;
    await this.refresh();
    return this.bundled ?? null;
  }

  find(id: DatasetId): DatasetManifest | undefined {
    return this.datasets.find((d) => d.id === id);
  }

  /** @returns the new dataset, or null when the import failed or was cancelled (the tray says why) */
  async import(file: File): Promise<DatasetManifest | null> {
    return this.#add(`Import of ${file.name}`, 'bytes', (onProgress) => data.importFile(file, onProgress));
  }

  /** @param seed  of intraday bars; null for the data that the page offers */
  async addSynthetic(kind: SyntheticKind, seed: number | null): Promise<DatasetManifest | null> {
    const name = kind === 'pair' ? 'Synthetic pair' : 'Synthetic intraday data';
    return this.#add(name, 'bars', (onProgress) => data.importSynthetic(kind, seed, onProgress));
  }

  /**
   * @param note      what else that means, a sentence
   * @param restored  told when it was brought back
   */
  async remove(id: DatasetId, note = '', restored: () => void = () => undefined): Promise<void> {
    const gone = this.find(id);
    await data.removeDataset(id);
    await this.refresh();
    const restore = async (): Promise<void> => {
      await data.restoreDataset(id);
      await this.refresh();
      restored();
    };
    this.#tray.toast([`${gone?.name ?? 'Dataset'} removed.`, note].filter(Boolean).join(' '), {
      label: 'Bring it back',
      run: () => void restore().catch((e: unknown) => this.#tray.fail(e)),
    });
  }

  async rename(id: DatasetId, name: string): Promise<void> {
    await data.renameDataset(id, name);
    await this.refresh();
  }

  async keep(): Promise<void> {
    const kept = await data.persistStorage();
    this.usage = await data.storageUsage();
    this.#tray.toast(
      kept
        ? 'The browser keeps this data until you delete it.'
        : 'The browser did not agree to keep data for good. It asks less often of pages that are installed.',
    );
  }

  async #add(
    name: string,
    unit: string,
    start: (onProgress: OnProgress) => Task<DatasetManifest>,
  ): Promise<DatasetManifest | null> {
    try {
      const manifest = await this.#tray.track(name, unit, 'Nothing is stored until it is whole.', start);
      await this.refresh();
      return manifest;
    } catch (e) {
      this.#tray.fail(e);
      return null;
    }
  }
}
