import type { Bars } from '../core/bars';
import type { DatasetManifest } from '../core/dataset';
import { intervalOf } from '../core/interval';
import { BacktabError } from '../core/errors';
import { columnsFor } from '../research/columns-for';
import type { ColumnStore } from '../script/evaluate';
import type { RunData } from './protocol';

/** Bars with the columns computed on them. */
export interface HeldData {
  readonly manifest: DatasetManifest;
  readonly columns: ColumnStore;
}

/** A store of a dataset's bars that knows their times. */
const storeOf = (manifest: DatasetManifest, bars: Bars): ColumnStore =>
  columnsFor({ bars, instrument: manifest.instrument, ...intervalOf(manifest) });

/** A dataset in one state of it: a dataset that grows keeps its id and gets another fingerprint. */
export type DataKey = Pick<DatasetManifest, 'id' | 'sha256'>;

/** The datasets that a worker holds: those of the last run, and some that were used before. */
export class HeldDatasets {
  #held: readonly HeldData[] = [];
  readonly #spare: number;

  /** @param spare  datasets that are kept beside those of the last run */
  constructor(spare: number) {
    this.#spare = spare;
  }

  /** Of these, the places of those that are not held as they are. */
  missing(keys: readonly DataKey[]): readonly number[] {
    return keys.flatMap(({ id, sha256 }, k) => (this.find(id)?.manifest.sha256 === sha256 ? [] : [k]));
  }

  /**
   * Takes datasets in.
   *
   * @param data  new ones, or newer ones
   * @param keep  ids of all that the next run reads
   */
  hold(data: readonly RunData[], keep: readonly string[]): void {
    const fresh = data.map(({ manifest, bars }) => ({ manifest, columns: storeOf(manifest, bars) }));
    const taken = new Set<string>(data.map(({ manifest }) => manifest.id));
    const others = this.#held.filter(({ manifest }) => !taken.has(manifest.id));
    const kept = new Set(keep);
    const [needed, spare] = [true, false].map((wanted) =>
      others.filter(({ manifest }) => kept.has(manifest.id) === wanted),
    );
    this.#held = [...fresh, ...(needed ?? []), ...(spare ?? []).slice(0, this.#spare)];
  }

  find(id: string): HeldData | undefined {
    return this.#held.find(({ manifest }) => manifest.id === id);
  }

  /** The dataset with a fingerprint. */
  withHash(sha256: string): HeldData | undefined {
    return this.#held.find(({ manifest }) => manifest.sha256 === sha256);
  }

  /** @throws BacktabError `dataset_missing` */
  of(id: string): HeldData {
    const found = this.find(id);
    if (!found) throw new BacktabError('dataset_missing', { dataset: id });
    return found;
  }
}
