import type { SweepOutcome } from '../../../research/outcome';
import type { TableColumn } from '../../components/table';
import { changeClass, formatNumber } from '../../format';
import { figureChoices, figureOf, valueText, type SweepFigure } from '../../sweep-view/figure';
import { parameterReader, settingText } from '../../sweep-view/trial-field';
import { sharpeWithError, standsAlone } from './sweep-metric';

/** Columns of a table of settings; a row is a row of the trials. */
type TrialColumn = TableColumn<number>;

const figureColumn = ({ id, label, scores, write }: SweepFigure, width: number): TrialColumn => ({
  id,
  header: label,
  width,
  align: 'right',
  text: (row) => write(scores[row]!),
  copy: (row) => String(scores[row]!),
  sortKey: (row) => scores[row]!,
});

function sharpeColumn(sweep: SweepOutcome): TrialColumn {
  const { figures, sharpeError } = sweep.trials;
  return {
    ...figureColumn(figureOf(sweep, 'sharpe'), 6.5),
    header: 'Sharpe, ± 1 s.e.',
    label: 'Sharpe, yearly',
    text: (row) => sharpeWithError(figures.sharpe[row]!, sharpeError[row]!),
  };
}

const growthColumn = (sweep: SweepOutcome): TrialColumn => ({
  ...figureColumn(figureOf(sweep, 'cagr'), 6),
  header: 'Growth, yearly',
  tone: (row) => changeClass(sweep.trials.figures.cagr[row]!),
});

function neighboursColumn(sweep: SweepOutcome): TrialColumn {
  const { neighbours } = sweep.trials;
  const first = figureOf(sweep, null);
  return {
    id: 'neighbours',
    header: 'Neighbours',
    label: `Median of the neighbours, ${first.label}`,
    width: 5,
    align: 'right',
    text: (row) => first.write(neighbours[row]!),
    sortKey: (row) => neighbours[row]!,
    tone: (row) => (standsAlone(sweep, row, sweep.plateauFloor) ? 'caution' : ''),
  };
}

function aboveColumn(sweep: SweepOutcome): TrialColumn {
  const { neighbours, scores } = sweep.trials;
  const above = (row: number): number => scores[0]![row]! - neighbours[row]!;
  const isShare = figureOf(sweep, null).write(0.5).endsWith('%');
  return {
    id: 'above',
    header: 'Above neighbours',
    label: `Better than its neighbours by, ${figureOf(sweep, null).label}`,
    width: 6,
    align: 'right',
    text: (row) =>
      isShare ? valueText('totalReturn', above(row)) : formatNumber(above(row), { signed: true }),
    sortKey: above,
    tone: (row) => (standsAlone(sweep, row, sweep.plateauFloor) ? 'caution' : ''),
  };
}

function computedColumns({ trials: { exact } }: SweepOutcome): readonly TrialColumn[] {
  if (exact.every((one) => one === 1)) return [];
  return [
    {
      id: 'exact',
      header: 'Computed',
      width: 5,
      text: (row) => (exact[row] === 1 ? 'exactly' : 'screened'),
      sortKey: (row) => exact[row]!,
    },
  ];
}

/** What settings came to by objectives other than the figures that every table has. */
function objectiveColumns(sweep: SweepOutcome, shown: readonly string[]): readonly TrialColumn[] {
  return figureChoices(sweep)
    .slice(0, sweep.objectives.length)
    .filter(({ id }) => !shown.includes(id))
    .map(({ id }) => figureColumn(figureOf(sweep, id), 7));
}

/** Columns beside the map: few, the setting as one. */
export function shortColumns(sweep: SweepOutcome): readonly TrialColumn[] {
  const names = sweep.axes.map(({ name }) => name).join(' / ');
  return [
    { id: 'setting', header: names, width: 6, text: (row) => settingText(sweep, row) },
    ...objectiveColumns(sweep, ['sharpe', 'cagr', 'maxDrawdown', 'trades']),
    sharpeColumn(sweep),
    neighboursColumn(sweep),
    growthColumn(sweep),
    { ...figureColumn(figureOf(sweep, 'maxDrawdown'), 5), header: 'Deepest', label: 'Deepest fall' },
    figureColumn(figureOf(sweep, 'trades'), 4),
    ...computedColumns(sweep),
  ];
}

/** Columns of the table of all settings: each parameter and each figure. */
export function allColumns(sweep: SweepOutcome): readonly TrialColumn[] {
  const parameters = sweep.axes.map(({ name }, index): TrialColumn => {
    const read = parameterReader(sweep, index);
    return {
      id: `parameter ${name}`,
      header: name,
      width: 4,
      align: 'right',
      text: (row) => `${read(row)}`,
      sortKey: read,
    };
  });
  return [
    ...parameters,
    ...objectiveColumns(sweep, ['sharpe', 'cagr', 'maxDrawdown', 'totalReturn', 'trades', 'finalEquity']),
    sharpeColumn(sweep),
    neighboursColumn(sweep),
    aboveColumn(sweep),
    growthColumn(sweep),
    figureColumn(figureOf(sweep, 'totalReturn'), 5),
    figureColumn(figureOf(sweep, 'maxDrawdown'), 5),
    figureColumn(figureOf(sweep, 'trades'), 4),
    figureColumn(figureOf(sweep, 'finalEquity'), 6),
    ...computedColumns(sweep),
  ];
}
