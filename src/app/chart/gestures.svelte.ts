import type { Attachment } from 'svelte/attachments';
import type { ChartView } from './chart-view.svelte';
import type { VisibleRange } from './chart-props';
import { barAtX, fitRange, pan, placeAt, span, zoom } from './geometry/range';
import { paneAt } from './panes';
import { hitFill } from './trade-marks';

/** How far a pointer may stray from a fill to hit it, CSS pixels. */
const REACH = { fine: 10, coarse: 22 } as const;
/** Movement under which a press is a click. */
const CLICK = 4;
const LONG_PRESS_MS = 350;
/** Parts of the stage that take the pointer themselves. */
const WIDGETS = 'button, a, [role=separator]';

type Region = 'plot' | 'values' | 'time';

/** What a press has turned into. */
type Drag =
  | { readonly kind: 'pan' | 'scale-time'; readonly range: VisibleRange }
  | { readonly kind: 'scale-values'; readonly stretch: ChartView['stretch'] }
  | { readonly kind: 'crosshair' | 'measure' };

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Pointer, wheel and touch on the stack of panes: drag pans, wheel zooms at the pointer, Shift and
 * wheel pan, two fingers pinch, drags on the axes scale them, a long press shows the crosshair,
 * a double click fits.
 */
export class Gestures {
  readonly #view: ChartView;
  readonly #down = new Map<number, Point>();
  #drag: Drag | null = null;
  #start: Point = { x: 0, y: 0 };
  #pinch: { readonly distance: number; readonly anchor: number; readonly range: VisibleRange } | null = null;
  #press: ReturnType<typeof setTimeout> | undefined;

  constructor(view: ChartView) {
    this.#view = view;
  }

  readonly attach: Attachment<HTMLElement> = (element) => {
    const at = (event: MouseEvent): Point => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const listeners = {
      pointerdown: (event: PointerEvent) => this.#pressed(event, at(event), element),
      pointermove: (event: PointerEvent) => this.#moved(event, at(event)),
      pointerup: (event: PointerEvent) => this.#released(event, at(event)),
      pointercancel: (event: PointerEvent) => this.#ended(event),
      pointerleave: () => this.#left(),
      wheel: (event: WheelEvent) => this.#wheeled(event, at(event)),
      dblclick: (event: MouseEvent) => this.#doubled(event, at(event)),
    };
    const controller = new AbortController();
    for (const [name, listener] of Object.entries(listeners)) {
      element.addEventListener(name, listener as EventListener, {
        signal: controller.signal,
        passive: false,
      });
    }
    return () => {
      clearTimeout(this.#press);
      controller.abort();
    };
  };

  #region({ x, y }: Point): Region {
    if (y >= this.#view.stackHeight) return 'time';
    return x >= this.#view.plotWidth ? 'values' : 'plot';
  }

  #pressed(event: PointerEvent, point: Point, element: HTMLElement): void {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest(WIDGETS))) return;
    element.setPointerCapture(event.pointerId);
    this.#down.set(event.pointerId, point);
    if (this.#down.size === 2) return this.#beginPinch();
    this.#start = point;
    this.#drag = this.#dragFor(event, this.#region(point));
    if (event.pointerType !== 'touch') return;
    clearTimeout(this.#press);
    this.#press = setTimeout(() => {
      this.#drag = { kind: 'crosshair' };
      this.#point(point);
    }, LONG_PRESS_MS);
  }

