import type { DatasetManifest } from '../../core/dataset';
import { isoInstant } from '../../core/time';
import type { SweepOutcome } from '../../research/outcome';
import * as data from '../../workers/data.client';
import type { BacktestAnswer } from '../../workers/protocol';

/** Offers bytes as a download. */
export function download(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const when = (time: number): string => (Number.isFinite(time) ? isoInstant(time) : '');

const TRADE_HEADER = [
  'number',
  'side',
  'quantity',
  'entry_time',
  'entry_price',
  'exit_time',
  'exit_price',
  'gross_pnl',
  'costs',
  'pnl',
  'return',
  'mae',
  'mfe',
  'entry_reason',
  'exit_reason',
];

export async function exportTradesCsv(answer: BacktestAnswer): Promise<void> {
  const rows = answer.outcome.result.trades.map((t, i) => [
    i + 1,
    t.side,
    t.quantity,
    when(t.entryTime),
    t.entryPrice,
    when(t.exitTime),
    t.exitPrice,
    t.grossPnl,
    t.costs,
    t.pnl,
    t.return,
    t.mae,
    t.mfe,
    t.entryReason,
    t.exitReason,
  ]);
  download('trades.csv', 'text/csv', await data.tableToCsv(TRADE_HEADER, rows));
}

export async function exportEquity(answer: BacktestAnswer, format: 'csv' | 'arrow'): Promise<void> {
  const { series } = answer.outcome.result;
  if (format === 'arrow') {
    const bytes = await data.seriesToArrow({ ...series });
    download('equity.arrow', 'application/vnd.apache.arrow.file', bytes);
    return;
  }
  const rows = Array.from(series.time, (time, i) => [
    isoInstant(time),
    series.equity[i]!,
    series.cash[i]!,
    series.exposure[i]!,
    series.drawdown[i]!,
  ]);
  const header = ['time', 'equity', 'cash', 'exposure', 'drawdown'];
  download('equity.csv', 'text/csv', await data.tableToCsv(header, rows));
}

export async function exportSweepCsv(sweep: SweepOutcome): Promise<void> {
  const header = [
    ...sweep.axes.map((axis) => axis.name),
    'sharpe',
    'growth_a_year',
    'total_return',
    'deepest_fall',
    'trades',
    'final_equity',
    'exact',
  ];
  const rows = sweep.cells.flatMap((cell) => {
    if (!cell) return [];
    const m = cell.metrics;
    return [
      [
        ...cell.parameters,
        m.sharpe,
        m.cagr,
        m.totalReturn,
        m.maxDrawdown,
        m.trades,
        m.finalEquity,
        String(cell.exact),
      ],
    ];
  });
  download('sweep.csv', 'text/csv', await data.tableToCsv(header, rows));
}

export async function exportBarsCsv(manifest: DatasetManifest): Promise<void> {
  download(`${manifest.name}.csv`, 'text/csv', await data.datasetToCsv(manifest.id));
}
