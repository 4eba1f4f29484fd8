///<reference types="svelte" />
;
import { flushSync } from 'svelte';
import type { ChartView } from './chart-view.svelte';
import { BRUSH_MARGIN, brushPlaces } from './geometry/brush';
import { extremes } from './geometry/decimate';
import { placeLabels } from './geometry/labels';
import { barX, pan, placeAt, span, zoom } from './geometry/range';
import { tableDate, timeTicks } from './geometry/time-ticks';
import { fitScale } from './geometry/value-scale';
import type { PlotPicture, Surface } from './plot';
import { plot } from './plot-attachment.svelte';
import { lastBarOf } from './trade-marks';
;

  interface Props {
    view: ChartView;
  };;

  type Grip = 'from' | 'to' | 'body';;function $$render() {

  
  
  
  
  
  
  
  
  
  
  


  let { view }: Props = $props();

  const HEIGHT = 46;
  let width = $state(0);

  let grip: { part: Grip; x: number; from: number; to: number } | null = null;

  /** All bars, with some pixels of air at both ends. */
  const whole = $derived.by(() => {
    const air = (view.count * BRUSH_MARGIN) / Math.max(width - 2 * BRUSH_MARGIN, 1);
    return { from: -air, to: Math.max(view.count, 1) + air };
  });
  const left = $derived(barX(whole, width, Math.max(view.range.from, 0) - 0.5));
  const right = $derived(barX(whole, width, Math.min(view.range.to, view.count) - 0.5));
  const places = $derived(brushPlaces(left, right, width));
  const dateAt = (place: number): string => {
    const bar = Math.min(Math.max(Math.round(place), 0), view.count - 1);
    return tableDate(view.inputs.bars.time[bar] ?? 0, view.clock);
  };

  function picture(): PlotPicture | null {
    if (width < 40 || view.count === 0) return null;
    const { bars, trades } = view.inputs;
    const { palette, count } = view;
    const { low, high } = extremes(bars.close, 0, count);
    const years = timeTicks(bars.time, { from: 0, to: count }, (width - 2 * BRUSH_MARGIN) * 0.55, view.clock);
    return {
      width,
      height: HEIGHT,
      axisWidth: 0,
      count,
      range: whole,
      scale: fitScale(low, high, HEIGHT, { top: 10, bottom: 13 }, true),
      lines: [{ values: bars.close, colour: palette.bench, width: 1 }],
      gridX: [],
      gridY: [],
      palette,
      above: (surface) => paint(surface, years, trades),
    };
  }

  function paint(
    { context }: Surface,
    years: ReturnType<typeof timeTicks>,
    trades: typeof view.inputs.trades,
  ): void {
    const { palette, count } = view;
    for (const trade of trades) {
      context.fillStyle = trade.return >= 0 ? palette.up : palette.dn;
      const x = barX(whole, width, trade.entryBar);
      const end = barX(whole, width, lastBarOf(trade, count));
      context.fillRect(x, HEIGHT - 7, Math.max(end - x, 1.5), 3);
    }
    context.font = `400 11px ${palette.font}`;
    context.fillStyle = palette.t3;
    context.textBaseline = 'middle';
    const boxes = years.map((tick) => ({
      x: Math.max(barX(whole, width, tick.bar - 0.5), 10),
      y: 0,
      width: context.measureText(tick.label).width,
      height: 1,
    }));
    const shown = placeLabels(boxes, 12).map(
      (free, k) => free && (boxes[k]?.x ?? 0) + (boxes[k]?.width ?? 0) < width - 4,
    );
    years.forEach((tick, k) => shown[k] && context.fillText(tick.label, boxes[k]?.x ?? 0, 8));
  }

  const placeOf = (event: MouseEvent, element: HTMLElement): number =>
    placeAt(whole, width, event.clientX - element.getBoundingClientRect().left);

  function grab(event: PointerEvent & { currentTarget: HTMLElement }): void {
    if (event.button !== 0) return;
    const place = placeOf(event, event.currentTarget);
    const part =
      event.target instanceof HTMLElement ? (event.target.dataset.part as Grip | undefined) : undefined;
    if (!part)
      flushSync(() => view.show(pan(view.range, place - (view.range.from + view.range.to) / 2, view.count)));
    event.currentTarget.setPointerCapture(event.pointerId);
    grip = { part: part ?? 'body', x: place, from: view.range.from, to: view.range.to };
  }

  function drag(event: PointerEvent & { currentTarget: HTMLElement }): void {
    if (!grip) return;
    const moved = placeOf(event, event.currentTarget) - grip.x;
    if (grip.part === 'body') view.show(pan(grip, moved, view.count));
    else if (grip.part === 'from') view.show({ from: Math.min(grip.from + moved, grip.to - 8), to: grip.to });
    else view.show({ from: grip.from, to: Math.max(grip.to + moved, grip.from + 8) });
  }

  function wheel(event: WheelEvent & { currentTarget: HTMLElement }): void {
    event.preventDefault();
    const delta = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (delta !== 0) view.show(pan(view.range, (delta / width) * span(whole), view.count));
    else
      view.show(
        zoom(view.range, Math.exp(event.deltaY * 0.0015), (view.range.from + view.range.to) / 2, view.count),
      );
  }

  function key(event: KeyboardEvent, part: Grip): void {
    const sign = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1 }[event.key];
    if (!sign) return;
    event.preventDefault();
    const step = sign * Math.max(1, Math.round(span(view.range) * (event.shiftKey ? 0.25 : 0.05)));
    const { from, to } = view.range;
    if (part === 'body') view.show(pan(view.range, step, view.count));
    else if (part === 'from') view.show({ from: Math.min(from + step, to - 8), to });
    else view.show({ from, to: Math.max(to + step, from + 8) });
  }
