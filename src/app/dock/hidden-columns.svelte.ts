import { keep, readKept } from '../shell/device-store';

/** Ids of the columns of a table that are not shown; kept on this device. */
export class HiddenColumns {
  #ids = $state.raw<readonly string[]>([]);
  readonly #key: string;

  /** @param table  as `trades` */
  constructor(table: string) {
    this.#key = `backtab-hidden-columns-${table}`;
    this.#ids = (readKept(this.#key) ?? '').split(' ').filter(Boolean);
  }

  get ids(): readonly string[] {
    return this.#ids;
  }
  set ids(ids) {
    this.#ids = ids;
    keep(this.#key, ids.join(' '));
  }

  /** The columns that are shown. */
  shown<Column extends { readonly id: string }>(columns: readonly Column[]): readonly Column[] {
    return columns.filter(({ id }, k) => k === 0 || !this.#ids.includes(id));
  }
}
