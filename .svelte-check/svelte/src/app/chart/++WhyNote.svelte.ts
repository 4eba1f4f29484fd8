///<reference types="svelte" />
;
import type { ChartView } from './chart-view.svelte';
import { extremes } from './geometry/decimate';
import { barAtX } from './geometry/range';
import { placeNote } from './note-place';
import { TRIANGLE } from './trade-marks';
import { noteChange, whyNote } from './why-note';
;

  interface Props {
    view: ChartView;
  };function $$render() {

  
  
  
  
  
  


  let { view }: Props = $props();

  let width = $state(0);
  let height = $state(0);

  const fill = $derived(view.noted);
  const note = $derived.by(() => {
    const { bars, trades, plots } = view.inputs;
    return fill && whyNote(fill, { bars, trades, plots, clock: view.clock, decimals: view.decimals });
  });
  const place = $derived.by(() => {
    if (!fill) return { left: 0, top: 0 };
    const { bars } = view.inputs;
    const scale = view.priceScale;
    const far = fill.tipY + (fill.below ? 1 : -1) * (TRIANGLE.height + (fill.end === 'exit' ? 26 : 0));
    const high = Math.min(scale.toY(bars.high[fill.bar] ?? NaN), fill.priceY, far);
    const low = Math.max(scale.toY(bars.low[fill.bar] ?? NaN), fill.priceY, far);
    const pane = { width: view.plotWidth, height: view.pricePane.height, top: 50 };
    return placeNote({ width, height }, pane, { x: fill.x, high, low }, pricesBetween);
  });

  /** Heights of the bars between two places of the plot. */
  function pricesBetween(fromX: number, toX: number): { high: number; low: number } {
    const { bars } = view.inputs;
    const first = barAtX(view.range, view.plotWidth, fromX, view.count) ?? 0;
    const last = (barAtX(view.range, view.plotWidth, toX, view.count) ?? -1) + 1;
    return {
      high: view.priceScale.toY(extremes(bars.high, first, last).high),
      low: view.priceScale.toY(extremes(bars.low, first, last).low),
    };
  }
;
async () => {


if(note){
   { const $$_div0 = svelteHTML.createElement("div", {          "class":`note`,"role":`note`,});width= $$_div0.offsetWidth;height= $$_div0.offsetHeight;__sveltets_2_ensureType(String, Number, `${place.left} `);__sveltets_2_ensureType(String, Number, `${place.top} `);__sveltets_2_ensureType(String, Number, `${Math.min(256, view.plotWidth - 16)} `);
     { svelteHTML.createElement("div", { "class":`head`,});
       { svelteHTML.createElement("strong", {});note.title; }
      if(note.change !== null){
         { svelteHTML.createElement("span", {  });note.change > 0;note.change < 0;noteChange(note.change); }
      }
     }
     { svelteHTML.createElement("p", {});note.sentence; }
    if(note.values){ { svelteHTML.createElement("p", { "class":`values`,});note.values; }}
   }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const WhyNote__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type WhyNote__SvelteComponent_ = ReturnType<typeof WhyNote__SvelteComponent_>;
/*Ωignore_endΩ*/export default WhyNote__SvelteComponent_;