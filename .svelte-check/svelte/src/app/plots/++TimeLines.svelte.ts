///<reference types="svelte" />
;
import type { Column } from '../../core/column';
import { drawTimeLabels } from '../chart/equity-view';
import { barAtX, barX } from '../chart/geometry/range';
import { tableDate, timeTicks } from '../chart/geometry/time-ticks';
import { clockOf } from '../chart/geometry/zone-clock';
import { palette } from '../chart/palette';
import { plot } from '../chart/plot-attachment.svelte';
import { Speech } from '../chart/speech.svelte';
import { timeStrip } from '../chart/time-strip.svelte';
import type { TableColumn } from '../components/table';
import { onPaper } from '../paper';
import LegendItem from './LegendItem.svelte';
import { barAfterKey } from './bar-keys';
import { linePicture, type NamedLine } from './line-picture';
import PlotFrame from './PlotFrame.svelte';
;

  interface Props {
    /** Names the chart, as `Rolling Sharpe`. */
    name: string;
    /** Unix ms, one per bar. */
    time: Column;
    lines: readonly NamedLine[];
    interval: string;
    /** IANA zone. */
    zone: string;
    /** A value in words. */
    write: (value: number) => string;
    /** A value beside the axis; as in words when absent. */
    writeAxis?: (value: number) => string;
    log?: boolean;
    /** A value that is always shown, and stronger. */
    baseline?: number;
    /** Whether lines are named at their right ends. */
    ends?: boolean;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  


  let {
    name,
    time,
    lines,
    interval,
    zone,
    write,
    writeAxis = write,
    log = false,
    baseline,
    ends = false,
  }: Props = $props();

  const AXIS = 56;
  const END_ROOM = 92;
  const FOOT = 22;
  /** Rows the table holds at most: the newest. */
  const MOST = 100_000;
  let width = $state(0);
  let height = $state(0);
  let cursor = $state<number | null>(null);
  const speech = new Speech();

  const count = $derived(time.length);
  const clock = $derived(clockOf(interval, zone, time[0] ?? 0));
  const withEnds = $derived(ends && width > 480);
  const axisWidth = $derived(AXIS + (withEnds ? END_ROOM : 0));
  const plotWidth = $derived(Math.max(width - axisWidth, 1));
  const ticks = $derived(timeTicks(time, { from: 0, to: count }, plotWidth * 0.9, clock));
  const drawn = $derived(
    linePicture({
      count,
      lines,
      width,
      height: Math.max(height - FOOT, 20),
      axisWidth,
      log,
      ...(baseline === undefined ? {} : { baseline }),
      ticks,
      palette: palette(),
      write: writeAxis,
    }),
  );
  const ready = $derived(width > axisWidth + 20 && height > FOOT + 20 && count > 1);
  const at = $derived(cursor ?? count - 1);
  const dateOf = (bar: number): string => tableDate(time[bar] ?? 0, clock);
  const valueAt = (line: NamedLine, bar: number): string => write(line.values[bar] ?? NaN);
  const words = (bar: number): string => lines.map((line) => `${line.name} ${valueAt(line, bar)}`).join(', ');
  const summary = $derived(
    `${name}. ${words(count - 1)}, at ${dateOf(count - 1)}, from ${dateOf(0)}. Arrow keys read single bars.`,
  );
  const columns = $derived<readonly TableColumn<number>[]>([
    { id: 'time', header: 'Bar', width: 8, text: dateOf },
    ...lines.map((line) => ({
      id: line.name,
      header: line.name,
      align: 'right' as const,
      width: 6,
      text: (bar: number) => valueAt(line, bar),
    })),
  ]);
  const first = $derived(Math.max(0, count - MOST));
  const rows = (): readonly number[] => Array.from({ length: count - first }, (_, k) => first + k);

  function onpointermove(event: PointerEvent & { currentTarget: HTMLElement }): void {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    cursor = x <= plotWidth ? barAtX({ from: 0, to: count }, plotWidth, x, count) : null;
  }

  function onkeydown(event: KeyboardEvent): void {
    const target = barAfterKey(event, cursor, count);
    if (target === undefined) return;
    event.preventDefault();
    cursor = target;
    if (cursor !== null) speech.say(`${dateOf(cursor)}: ${words(cursor)}.`);
  }
;
async () => {


 { const $$_emarFtolP0C = __sveltets_2_ensureComponent(PlotFrame); const $$_emarFtolP0 = new $$_emarFtolP0C({ target: __sveltets_2_any(), props: {  children:() => { return __sveltets_2_any(0); },name,columns,rows,legend:() => { async ()/*Ωignore_positionΩ*/ => {
       for(let line of __sveltets_2_ensureArray(lines)){line.name;
       { const $$_metIdnegeL0C = __sveltets_2_ensureComponent(LegendItem); new $$_metIdnegeL0C({ target: __sveltets_2_any(), props: {        "name":line.name,"tone":line.tone,"dash":line.dash,"value":valueAt(line, at),}});}
    }
    if(cursor !== null){ { svelteHTML.createElement("span", { "class":`muted`,});dateOf(cursor); }}
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {legend} = $$_emarFtolP0.$$prop_def;/*Ωignore_endΩ*/
  
  
   { const $$_div1 = svelteHTML.createElement("div", {                "class":`stage`,"role":`application`,"tabindex":0,"aria-label":summary,[Symbol("@attach")]:onPaper((element) => {
      width = element.clientWidth;
      height = element.clientHeight;
    }),onkeydown,onpointermove,"onpointerleave":() => (cursor = null),});width= $$_div1.clientWidth;height= $$_div1.clientHeight;
    if(ready){
       { svelteHTML.createElement("div", {   "class":`pane`,[Symbol("@attach")]:plot(() => drawn.picture),});__sveltets_2_ensureType(String, Number, `${height - FOOT} `); }
       { svelteHTML.createElement("canvas", {    "aria-hidden":`true`,[Symbol("@attach")]:timeStrip(() => ({
          width,
          height: FOOT,
          palette: drawn.picture.palette,
          paint: (surface) =>
            drawTimeLabels({ ...surface, width: plotWidth }, ticks, count, drawn.picture.palette),
        })),}); }
      if(withEnds){
           for(let end of __sveltets_2_ensureArray(drawn.ends)){end.name;
           { svelteHTML.createElement("span", {     "class":`end`,"title":end.name,});__sveltets_2_ensureType(String, Number, `${end.y} `);__sveltets_2_ensureType(String, Number, `${END_ROOM} `);end.name; }
        }
      }
      if(cursor !== null){
         { svelteHTML.createElement("div", {  "class":`crosshair`,});__sveltets_2_ensureType(String, Number, `${barX({ from: 0, to: count }, plotWidth, cursor)} `); }
      }
    }
   }
 PlotFrame}
 { svelteHTML.createElement("p", {   "class":`sr-only`,"aria-live":`polite`,});speech.text; }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const TimeLines__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type TimeLines__SvelteComponent_ = ReturnType<typeof TimeLines__SvelteComponent_>;
/*Ωignore_endΩ*/export default TimeLines__SvelteComponent_;