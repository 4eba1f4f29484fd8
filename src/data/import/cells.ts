import { initParser, type Parser, type SchemaColumn } from 'udsv';

/**
 * The text parser for records that `RecordScanner` found whole: `width` fields each, LF between.
 * Only string rows are asked of it: its typed rows are compiled at run time, which the page's
 * content policy forbids.
 */
export class CellParser {
  readonly #plain: Parser;
  readonly #quoted: Parser;

  constructor(delimiter: string, width: number) {
    const cols: SchemaColumn[] = Array.from({ length: width }, (_, i) => ({
      name: String(i),
      type: 's',
      repl: { empty: undefined, null: undefined, NaN: undefined },
    }));
    const schema = { skip: 0, col: delimiter, row: '\n', trim: false, cols };
    this.#plain = initParser({ ...schema, encl: '', esc: '' });
    this.#quoted = initParser({ ...schema, encl: '"', esc: '"' });
  }

  /**
   * @param records records with LF after each
   * @param quoted  whether any of them holds a quoted field
   * @param each    is given the cells of each record, in order; the array may be kept
   */
  parse(records: string, quoted: boolean, each: (cells: string[]) => void): void {
    const parser = quoted ? this.#quoted : this.#plain;
    parser.stringArrs<string[]>(records, (cells) => {
      each(cells);
      return true;
    });
  }
}
