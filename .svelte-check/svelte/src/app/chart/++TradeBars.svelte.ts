///<reference types="svelte" />
;
import type { Trade } from '../../core/order';
import { formatInteger, formatPercent } from '../format';
import { onPaper } from '../paper';
import { fitScale } from './geometry/value-scale';
import { linearTicks } from './geometry/value-ticks';
;

  interface Props {
    trades: readonly Trade[];
    /** Index into `trades`. */
    selected?: number | null;
    onSelect?: (trade: number | null) => void;
  };function $$render() {

  
  
  
  
  


  let { trades, selected = null, onSelect }: Props = $props();

  const AXIS = 48;
  let width = $state(0);
  let height = $state(0);
  let pointed = $state<number | null>(null);

  const returns = $derived(trades.map((trade) => (Number.isFinite(trade.return) ? trade.return : 0)));
  const scale = $derived(
    fitScale(Math.min(0, ...returns), Math.max(0, ...returns), height, { top: 10, bottom: 8 }),
  );
  const ticks = $derived(linearTicks(scale.min, scale.max, Math.max(height / 36, 2)));
  const step = $derived(Math.max(width - AXIS, 1) / Math.max(trades.length, 1));
  const gap = $derived(step > 3 ? Math.min(step * 0.2, 3) : 0);
  const zero = $derived(scale.toY(0));
  const shown = $derived(pointed ?? selected);
  const change = (k: number): string => formatPercent(returns[k] ?? NaN, { signed: true });
  const summary = $derived.by(() => {
    const gains = returns.filter((value) => value > 0).length;
    const chosen = shown === null ? '' : ` Trade ${shown + 1}: ${change(shown)}.`;
    return `Return of each of ${formatInteger(trades.length)} trades, net; ${formatInteger(gains)} gained.${chosen}`;
  });

  function at(event: MouseEvent & { currentTarget: Element }): number | null {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const k = Math.floor(x / step);
    return k >= 0 && k < trades.length ? k : null;
  }

  function onkeydown(event: KeyboardEvent): void {
    const from = shown ?? -1;
    const targets: Record<string, number> = {
      ArrowLeft: from - 1,
      ArrowRight: from + 1,
      Home: 0,
      End: trades.length - 1,
    };
    const target = targets[event.key];
    if (target !== undefined && trades.length > 0) pointed = Math.min(Math.max(target, 0), trades.length - 1);
    else if (event.key === 'Enter' && shown !== null) onSelect?.(shown);
    else return;
    event.preventDefault();
  }
;
async () => {


  { const $$_div0 = svelteHTML.createElement("div", {                          "class":`bars`,"role":`slider`,"tabindex":0,"aria-label":summary,"aria-valuemin":1,"aria-valuemax":Math.max(trades.length, 1),"aria-valuenow":(shown ?? 0) + 1,"aria-valuetext":shown === null ? 'no trade chosen' : `trade ${shown + 1}, ${change(shown)}`,[Symbol("@attach")]:onPaper((element) => {
    width = element.clientWidth;
    height = element.clientHeight;
  }),onkeydown,"onpointermove":(event) => (pointed = at(event)),"onpointerleave":() => (pointed = null),"onclick":(event) => {
    const trade = at(event);
    if (trade !== null) onSelect?.(trade);
  },});width= $$_div0.clientWidth;height= $$_div0.clientHeight;
  if(width > AXIS && height > 0){
     { svelteHTML.createElement("svg", {   width,height,"aria-hidden":`true`,});
         for(let tick of __sveltets_2_ensureArray(ticks)){tick;
         { svelteHTML.createElement("line", {           "class":tick === 0 ? 'zero' : 'grid',"x1":`0`,"x2":width - AXIS,"y1":scale.toY(tick),"y2":scale.toY(tick),});}
         { svelteHTML.createElement("text", {    "x":width - AXIS + 8,"y":scale.toY(tick) + 4,});formatPercent(tick, { decimals: 0, signed: true }); }
      }
          for(let value of __sveltets_2_ensureArray(returns)){let k = 1;k;
         { svelteHTML.createElement("rect", {            "class":value >= 0 ? 'up' : 'down',"x":k * step + gap / 2,"y":Math.min(scale.toY(value), zero),"width":Math.max(step - gap, 0.5),"height":Math.max(Math.abs(scale.toY(value) - zero), 1),});k === shown;}
      }
     }
    if(shown !== null){
       { svelteHTML.createElement("span", {   "class":`tag`,});__sveltets_2_ensureType(String, Number, `${Math.min(Math.max((shown + 0.5) * step, 40), width - AXIS - 40)} `); shown + 1; change(shown); }
    }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const TradeBars__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type TradeBars__SvelteComponent_ = ReturnType<typeof TradeBars__SvelteComponent_>;
/*Ωignore_endΩ*/export default TradeBars__SvelteComponent_;