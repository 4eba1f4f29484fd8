import type { TableColumn } from '../components/table';
import { formatInteger } from '../format';
import { callText, settingsText, type IndicatorsByName } from './chosen';
import { figureText } from './figure';
import type { ResultRow } from './result-rows';

type Column = TableColumn<ResultRow>;

/** Columns of the table of results. Copies give figures whole and as programs read them. */
export const resultColumns = (catalogue: IndicatorsByName): readonly Column[] => [
  words('dataset', 'Data', 9, (row) => row.dataset.name),
  words('indicator', 'Indicator', 6, (row) => row.named.info.name),
  {
    ...words('settings', 'Settings', 7, (row) => callSettings(row, catalogue)),
    copy: (row) => settingsText(row.named.info, row.named.chosen, catalogue),
  },
  words('output', 'Output', 5, (row) => row.output?.name ?? ''),
  figure('begin', 'Begin', 4, 'Begin row', (row) => (row.output ? row.begin : NaN), formatInteger),
  figure('count', 'Values', 4.5, 'Values', (row) => row.output?.count ?? NaN, formatInteger),
  figure('last', 'Last', 6, 'Last value', (row) => row.output?.last ?? NaN, figureText),
  figure('min', 'Smallest', 6, 'Smallest value', (row) => row.output?.min ?? NaN, figureText),
  figure('max', 'Largest', 6, 'Largest value', (row) => row.output?.max ?? NaN, figureText),
  figure('nans', 'NaN', 3.5, 'NaN values', (row) => row.output?.nans ?? NaN, formatInteger),
  { ...words('error', 'Error', 12, errorText), tone: () => 'caution' },
];

/** `close, 20, 2, 2, sma`: the settings without their names. */
const callSettings = ({ named: { info, chosen } }: ResultRow, catalogue: IndicatorsByName): string =>
  callText(info, chosen, catalogue).slice(info.name.length + 1, -1);

/** What went wrong, what mends it, and its code. */
function errorText({ failure, output }: ResultRow): string {
  if (failure) return `${failure.message} ${failure.remedy} [${failure.code}]`;
  return output?.count === 0 ? 'No value: the data are shorter than the warm-up.' : '';
}

const words = (id: string, header: string, width: number, text: (row: ResultRow) => string): Column => ({
  id,
  header,
  width,
  text,
  sortKey: text,
});

const figure = (
  id: string,
  header: string,
  width: number,
  label: string,
  value: (row: ResultRow) => number,
  write: (value: number) => string,
): Column => ({
  id,
  header,
  label,
  width,
  align: 'right',
  text: (row) => (row.output ? write(value(row)) : ''),
  copy: (row) => (row.output ? String(value(row)) : ''),
  sortKey: value,
});
