///<reference types="svelte" />
;
import Table from '@lucide/svelte/icons/table-2';
import Candles from '@lucide/svelte/icons/chart-line';
import type { Bars } from '../../core/bars';
import type { Column } from '../../core/column';
import type { Interval } from '../../core/dataset';
import DataTable from '../components/DataTable.svelte';
import type { TableColumn } from '../components/table';
import { formatMoney, formatPercent } from '../format';
import { equityPane, fallPane, REPORT_AXIS, drawTimeLabels, type EquityScene } from './equity-view';
import { barAtX, barX } from './geometry/range';
import { tableDate, timeTicks } from './geometry/time-ticks';
import { clockOf } from './geometry/zone-clock';
import { onPaper } from '../paper';
import { palette } from './palette';
import { plot } from './plot-attachment.svelte';
import { Speech } from './speech.svelte';
import { timeStrip } from './time-strip.svelte';
;

  interface Props {
    bars: Bars;
    /** Account value, account currency. */
    equity: Column;
    /** Fall from the peak, fraction in [0, 1]. */
    drawdown: Column;
    holding?: Column | null;
    holdingDrawdown?: Column | null;
    /** ISO 4217. */
    currency: string;
    interval: Interval;
    /** IANA zone. */
    zone: string;
    /** How the account is called in the legend. */
    name?: string;
    holdingName?: string;
    /** Whether equity stands on a log scale. */
    log?: boolean;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  


  let {
    bars,
    equity,
    drawdown,
    holding = null,
    holdingDrawdown = null,
    currency,
    interval,
    zone,
    name = 'Strategy',
    holdingName = 'Holding',
    log = true,
  }: Props = $props();

  const HEAD = 22;
  const BETWEEN = 22;
  const FOOT = 22;
  let width = $state(0);
  let height = $state(0);
  let cursor = $state<number | null>(null);
  let asTable = $state(false);
  const speech = new Speech();

  const count = $derived(bars.time.length);
  const clock = $derived(clockOf(interval, zone, bars.time[0] ?? 0));
  const plotWidth = $derived(Math.max(width - REPORT_AXIS, 1));
  const room = $derived(Math.max(height - HEAD - BETWEEN - FOOT, 40));
  const upper = $derived(Math.round(room * 0.7));
  const ticks = $derived(timeTicks(bars.time, { from: 0, to: count }, plotWidth * 0.9, clock));
  const scene = $derived<EquityScene>({
    bars,
    equity,
    drawdown,
    holding,
    holdingDrawdown,
    width,
    ticks,
    palette: palette(),
  });
  const at = $derived(cursor ?? count - 1);
  const money = (value: number | undefined): string => formatMoney(value ?? NaN, currency);
  const fall = (value: number | undefined): string => formatPercent(-(value ?? NaN));
  const dateOf = (bar: number): string => tableDate(bars.time[bar] ?? 0, clock);
  const ready = $derived(width > REPORT_AXIS + 20 && count > 1);
  const summary = $derived(
    `${name} ${money(equity[count - 1])}${holding ? `, ${holdingName} ${money(holding[count - 1])}` : ''}, ` +
      `from ${dateOf(0)} to ${dateOf(count - 1)}. Arrow keys read single bars.`,
  );
  const columns = $derived<TableColumn<number>[]>([
    { id: 'time', header: 'Bar', width: 8, text: dateOf },
    { id: 'equity', header: name, align: 'right', width: 7, text: (i) => money(equity[i]) },
    { id: 'drawdown', header: 'Below peak', align: 'right', width: 6, text: (i) => fall(drawdown[i]) },
    ...(holding
      ? [
          {
            id: 'holding',
            header: holdingName,
            align: 'right' as const,
            width: 7,
            text: (i: number) => money(holding[i]),
          },
        ]
      : []),
    ...(holdingDrawdown
      ? [
          {
            id: 'fall',
            header: 'Below its peak',
            align: 'right' as const,
            width: 7,
            text: (i: number) => fall(holdingDrawdown[i]),
          },
        ]
      : []),
  ]);
  const rows = $derived(asTable ? Array.from({ length: count }, (_, i) => i) : []);

  function point(event: PointerEvent & { currentTarget: HTMLElement }): void {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    cursor = x <= plotWidth ? barAtX({ from: 0, to: count }, plotWidth, x, count) : null;
  }

  function onkeydown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? Math.max(Math.round(count / 50), 1) : 1;
    const targets: Record<string, number | null> = {
      ArrowLeft: at - step,
      ArrowRight: at + step,
      Home: 0,
      End: count - 1,
      ...(cursor === null ? {} : { Escape: null }),
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    cursor = target === null ? null : Math.min(Math.max(target, 0), count - 1);
    if (cursor === null) return;
    const held = holding ? `, ${holdingName} ${money(holding[cursor])}` : '';
    speech.say(
      `${dateOf(cursor)}: ${name} ${money(equity[cursor])}${held}, below its peak ${fall(drawdown[cursor])}.`,
    );
  }
;
async () => {


  { const $$_div0 = svelteHTML.createElement("div", {     "class":`chart`,[Symbol("@attach")]:onPaper((element) => {
    width = element.clientWidth;
    height = element.clientHeight;
  }),});width= $$_div0.clientWidth;height= $$_div0.clientHeight;
   { svelteHTML.createElement("div", { "class":`legend`,});
     { svelteHTML.createElement("span", {  "class":`item named`,}); { svelteHTML.createElement("i", { "class":`own`,}); } { svelteHTML.createElement("span", {   "class":`name`,"title":name,});name; }  { svelteHTML.createElement("b", {});money(equity[at]); } }
    if(holding){ { svelteHTML.createElement("span", { "class":`item`,}); { svelteHTML.createElement("i", { "class":`held`,}); }holdingName;  { svelteHTML.createElement("b", {});money(holding[at]); } }}
    if(cursor !== null){ { svelteHTML.createElement("span", {  "class":`item`,});dateOf(cursor);     { svelteHTML.createElement("b", {});fall(drawdown[cursor]); } }}
     { svelteHTML.createElement("button", {         "class":`no-print`,"title":asTable ? 'Show as chart' : 'Show as table',"aria-label":asTable ? 'Show equity as chart' : 'Show equity as table',"onclick":() => (asTable = !asTable),});
      if(asTable){ { const $$_seldnaC3C = __sveltets_2_ensureComponent(Candles); new $$_seldnaC3C({ target: __sveltets_2_any(), props: {    "size":15,"strokeWidth":1.75,}});}}else{ { const $$_elbaT3C = __sveltets_2_ensureComponent(Table); new $$_elbaT3C({ target: __sveltets_2_any(), props: {    "size":15,"strokeWidth":1.75,}});}}
     }
   }
  if(asTable){
     { svelteHTML.createElement("div", { "class":`table`,}); { const $$_elbaTataD2C = __sveltets_2_ensureComponent(DataTable); new $$_elbaTataD2C({ target: __sveltets_2_any(), props: {    columns,rows,"label":`Equity of each bar`,}});} }
  } else if (ready){
    
     { svelteHTML.createElement("div", {              "class":`stage`,"role":`application`,"tabindex":0,"aria-label":`Equity and fall below the peak. ${summary}`,onkeydown,"onpointermove":point,"onpointerleave":() => (cursor = null),});
       { svelteHTML.createElement("div", {     "class":`pane`,[Symbol("@attach")]:plot(() => equityPane(scene, upper, currency, log).picture),});__sveltets_2_ensureType(String, Number, `${upper} `); }
       { svelteHTML.createElement("div", { "class":`between`,});   }
       { svelteHTML.createElement("div", {     "class":`pane`,[Symbol("@attach")]:plot(() => fallPane(scene, room - upper).picture),});__sveltets_2_ensureType(String, Number, `${room - upper} `); }
       { svelteHTML.createElement("canvas", {    "aria-hidden":`true`,[Symbol("@attach")]:timeStrip(() => ({
          width,
          height: FOOT,
          palette: scene.palette,
          paint: (surface) => drawTimeLabels({ ...surface, width: plotWidth }, ticks, count, scene.palette),
        })),}); }
      if(cursor !== null){
         { svelteHTML.createElement("div", {  "class":`crosshair`,});__sveltets_2_ensureType(String, Number, `${barX({ from: 0, to: count }, plotWidth, cursor)} `); }
      }
     }
  }
   { svelteHTML.createElement("p", {   "class":`sr-only`,"aria-live":`polite`,});speech.text; }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const EquityChart__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type EquityChart__SvelteComponent_ = ReturnType<typeof EquityChart__SvelteComponent_>;
/*Ωignore_endΩ*/export default EquityChart__SvelteComponent_;