import type { QualityNote } from '../../core/dataset';
import { columnCopies, zeroVolume } from './columns';
import type { Check, Facts } from './facts';
import { gaps } from './gaps';
import { largeMoves } from './large-moves';
import { openRepeats } from './open-repeats';

const CHECKS: readonly Check[] = [openRepeats, largeMoves, gaps, zeroVolume, columnCopies];

/** Looks at finished bars for everything that is worth a note. */
export const examine = (facts: Facts): QualityNote[] =>
  CHECKS.map((check) => check(facts)).filter((note) => note !== null);
