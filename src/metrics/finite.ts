/** The value, or null where it is no finite number: what leaves a metric is a figure or "not enough data". */
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
