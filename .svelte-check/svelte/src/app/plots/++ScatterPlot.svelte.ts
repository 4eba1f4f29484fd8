///<reference types="svelte" />
;
import { tickDecimals } from '../chart/geometry/value-ticks';
import { palette } from '../chart/palette';
import { Speech } from '../chart/speech.svelte';
import { timeStrip, type StripPicture } from '../chart/time-strip.svelte';
import type { Surface } from '../chart/plot';
import { formatPercent } from '../format';
import { onPaper } from '../paper';
import { barAfterKey } from './bar-keys';
import { paintPoints } from './paint-points';
import { nearestPoint, scatterLayout, type ScatterPoint } from './scatter';
;

  interface Props {
    /** Fractions. */
    points: readonly ScatterPoint[];
    /** One sentence about all of them. */
    summary: string;
    /** Names of the axes, with units. */
    nameX: string;
    nameY: string;
    /** A point in words. */
    words: (index: number) => string;
    onOpen?: ((index: number) => void) | undefined;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  


  let { points, summary, nameX, nameY, words, onOpen }: Props = $props();

  const AXIS = 52;
  const FOOT = 36;
  const REACH = 24;
  let width = $state(0);
  let height = $state(0);
  let chosen = $state<number | null>(null);
  const speech = new Speech();

  const plotWidth = $derived(Math.max(width - AXIS, 1));
  const plotHeight = $derived(Math.max(height - FOOT, 1));
  const layout = $derived(scatterLayout(points, plotWidth, plotHeight));
  const decimalsX = $derived(tickDecimals(layout.ticksX.map(({ value }) => value * 100)));
  const decimalsY = $derived(tickDecimals(layout.ticksY.map(({ value }) => value * 100)));
  const known = $derived(layout.placed.map(({ index }) => index));
  const tag = $derived(layout.placed.find(({ index }) => index === chosen));

  /** All that is painted is read here, so that each change of it paints again. */
  function scene(): StripPicture {
    const colours = palette();
    const { placed } = layout;
    const ring = tag;
    const hollow = points.map((point) => point.hollow);
    const paint = (surface: Surface): void => paintPoints(surface, placed, hollow, ring, colours);
    return { width: plotWidth, height: plotHeight, palette: colours, paint };
  }

  function onpointermove(event: PointerEvent & { currentTarget: HTMLElement }): void {
    const box = event.currentTarget.getBoundingClientRect();
    chosen = nearestPoint(layout.placed, event.clientX - box.left, event.clientY - box.top, REACH);
  }

  function onkeydown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && chosen !== null) {
      event.preventDefault();
      onOpen?.(chosen);
      return;
    }
    const at = chosen === null ? null : known.indexOf(chosen);
    const target = barAfterKey(event, at, known.length);
    if (target === undefined) return;
    event.preventDefault();
    chosen = target === null ? null : (known[target] ?? null);
    if (chosen !== null) speech.say(words(chosen));
  }
;
async () => {



  { const $$_div0 = svelteHTML.createElement("div", {                 "class":['stage', { opens: onOpen && chosen !== null }],"role":`application`,"tabindex":0,"aria-label":`${summary} ${chosen === null ? '' : `${words(chosen)} `}Arrow keys go through them${onOpen ? ', Enter opens one on the chart' : ''}.`,[Symbol("@attach")]:onPaper((element) => {
    width = element.clientWidth;
    height = element.clientHeight;
  }),onkeydown,onpointermove,"onpointerleave":() => (chosen = null),"onclick":() => chosen !== null && onOpen?.(chosen),});width= $$_div0.clientWidth;height= $$_div0.clientHeight;
  if(width > AXIS && height > FOOT){
     { svelteHTML.createElement("svg", {   width,height,"aria-hidden":`true`,});
         for(let tick of __sveltets_2_ensureArray(layout.ticksY)){tick.value;
         { svelteHTML.createElement("line", {          "class":`grid`,"x1":`0`,"x2":plotWidth,"y1":tick.y,"y2":tick.y,});}
         { svelteHTML.createElement("text", {    "x":plotWidth + 8,"y":tick.y + 4,});formatPercent(tick.value, { decimals: decimalsY, signed: true }); }
      }
         for(let tick of __sveltets_2_ensureArray(layout.ticksX)){tick.value;
         { svelteHTML.createElement("line", {          "class":`grid`,"x1":tick.x,"x2":tick.x,"y1":`0`,"y2":plotHeight,});}
         { svelteHTML.createElement("text", {      "x":tick.x,"y":plotHeight + 14,"text-anchor":`middle`,});formatPercent(tick.value, { decimals: decimalsX, signed: true }); }
      }
      if(layout.zeroY !== null){
         { svelteHTML.createElement("line", {          "class":`zero`,"x1":`0`,"x2":plotWidth,"y1":layout.zeroY,"y2":layout.zeroY,});}
      }
      if(layout.zeroX !== null){
         { svelteHTML.createElement("line", {          "class":`zero`,"x1":layout.zeroX,"x2":layout.zeroX,"y1":`0`,"y2":plotHeight,});}
      }
       { svelteHTML.createElement("text", {       "class":`name`,"x":plotWidth / 2,"y":height - 4,"text-anchor":`middle`,});nameX; }
       { svelteHTML.createElement("text", {     "class":`name`,"x":`0`,"y":`11`,});nameY; }
     }
     { svelteHTML.createElement("canvas", {  "aria-hidden":`true`,[Symbol("@attach")]:timeStrip(scene),}); }
    if(tag){
       { svelteHTML.createElement("span", {    "class":`tag`,});__sveltets_2_ensureType(String, Number, `${Math.min(Math.max(tag.x, 90), Math.max(plotWidth - 90, 90))} `);__sveltets_2_ensureType(String, Number, `${tag.y < 48 ? tag.y + 14 : tag.y - 32} `);words(tag.index); }
    }
  }
 }
 { svelteHTML.createElement("p", {   "class":`sr-only`,"aria-live":`polite`,});speech.text; }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ScatterPlot__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ScatterPlot__SvelteComponent_ = ReturnType<typeof ScatterPlot__SvelteComponent_>;
/*Ωignore_endΩ*/export default ScatterPlot__SvelteComponent_;