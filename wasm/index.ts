export { filter } from './indicators/primitives/filter';
export { windowMax, windowMin } from './indicators/primitives/window-extreme';
export { windowSum } from './indicators/primitives/window-sum';
export { sweepStateFields, sweepTile } from './research/two-average-sweep';

/** First byte of memory that the host may use. */
export function heapBase(): usize {
  return __heap_base;
}
