import { formatInteger } from '../../format';

/** Name of a model's parameter as words: `meanBlock` is `mean block`. */
export const parameterWords = (name: string): string =>
  name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Value of a model's parameter with five digits that count. */
export const parameterText = (value: number): string =>
  Number.isInteger(value)
    ? formatInteger(value)
    : String(Number(value.toPrecision(5))).replace('-', '\u2212');
