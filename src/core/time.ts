/** Milliseconds in a day. */
export const DAY_MS = 86_400_000;

/** `2019-09-12`: the UTC date of an instant. */
export const isoDate = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** `2019-09-12T00:00:00.000Z`. */
export const isoInstant = (time: number): string => new Date(time).toISOString();

/** Whole UTC days since 1970-01-01; floors, so days before 1970 are right too. */
export const dayNumber = (time: number): number => Math.floor(time / DAY_MS);
