import type { DatasetManifest } from '../../core/dataset';

const year = (time: number): number => new Date(time).getUTCFullYear();

/** `2000 to 2020`; one year stands alone. */
export function yearSpan(dataset: Pick<DatasetManifest, 'firstTime' | 'lastTime'>): string {
  const [first, last] = [year(dataset.firstTime), year(dataset.lastTime)];
  return first === last ? String(first) : `${first} to ${last}`;
}