  #dragFor(event: PointerEvent, region: Region): Drag {
    const view = this.#view;
    if (region === 'time') return { kind: 'scale-time', range: view.range };
    if (region === 'values') return { kind: 'scale-values', stretch: view.stretch };
    if (!view.inputs.measuring && !event.shiftKey) return { kind: 'pan', range: view.range };
    const place = this.#placeAt(this.#start);
    view.measured = place ? { from: place, to: place } : null;
    return { kind: 'measure' };
  }

  #moved(event: PointerEvent, point: Point): void {
    if (this.#down.has(event.pointerId)) this.#down.set(event.pointerId, point);
    if (this.#pinch) return this.#pinched();
    const far = Math.hypot(point.x - this.#start.x, point.y - this.#start.y) > CLICK;
    if (far) clearTimeout(this.#press);
    if (this.#drag && this.#down.size > 0 && (far || this.#drag.kind === 'crosshair'))
      this.#dragged(this.#drag, point);
    if (event.pointerType !== 'touch' || this.#drag?.kind === 'crosshair')
      this.#point(point, event.pointerType);
  }

  #dragged(drag: Drag, point: Point): void {
    const view = this.#view;
    const dx = point.x - this.#start.x;
    const dy = point.y - this.#start.y;
    switch (drag.kind) {
      case 'pan':
        view.show(pan(drag.range, (-dx / view.plotWidth) * span(drag.range), view.count));
        if (view.stretch.factor !== 1)
          view.stretch = { ...view.stretch, shift: view.stretch.shift + dy - this.#panned };
        this.#panned = dy;
        break;
      case 'scale-time':
        view.show(zoom(drag.range, Math.exp(-dx / 200), drag.range.to, view.count));
        break;
      case 'scale-values':
        view.stretch = {
          ...drag.stretch,
          factor: Math.min(Math.max(drag.stretch.factor * Math.exp(dy / 150), 0.1), 10),
        };
        break;
      case 'measure': {
        const place = this.#placeAt(point);
        if (place && view.measured) view.measured = { from: view.measured.from, to: place };
        break;
      }
      case 'crosshair':
        break;
    }
  }

  #panned = 0;

  #released(event: PointerEvent, point: Point): void {
    const clicked =
      this.#drag !== null &&
      !this.#pinch &&
      Math.hypot(point.x - this.#start.x, point.y - this.#start.y) <= CLICK;
    const kind = this.#drag?.kind;
    this.#ended(event);
    if (!clicked || kind === 'crosshair' || kind === 'scale-time' || kind === 'scale-values') return;
    this.#view.measured = null;
    const fill = this.#fillAt(point, event.pointerType);
    if (fill) this.#view.inputs.onSelectTrade(fill.trade);
    else if (event.pointerType === 'touch') this.#point(point, 'touch');
  }

  #ended(event: PointerEvent): void {
    clearTimeout(this.#press);
    this.#down.delete(event.pointerId);
    this.#pinch = null;
    this.#panned = 0;
    if (this.#down.size === 0) this.#drag = null;
  }

  #left(): void {
    if (this.#down.size > 0) return;
    this.#view.pointer = null;
    this.#view.hovered = null;
    this.#view.inputs.cursor = null;
  }

  /** Moves the crosshair to a place. */
  #point(point: Point, pointerType = 'mouse'): void {
    const view = this.#view;
    const pane = paneAt(view.panes, point.y);
    if (!pane || point.x >= view.plotWidth || point.x < 0) return this.#left();
    view.pointer = { ...point, pane: pane.key };
    view.inputs.cursor = barAtX(view.range, view.plotWidth, point.x, view.count);
    view.hovered = this.#fillAt(point, pointerType);
  }

  #fillAt(point: Point, pointerType: string): ReturnType<typeof hitFill> {
    if (point.y >= this.#view.pricePane.height) return null;
    return hitFill(this.#view.marks, point.x, point.y, pointerType === 'touch' ? REACH.coarse : REACH.fine);
  }

  #placeAt({ x, y }: Point): { bar: number; price: number } | null {
    const view = this.#view;
    const bar = barAtX(view.range, view.plotWidth, x, view.count);
    const price = view.priceScale.toValue(Math.min(Math.max(y, 0), view.pricePane.height));
    return bar === null ? null : { bar, price };
  }

  #beginPinch(): void {
    clearTimeout(this.#press);
    const [a, b] = [...this.#down.values()];
    if (!a || !b) return;
    const view = this.#view;
    const anchor = placeAt(view.range, view.plotWidth, (a.x + b.x) / 2);
    this.#drag = null;
    this.#pinch = { distance: Math.max(Math.abs(a.x - b.x), 20), anchor, range: view.range };
  }

  #pinched(): void {
    const [a, b] = [...this.#down.values()];
    if (!a || !b || !this.#pinch) return;
    const { distance, anchor, range } = this.#pinch;
    const view = this.#view;
    const scaled = zoom(range, distance / Math.max(Math.abs(a.x - b.x), 20), anchor, view.count);
    const under = placeAt(scaled, view.plotWidth, (a.x + b.x) / 2);
    view.show(pan(scaled, anchor - under, view.count));
  }

  #wheeled(event: WheelEvent, point: Point): void {
    if (event.ctrlKey && !event.deltaY) return;
    event.preventDefault();
    const view = this.#view;
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      view.show(pan(view.range, ((sideways * lines) / view.plotWidth) * span(view.range), view.count));
    } else {
      const strength = event.ctrlKey ? 0.01 : 0.0015;
      const factor = Math.exp(Math.min(Math.max(event.deltaY * lines * strength, -0.5), 0.5));
      view.show(
        zoom(
          view.range,
          factor,
          placeAt(view.range, view.plotWidth, Math.min(point.x, view.plotWidth)),
          view.count,
        ),
      );
    }
    if (this.#region(point) === 'plot') this.#point(point);
  }

  #doubled(event: MouseEvent, point: Point): void {
    if (event.target instanceof Element && event.target.closest(WIDGETS)) return;
    const view = this.#view;
    view.stretch = { factor: 1, shift: 0 };
    if (this.#region(point) !== 'values') view.show(fitRange(view.count));
  }
}
