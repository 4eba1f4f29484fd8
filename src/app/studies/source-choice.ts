import { BAR_SOURCES, builtOn, sourceWords, type Catalogue, type Study, type StudySource } from './study';

/** A series that an input of a study can read. */
export interface SourceOption {
  /** Unique among the options. */
  readonly key: string;
  readonly source: StudySource;
  readonly label: string;
}

/** Text that stands for a source in a choice. */
export const sourceKey = (source: StudySource): string =>
  typeof source === 'string' ? source : `${source.study} ${source.output}`;

/** Series of the bars. */
export const barOptions: readonly SourceOption[] = BAR_SOURCES.map((source) => ({
  key: source,
  source,
  label: source === 'typical' ? 'Typical price' : source.charAt(0).toUpperCase() + source.slice(1),
}));

/** Outputs of the other studies, without those that are themselves computed on this one. */
export function studyOptions(
  study: Study,
  studies: readonly Study[],
  catalogue: Catalogue,
): readonly SourceOption[] {
  const later = builtOn(study.id, studies);
  return studies
    .filter((other) => other.id !== study.id && !later.includes(other))
    .flatMap((other) =>
      (catalogue.get(other.indicator)?.outputs ?? []).map(({ name }) => {
        const source = { study: other.id, output: name };
        return { key: sourceKey(source), source, label: sourceWords(source, studies, catalogue) };
      }),
    );
}