;
async () => {



  { const $$_div0 = svelteHTML.createElement("div", {             "class":`overview`,"onpointerdown":grab,"onpointermove":drag,"onpointerup":() => (grip = null),"onpointercancel":() => (grip = null),"onwheel":wheel,});width= $$_div0.clientWidth;
   { svelteHTML.createElement("div", {    "class":`plot`,"aria-hidden":`true`,[Symbol("@attach")]:plot(picture),}); }
  if(width > 40 && view.count > 0){
     { svelteHTML.createElement("div", {       "class":`frame`,"aria-hidden":`true`,});__sveltets_2_ensureType(String, Number, `${places.frame.left} `);__sveltets_2_ensureType(String, Number, `${places.frame.width} `); }
     { svelteHTML.createElement("div", {       "class":`shown`,"aria-hidden":`true`,});__sveltets_2_ensureType(String, Number, `${left} `);__sveltets_2_ensureType(String, Number, `${Math.max(right - left, 1)} `); }
     { svelteHTML.createElement("div", {                       "class":`brush`,"role":`slider`,"tabindex":0,...__sveltets_2_empty({"data-part":`body`}),"aria-label":`Visible part of the history`,"aria-valuemin":0,"aria-valuemax":view.count,"aria-valuenow":Math.round(view.range.from),"aria-valuetext":`${dateAt(view.range.from)} to ${dateAt(view.range.to - 1)}`,"onkeydown":(event) => key(event, 'body'),});__sveltets_2_ensureType(String, Number, `${places.body.left} `);__sveltets_2_ensureType(String, Number, `${places.body.width} `); }
       for(let handle of __sveltets_2_ensureArray(([{ part: 'from', at: places.from, edge: places.frame.left, place: view.range.from, label: 'First bar shown' }, { part: 'to', at: places.to, edge: places.frame.left + places.frame.width, place: view.range.to - 1, label: 'Last bar shown' }] as const))){handle.part;
       { svelteHTML.createElement("div", {                       "class":`handle`,"role":`slider`,"tabindex":0,...__sveltets_2_empty({"data-part":handle.part}),"aria-label":handle.label,"aria-valuemin":0,"aria-valuemax":view.count - 1,"aria-valuenow":Math.min(Math.max(Math.round(handle.place), 0), view.count - 1),"aria-valuetext":dateAt(handle.place),"onkeydown":(event) => key(event, handle.part),});__sveltets_2_ensureType(String, Number, `${handle.at} `);__sveltets_2_ensureType(String, Number, `${handle.edge - handle.at} `); }
    }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ChartOverview__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ChartOverview__SvelteComponent_ = ReturnType<typeof ChartOverview__SvelteComponent_>;
/*Ωignore_endΩ*/export default ChartOverview__SvelteComponent_;