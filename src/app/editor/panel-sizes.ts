/** Heights of the parts under the script, CSS pixels; null leaves a part its natural height. */
export interface PanelSizes {
  readonly parameters: number | null;
  readonly assumptions: number | null;
}

const KEY = 'backtab.right-panel';
const NATURAL: PanelSizes = { parameters: null, assumptions: null };

/** Least and greatest height of a part. */
export const PANEL_HEIGHT = { min: 72, max: 480 } as const;

/** The heights kept on this device. */
export function readPanelSizes(): PanelSizes {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return NATURAL;
    const height = (value: unknown): number | null =>
      typeof value === 'number' && value >= PANEL_HEIGHT.min && value <= PANEL_HEIGHT.max ? value : null;
    return {
      parameters: height(Reflect.get(kept, 'parameters')),
      assumptions: height(Reflect.get(kept, 'assumptions')),
    };
  } catch {
    return NATURAL; // storage is refused or holds something else: the heights are not worth a message
  }
}

/** Keeps the heights on this device, where storage is allowed. */
export function keepPanelSizes(sizes: PanelSizes): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(sizes));
  } catch {
    return; // the heights last as long as the page
  }
}
