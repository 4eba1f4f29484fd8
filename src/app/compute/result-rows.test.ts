import { describe, expect, it } from 'vitest';
import type { DatasetManifest } from '../../core/dataset';
import type { AnsweredOutput, ComputeAnswer } from '../../workers/compute-protocol';
import { catalogueInfo } from '../../workers/study-compute';
import { toTsv } from '../components/table';
import { namedRequests, newChosen } from './chosen';
import { resultColumns } from './result-columns';
import { AnswerBook } from './result-rows';

const catalogue = new Map(catalogueInfo().map((info) => [info.name, info]));
const dataset = (id: string, kind = 'file'): DatasetManifest =>
  ({ id, name: `Data ${id}`, rows: 100, source: { kind } }) as unknown as DatasetManifest;
const datasets = [dataset('a'), dataset('b', 'synthetic')];
const requests = namedRequests(
  ['sma', 'stoch'].map((name) => newChosen(catalogue.get(name)!, name)),
  catalogue,
);

const output = (name: string, last = 1 / 3): AnsweredOutput => ({
  name,
  kind: 'real',
  count: 71,
  last,
  min: -1,
  max: 2,
  nans: 0,
});
const answer = (id: string, request: number, ...outputs: AnsweredOutput[]): ComputeAnswer => ({
  dataset: datasets.find((d) => d.id === id)!.id,
  request,
  begin: 29,
  outputs,
  failure: null,
});
const failed = (id: string, request: number): ComputeAnswer => ({
  ...answer(id, request),
  failure: { code: 'column_unknown', message: 'The data have no column.', remedy: 'Choose another.' },
});

describe('rows of results', () => {
  it('stand by dataset and request, in whatever order the answers come', () => {
    const book = new AnswerBook({ requests, datasets });
    book.add([answer('b', 0, output('value'))]);
    expect(book.rows().map((row) => row.dataset.id)).toEqual(['b']);
    book.add([answer('a', 1, output('k'), output('d')), answer('a', 0, output('value'))]);
    expect(book.rows().map((row) => `${row.dataset.id} ${row.named.info.name}.${row.output?.name}`)).toEqual([
      'a sma.value',
      'a stoch.k',
      'a stoch.d',
      'b sma.value',
    ]);
    expect(new Set(book.rows().map((row) => row.key)).size).toBe(4);
  });

  it('have one row for a request that failed, and leave it out of exports', () => {
    const book = new AnswerBook({ requests, datasets });
    book.add([failed('a', 0), failed('a', 1), failed('b', 0), answer('b', 1, output('k'), output('d'))]);
    expect(book.rows().map((row) => row.failure?.code)).toEqual([
      'column_unknown',
      'column_unknown',
      'column_unknown',
      undefined,
      undefined,
    ]);
    expect(book.exports()).toEqual([
      {
        id: 'b',
        name: 'Data b',
        rows: 100,
        synthetic: true,
        requests: [
          {
            request: requests[1]?.request,
            columns: ['stoch(5, 3, sma, 3, sma).k', 'stoch(5, 3, sma, 3, sma).d'],
          },
        ],
      },
    ]);
  });

  it('are copied with whole figures, names of settings, and errors with code and remedy', () => {
    const book = new AnswerBook({ requests, datasets });
    book.add([answer('a', 0, output('value')), failed('b', 0), answer('b', 1, output('k', NaN))]);
    const [head, first, second, third] = toTsv(resultColumns(catalogue), book.rows())
      .split('\n')
      .map((line) => line.split('\t'));
    expect(head).toEqual(
      'Data,Indicator,Settings,Output,Begin row,Values,Last value,Smallest value,Largest value,NaN values,Error'.split(
        ',',
      ),
    );
    expect(first).toEqual(
      'Data a,sma,real close; time period 30,value,29,71,0.3333333333333333,-1,2,0,'
        .split(',')
        .map((cell) => cell.replace(';', ',')),
    );
    expect(second?.slice(3)).toEqual([
      ...Array.from({ length: 7 }, () => ''),
      'The data have no column. Choose another. [column_unknown]',
    ]);
    expect(third?.[6]).toBe('NaN');
  });
});
