/** Tallest body of a table: browsers cut elements above some thirty million pixels. */
const MOST_PX = 15_000_000;

/** What a table's window is measured from, CSS pixels. */
interface TableSize {
  readonly count: number;
  readonly rowHeight: number;
  /** Height in which rows are seen, without the header. */
  readonly height: number;
}

/** Rows that are in the page, and the room above and below them. */
interface RowWindow {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  readonly above: number;
  readonly below: number;
}

const bodyHeight = ({ count, rowHeight }: TableSize): number => Math.min(count * rowHeight, MOST_PX);
const rowsInSight = ({ height, rowHeight }: TableSize): number => height / rowHeight;

/** Row at the upper edge, with its hidden part as a fraction: a very long table scrolls faster than the hand. */
function topRow(size: TableSize, scrollTop: number): number {
  const room = bodyHeight(size) - size.height;
  const span = size.count - rowsInSight(size);
  return room > 0 ? (Math.min(Math.max(scrollTop, 0), room) / room) * span : 0;
}

/**
 * Which rows a table has to hold at a place of its scroll bar.
 *
 * @param beyond  rows kept beyond either edge
 */
export function rowWindow(size: TableSize, scrollTop: number, beyond: number): RowWindow {
  const top = topRow(size, scrollTop);
  const first = Math.max(0, Math.floor(top) - beyond);
  const last = Math.min(size.count, Math.ceil(top + rowsInSight(size)) + beyond);
  const above = Math.max(0, Math.max(scrollTop, 0) - (top - first) * size.rowHeight);
  const below = Math.max(0, bodyHeight(size) - above - (last - first) * size.rowHeight);
  return { first, last, above, below };
}

/** Place of the scroll bar at which a row is whole in sight; where it is, if it is already. */
export function scrollTopFor(size: TableSize, scrollTop: number, row: number): number {
  const top = topRow(size, scrollTop);
  const most = row + 1 - rowsInSight(size);
  const wanted = row < top ? row : most > top ? most : null;
  const span = size.count - rowsInSight(size);
  if (wanted === null || span <= 0) return scrollTop;
  return (Math.min(Math.max(wanted, 0), span) / span) * (bodyHeight(size) - size.height);
}
