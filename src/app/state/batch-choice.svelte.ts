import type { DatasetManifest } from '../../core/dataset';
import type { DatasetId } from '../../core/nominal';
import * as data from '../../workers/data.client';
import { listIndicators, type IndicatorInfo } from '../../workers/study.client';
import {
  MOST_CHOSEN,
  namedRequests,
  newChosen,
  readChoice,
  writeChoice,
  type ChosenIndicator,
  type IndicatorsByName,
} from '../compute/chosen';
import { formatInteger } from '../format';
import type { DataState } from './data.svelte';
import type { Tray } from './tray.svelte';

const SETTING = 'compute';
const SAVE_AFTER_MS = 400;

/** Which indicators are to be computed on which datasets; kept on this device. */
export class BatchChoice {
  catalogue = $state.raw<readonly IndicatorInfo[]>([]);
  chosen = $state.raw<readonly ChosenIndicator[]>([]);
  /** Whether catalogue and choice have been read. */
  ready = $state(false);
  /** null until some are chosen: the data on screen are computed on. */
  #datasetIds = $state.raw<readonly string[] | null>(null);
  #opened = false;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #data: DataState;
  readonly #tray: Tray;

  readonly byName: IndicatorsByName = $derived(new Map(this.catalogue.map((info) => [info.name, info])));
  readonly requests = $derived(namedRequests(this.chosen, this.byName));

  constructor(dataState: DataState, tray: Tray) {
    this.#data = dataState;
    this.#tray = tray;
  }

  /** The chosen datasets that are still there. */
  get datasets(): readonly DatasetManifest[] {
    const ids = this.#datasetIds ?? [this.#data.dataset?.id];
    return this.#data.datasets.filter(({ id }) => ids.includes(id));
  }

  /** Reads catalogue and choice once. */
  open(): void {
    if (this.#opened) return;
    this.#opened = true;
    this.#read().catch((e: unknown) => {
      this.#opened = false;
      this.#tray.fail(e);
    });
  }

  async #read(): Promise<void> {
    const [catalogue, kept] = await Promise.all([listIndicators(), data.loadSetting(SETTING)]);
    this.catalogue = catalogue;
    const choice = readChoice(kept, this.byName);
    this.chosen = choice?.chosen ?? [];
    this.#datasetIds = choice?.datasets ?? null;
    this.ready = true;
  }

  /** Adds indicators with their defaults. */
  add(infos: readonly IndicatorInfo[]): void {
    const room = MOST_CHOSEN - this.chosen.length;
    if (infos.length > room) this.#tellLimit();
    const added = infos.slice(0, room).map((info) => newChosen(info, crypto.randomUUID()));
    this.#change([...this.chosen, ...added]);
  }

  /** Adds those that are not chosen yet. */
  addMissing(infos: readonly IndicatorInfo[]): void {
    const present = new Set(this.chosen.map(({ indicator }) => indicator));
    this.add(infos.filter(({ name }) => !present.has(name)));
  }

  /** Adds another of the same settings, to be changed. */
  repeat(item: ChosenIndicator): void {
    if (this.chosen.length >= MOST_CHOSEN) return this.#tellLimit();
    const at = this.chosen.indexOf(item) + 1;
    this.#change(this.chosen.toSpliced(at, 0, { ...item, key: crypto.randomUUID() }));
  }

  update(item: ChosenIndicator): void {
    this.#change(this.chosen.map((other) => (other.key === item.key ? item : other)));
  }

  remove(key: string): void {
    this.#change(this.chosen.filter((item) => item.key !== key));
  }

  /** Takes out every choice of these indicators; where there are several, a toast offers to bring them back. */
  removeAll(infos: readonly IndicatorInfo[]): void {
    const names = new Set(infos.map(({ name }) => name));
    const before = this.chosen;
    const kept = before.filter(({ indicator }) => !names.has(indicator));
    this.#change(kept);
    const gone = before.length - kept.length;
    if (gone > 1) {
      this.#tray.toast(`${gone} chosen indicators were taken out.`, {
        label: 'Bring them back',
        run: () => this.#change(before),
      });
    }
  }

  chooseDatasets(ids: readonly DatasetId[]): void {
    this.#datasetIds = ids;
    this.#saveSoon();
  }

  toggleDataset(id: DatasetId): void {
    const ids = this.datasets.map((dataset) => dataset.id);
    this.chooseDatasets(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
  }

  #tellLimit(): void {
    this.#tray.toast(`At most ${formatInteger(MOST_CHOSEN)} indicators can be chosen.`);
  }

  #change(chosen: readonly ChosenIndicator[]): void {
    this.chosen = chosen;
    this.#saveSoon();
  }

  #saveSoon(): void {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => {
      const choice = writeChoice({ chosen: this.chosen, datasets: this.#datasetIds });
      data.saveSetting(SETTING, choice).catch((e: unknown) => this.#tray.fail(e));
    }, SAVE_AFTER_MS);
  }
}
