import { type Extension, type Range, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { LensTag } from './lens-tags';

const setLens = StateEffect.define<readonly LensTag[]>();

/** Replaces the tags at the line ends. */
export const lensEffect = (tags: readonly LensTag[]): StateEffect<readonly LensTag[]> => setLens.of(tags);

class LensWidget extends WidgetType {
  readonly #tag: LensTag;

  constructor(tag: LensTag) {
    super();
    this.#tag = tag;
  }

  override eq(other: LensWidget): boolean {
    const [a, b] = [this.#tag, other.#tag];
    return a.text === b.text && a.series === b.series && a.name === b.name;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'bt-lens';
    element.setAttribute('aria-hidden', 'true');
    element.title = `${this.#tag.name} at the bar under the crosshair`;
    if (this.#tag.series !== null) {
      const swatch = document.createElement('span');
      swatch.className = 'bt-swatch';
      swatch.dataset['series'] = String(this.#tag.series);
      element.append(swatch);
    }
    element.append(this.#tag.text);
    return element;
  }
}

interface Placed {
  /** End of the line that the value belongs to. */
  readonly at: number;
  readonly widget: LensWidget;
}

interface Lens {
  readonly placed: readonly Placed[];
  readonly set: DecorationSet;
}

/** Value lens: the values at the bar under the crosshair stand at the ends of their lines, also when lines are added. */
export const lensField: Extension = StateField.define<Lens>({
  create: () => ({ placed: [], set: Decoration.none }),
  update(current, { changes, docChanged, effects, newDoc }) {
    const told = effects.findLast((effect) => effect.is(setLens));
    if (told) return lensOf(place(newDoc, told.value));
    if (!docChanged) return current;
    const ends = current.placed.map(({ at, widget }) => ({
      at: newDoc.lineAt(changes.mapPos(at, -1)).to,
      widget,
    }));
    return lensOf(ends);
  },
  provide: (field) => EditorView.decorations.from(field, ({ set }) => set),
});

const place = (doc: Text, tags: readonly LensTag[]): readonly Placed[] =>
  tags
    .filter(({ line }) => line >= 1 && line <= doc.lines)
    .map((tag) => ({ at: doc.line(tag.line).to, widget: new LensWidget(tag) }));

function lensOf(placed: readonly Placed[]): Lens {
  const ranges: Range<Decoration>[] = placed.map(({ at, widget }) =>
    Decoration.widget({ widget, side: 1 }).range(at),
  );
  return { placed, set: Decoration.set(ranges, true) };
}
