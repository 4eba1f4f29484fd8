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

/** Value lens: the values at the bar under the crosshair stand at the ends of their lines. */
export const lensField: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(current, transaction) {
    const moved = current.map(transaction.changes);
    return transaction.effects.reduce(
      (set, effect) => (effect.is(setLens) ? decorations(transaction.newDoc, effect.value) : set),
      moved,
    );
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorations(doc: Text, tags: readonly LensTag[]): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const tag of tags) {
    if (tag.line < 1 || tag.line > doc.lines) continue;
    const widget = new LensWidget(tag);
    ranges.push(Decoration.widget({ widget, side: 1 }).range(doc.line(tag.line).to));
  }
  return Decoration.set(ranges, true);
}
