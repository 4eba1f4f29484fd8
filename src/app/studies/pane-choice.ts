import { mayOverlay, PRICE_PANE, studyTitle, type Catalogue, type Study } from './study';

/** A pane that a study can be drawn in. */
export interface PaneOption {
  /** Name of the pane. */
  readonly pane: string;
  readonly label: string;
  /** Why it cannot be chosen; null when it can. */
  readonly reason: string | null;
}

/** Panes for a study: over the prices, one of its own, with other studies. */
export function paneOptions(
  study: Study,
  studies: readonly Study[],
  catalogue: Catalogue,
): readonly PaneOption[] {
  const others = studies.filter(({ id, pane }) => id !== study.id && pane !== PRICE_PANE);
  const shared = [...new Set(others.map(({ pane }) => pane))].map((pane) => {
    const titles = others
      .filter((other) => other.pane === pane)
      .map((other) => studyTitle(other, studies, catalogue));
    return { pane, label: `With ${titles.join(' and ')}`, reason: null };
  });
  const isPriced = mayOverlay(study, studies, catalogue);
  return [
    { pane: PRICE_PANE, label: 'Over the prices', reason: isPriced ? null : 'its values have another scale' },
    { pane: ownPane(study, studies), label: 'In a pane of its own', reason: null },
    ...shared,
  ];
}

/** Name of a pane that no other study is in; the one it has when it is alone there. */
export function ownPane(study: Study, studies: readonly Study[]): string {
  const isTaken = (name: string): boolean => studies.some(({ id, pane }) => id !== study.id && pane === name);
  if (study.pane !== PRICE_PANE && !isTaken(study.pane)) return study.pane;
  let name = study.id;
  for (let k = 2; isTaken(name); k++) name = `${study.id}-${k}`;
  return name;
}

/** Studies with those moved off the prices that no longer stand on their scale, as after another source. */
export const settled = (studies: readonly Study[], catalogue: Catalogue): readonly Study[] =>
  studies.map((study) =>
    study.pane === PRICE_PANE && catalogue.has(study.indicator) && !mayOverlay(study, studies, catalogue)
      ? { ...study, pane: ownPane(study, studies) }
      : study,
  );
