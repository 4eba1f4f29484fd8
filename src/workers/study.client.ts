import type { Bars } from '../core/bars';
import { door, installErrorTransfer } from './boundary';
import type { IndicatorInfo, StudyAnswer, StudyCall, WrittenStudy } from './study-protocol';
import type { StudyService } from './study.worker';

export type {
  IndicatorInfo,
  StudyAnswer,
  StudyCall,
  StudyInput,
  StudyParameter,
  StudyWord,
  WrittenStudy,
} from './study-protocol';

installErrorTransfer();

const studies = door<StudyService>(
  'studies',
  () => new Worker(new URL('./study.worker.ts', import.meta.url), { type: 'module', name: 'studies' }),
);

const numbers = new WeakMap<Bars, number>();
let lastNumber = 0;

/** Every indicator there is. */
export const listIndicators = (): Promise<readonly IndicatorInfo[]> =>
  studies.call((service) => service.catalogue());

/**
 * Computes a study on bars; the columns that it reads are copied to the worker once.
 *
 * @throws BacktabError `indicator_unknown` | `parameter_out_of_range` | `input_missing` | `worker_lost`
 */
export function computeStudy(call: StudyCall, bars: Bars): Promise<StudyAnswer> {
  const number = numberOf(bars);
  return studies.call(async (service) => {
    const missing = await service.missing(number, call);
    if (missing.length > 0)
      await service.setColumns(number, new Map(missing.map((name) => [name, bars[name]])));
    return service.compute(call);
  });
}

/**
 * A script with a study written into it: the call after the last constant, its plots at the end.
 *
 * @throws BacktabError `indicator_unknown` | `worker_lost`
 */
export const writeStudy = (source: string, call: StudyCall): Promise<WrittenStudy> =>
  studies.call((service) => service.write(source, call));

/** Ends what is being computed; the next call starts afresh. */
export const stopStudies = (): void => studies.close();

function numberOf(bars: Bars): number {
  const known = numbers.get(bars) ?? ++lastNumber;
  numbers.set(bars, known);
  return known;
}
