import * as v from 'valibot';
import { CANDLE_RANGES } from './candle-words';
import { CONVENTIONS } from './convention';
import { BAR_SOURCES, COLOURS, DASHES, foundations, MOST_UNSTABLE, type Study } from './study';

/** Studies that are kept. */
export const MOST_STUDIES = 100;
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(60));

const barCount = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_UNSTABLE));

const studySchema = v.object({
  id: text,
  indicator: text,
  params: v.record(text, v.pipe(v.number(), v.finite())),
  sources: v.record(text, v.union([v.picklist(BAR_SOURCES), v.object({ study: text, output: text })])),
  pane: text,
  visible: v.boolean(),
  convention: v.optional(v.picklist(CONVENTIONS.map(({ id }) => id)), 'talib'),
  unstablePeriod: v.optional(barCount, 0),
  candles: v.optional(
    v.record(
      text,
      v.object({
        range: v.optional(v.picklist(CANDLE_RANGES.map(({ id }) => id))),
        period: v.optional(barCount),
        factor: v.optional(v.pipe(v.number(), v.finite())),
      }),
    ),
    {},
  ),
  looks: v.record(
    text,
    v.object({
      colour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(COLOURS.length - 1)),
      dash: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(DASHES.length - 1)),
    }),
  ),
});

/** Studies as a text to be kept. */
export const writeStudies = (studies: readonly Study[]): string => JSON.stringify(studies);

/**
 * Studies of a kept text. What cannot be read is left out, as is what names a study that is not there:
 * a damaged entry never costs the others.
 */
export function readStudies(kept: string | null): readonly Study[] {
  const entries = v.safeParse(v.array(v.unknown()), parsed(kept));
  if (!entries.success) return [];
  const studies = entries.output.slice(0, MOST_STUDIES).flatMap((entry) => {
    const study = v.safeParse(studySchema, entry);
    return study.success ? [study.output] : [];
  });
  return whole(studies.filter(({ id }, i) => studies.findIndex((other) => other.id === id) === i));
}

/** Studies whose sources are all there and do not lead back to themselves. */
function whole(studies: readonly Study[]): readonly Study[] {
  const kept = studies.filter(
    (study) =>
      !foundations(study, studies).includes(study) &&
      Object.values(study.sources).every(
        (source) => typeof source === 'string' || studies.some(({ id }) => id === source.study),
      ),
  );
  return kept.length === studies.length ? kept : whole(kept);
}

function parsed(kept: string | null): unknown {
  try {
    return JSON.parse(kept ?? '[]');
  } catch (e) {
    if (e instanceof SyntaxError) return [];
    throw e;
  }
}
