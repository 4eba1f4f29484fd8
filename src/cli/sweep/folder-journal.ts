import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SweepJournal } from '../../research/sweep/journal';
import { decodeRows, encodeRows } from '../../research/sweep/rows-codec';
import type { TrialRows } from '../../research/sweep/trial-rows';

const KEY_FILE = 'sweep';

/** Parts of a sweep as files of a folder. */
export class FolderJournal implements SweepJournal {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * @param key      of the sweep (`sweepKey`); parts of any other one are deleted
   * @param resumes  whether parts that are there count
   */
  static async open(folder: string, key: string, resumes: boolean): Promise<FolderJournal> {
    const found = await readFile(join(folder, KEY_FILE), 'utf8').catch(() => null);
    if (!resumes || found !== key) await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, KEY_FILE), key);
    return new FolderJournal(folder);
  }

  async recall(part: string): Promise<TrialRows | null> {
    const bytes = await readFile(this.#path(part)).catch(() => null);
    return bytes && decodeRows(bytes);
  }

  /** A part is there whole or not at all. A folder that cannot be written costs a later resume only. */
  async record(part: string, rows: TrialRows): Promise<void> {
    const beside = this.#path(`${part}-writing`);
    try {
      await writeFile(beside, encodeRows(rows));
      await rename(beside, this.#path(part));
    } catch {
      await rm(beside, { force: true });
    }
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }

  #path(part: string): string {
    return join(this.#folder, part.replaceAll('/', '-'));
  }
}
