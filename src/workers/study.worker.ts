import * as Comlink from 'comlink';
import type { BarColumn } from '../core/bars';
import type { Column } from '../core/column';
import { writeIndicator } from '../script/write-indicator';
import { installErrorTransfer } from './boundary';
import { catalogueInfo, columnsRead, computeStudy } from './study-compute';
import type { IndicatorInfo, StudyAnswer, StudyCall, WrittenStudy } from './study-protocol';

/** Columns of the bars that are held, by the number that the page gave these bars. */
let held: { readonly bars: number; readonly columns: Map<BarColumn, Column> } = {
  bars: 0,
  columns: new Map(),
};

const service = {
  catalogue: (): readonly IndicatorInfo[] => catalogueInfo(),

  /** Columns that a study reads and that are not held of these bars. */
  missing(bars: number, call: StudyCall): readonly BarColumn[] {
    if (held.bars !== bars) held = { bars, columns: new Map() };
    return [...columnsRead(call)].filter((name) => !held.columns.has(name));
  },

  setColumns(bars: number, columns: ReadonlyMap<BarColumn, Column>): void {
    if (held.bars !== bars) return;
    for (const [name, column] of columns) held.columns.set(name, column);
  },

  async compute(call: StudyCall): Promise<StudyAnswer> {
    const answer = await computeStudy(call, held.columns);
    const own = answer.columns.map((column) => (isHeld(column) ? column.slice() : column));
    return Comlink.transfer(
      { ...answer, columns: own },
      own.map((column) => column.buffer),
    );
  },

  write: (source: string, call: StudyCall): WrittenStudy => writeIndicator(source, call),
};

/** Whether a column is one of the bars themselves, which must not be handed over. */
const isHeld = (column: Column): boolean =>
  [...held.columns.values()].some((own) => own.buffer === column.buffer);

export type StudyService = typeof service;

installErrorTransfer();
Comlink.expose(service);
