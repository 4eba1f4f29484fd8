export type DecimalMark = '.' | ',';

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const DOT_GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const COMMA_GROUPED = /^[+-]?\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?:,\d*)?$/;
const COMMA_DECIMAL = /^[+-]?\d*,\d+(?:[eE][+-]?\d+)?$/;
const MISSING = /^(?:|-|null|nan|n\/a|na|none|nil)$/i;
const SCALED = /^(.*\d)\s*([kmb])$/i;
const SCALE: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

/** Whether a cell stands for "no value": empty, `-`, `null`, `NaN`, `n/a`. */
export const isMissing = (cell: string): boolean => MISSING.test(cell.trim());

/**
 * A cell as a number. Hexadecimal, `Infinity` and anything else that is not decimal gives NaN;
 * `1e400` gives infinity, for the price check to refuse.
 *
 * @param cell    text of the cell; blanks around it are ignored
 * @param decimal decimal mark of the file; the other mark may group thousands
 */
export function parseNumber(cell: string, decimal: DecimalMark): number {
  if (PLAIN.test(cell)) return decimal === ',' && COMMA_GROUPED.test(cell) ? ungrouped(cell) : Number(cell);
  const text = cell.trim();
  if (decimal === '.') {
    if (PLAIN.test(text)) return Number(text);
    return DOT_GROUPED.test(text) ? Number(text.replaceAll(',', '')) : NaN;
  }
  if (COMMA_GROUPED.test(text)) return ungrouped(text);
  if (COMMA_DECIMAL.test(text)) return Number(text.replace(',', '.'));
  return PLAIN.test(text) ? Number(text) : NaN;
}

/** As `parseNumber`, with `12.5K`, `3M`, `1.2B` allowed, as some vendors write volume. */
export function parseVolume(cell: string, decimal: DecimalMark): number {
  const plain = parseNumber(cell, decimal);
  if (!Number.isNaN(plain)) return plain;
  const [, digits, unit] = SCALED.exec(cell.trim()) ?? [];
  if (digits === undefined || unit === undefined) return NaN;
  return parseNumber(digits, decimal) * (SCALE[unit.toLowerCase()] ?? NaN);
}

/**
 * Decimal mark of a file by its cells: a comma needs cells that only make sense with it, and no
 * cell with a decimal point.
 *
 * @param cells     cells of the first rows
 * @param delimiter delimiter of the file; with `,` a lone `1,234` is a thousand
 */
export function sniffDecimal(cells: readonly string[], delimiter: string): DecimalMark {
  let comma = 0;
  for (const cell of cells) {
    const text = cell.trim();
    if (/^[+-]?\d+\.\d+$/.test(text) && !/^[+-]?\d{1,3}(?:\.\d{3})+$/.test(text)) return '.';
    if (/^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/.test(text)) return '.';
    const isDecimal = COMMA_DECIMAL.test(text) || (COMMA_GROUPED.test(text) && text.includes(','));
    if (isDecimal && (delimiter !== ',' || !/^[+-]?\d{1,3},\d{3}$/.test(text))) comma++;
  }
  return comma > 0 ? ',' : '.';
}

const ungrouped = (text: string): number => Number(text.replace(/[.\u00a0\u202f ]/g, '').replace(',', '.'));
