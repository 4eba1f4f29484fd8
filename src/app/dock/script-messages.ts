import type { DatasetManifest } from '../../core/dataset';
import type { Annotation } from '../../script/annotations';
import type { TableColumn } from '../components/table';
import { formatTime } from '../format';

/** A message or a mark at a bar. */
export type Message = Exclude<Annotation, { kind: 'background' }>;

const KINDS = { alert: 'Alert', log: 'Log', mark: 'Mark' } as const;

/** Messages and marks, newest bar first. */
export const messagesOf = (annotations: readonly Annotation[]): readonly Message[] =>
  annotations
    .flatMap((told) => (told.kind === 'background' ? [] : [told]))
    .toSorted((a, b) => b.row - a.row || a.line - b.line);

/** Columns of the list of messages. */
export function messageColumns(dataset: DatasetManifest | null): readonly TableColumn<Message>[] {
  const { zone } = dataset?.instrument ?? { zone: 'UTC' };
  return [
    {
      id: 'time',
      header: 'Bar',
      width: 7,
      text: ({ time }) => formatTime(time, zone, dataset?.interval ?? '1d'),
      sortKey: ({ row }) => row,
    },
    { id: 'kind', header: 'Kind', width: 4, text: ({ kind }) => KINDS[kind], sortKey: ({ kind }) => kind },
    { id: 'text', header: 'What the script tells', width: 24, text: ({ text }) => text },
    {
      id: 'line',
      header: 'Line',
      align: 'right',
      width: 3,
      text: ({ line }) => String(line),
      sortKey: ({ line }) => line,
    },
  ];
}
