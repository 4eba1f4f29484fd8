/**
 * One column of numbers, oldest row first. Never shared memory, so it can be transferred between
 * workers and the compiler knows it.
 */
export type Column = Float64Array<ArrayBuffer>;
