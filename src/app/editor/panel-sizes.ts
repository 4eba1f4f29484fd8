import { keep, readKept } from '../shell/device-store';

/** Heights of the parts under the script, CSS pixels; null leaves a part its natural height. */
export interface PanelSizes {
  readonly parameters: number | null;
  readonly assumptions: number | null;
}

const KEY = 'backtab-right-panel';
const NATURAL: PanelSizes = { parameters: null, assumptions: null };

/** Least and greatest height of a part. */
export const PANEL_HEIGHT = { min: 72, max: 480 } as const;

/** The heights kept on this device. */
export function readPanelSizes(): PanelSizes {
  return parsePanelSizes(readKept(KEY));
}

/** Keeps the heights on this device, where storage is allowed. */
export function keepPanelSizes(sizes: PanelSizes): void {
  keep(KEY, JSON.stringify(sizes));
}

/** Heights from a kept text; natural ones where it is missing, damaged or out of range. */
export function parsePanelSizes(text: string | null): PanelSizes {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? 'null');
  } catch {
    return NATURAL; // another version wrote it: the heights are not worth a message
  }
  if (typeof kept !== 'object' || kept === null) return NATURAL;
  const height = (value: unknown): number | null =>
    typeof value === 'number' && value >= PANEL_HEIGHT.min && value <= PANEL_HEIGHT.max ? value : null;
  return {
    parameters: height(Reflect.get(kept, 'parameters')),
    assumptions: height(Reflect.get(kept, 'assumptions')),
  };
}
