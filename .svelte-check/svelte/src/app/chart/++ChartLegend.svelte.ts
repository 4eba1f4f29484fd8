///<reference types="svelte" />
;
import FlaskConical from '@lucide/svelte/icons/flask-conical';
import { formatPercent, intervalWords } from '../format';
import { formatPrice } from '../price';
import type { ChartView } from './chart-view.svelte';
import { wordDate } from './geometry/time-ticks';
import { seriesColour } from './palette';
import StudyLegend from './StudyLegend.svelte';
;

  interface Props {
    view: ChartView;
  };function $$render() {

  
  
  
  
  
  
  


  let { view }: Props = $props();

  const bar = $derived(view.legendBar);
  const bars = $derived(view.inputs.bars);
  const price = (value: number | undefined): string => formatPrice(value ?? NaN, view.decimals);
  const change = $derived((bars.close[bar] ?? NaN) / (bars.close[bar - 1] ?? NaN) - 1);
  const prices = $derived([
    ['O', 'Open', bars.open[bar]],
    ['H', 'High', bars.high[bar]],
    ['L', 'Low', bars.low[bar]],
    ['C', 'Close', bars.close[bar]],
  ] as const);
  const lines = $derived(
    view.inputs.plots
      .map((plot, k) => ({ plot, colour: seriesColour(view.palette, k) }))
      .filter(({ plot }) => plot.pane === 'price' && plot.kind === 'number'),
  );
  /** Those over the prices, and those whose pane is not there because they are hidden. */
  const studies = $derived(
    view.inputs.studies.filter(
      (study) =>
        study.pane === 'price' ||
        (!study.visible && !view.panes.some(({ key }) => key === `study ${study.pane}`)),
    ),
  );
;
async () => {


 { const $$_div0 = svelteHTML.createElement("div", {   "class":`legend`,});view.inputs.phone;view.legendHeight= $$_div0.clientHeight;
   { svelteHTML.createElement("div", { "class":`row`,});
    if(view.inputs.phone){
       { svelteHTML.createElement("span", { "class":`date`,});wordDate(bars.time[bar] ?? 0, view.clock); }
    }else{
       { svelteHTML.createElement("strong", {});view.inputs.name;  intervalWords(view.inputs.interval); }
    }
    if(view.inputs.synthetic){
       { svelteHTML.createElement("span", { "class":`badge`,}); { const $$_lacinoCksalF3C = __sveltets_2_ensureComponent(FlaskConical); new $$_lacinoCksalF3C({ target: __sveltets_2_any(), props: {      "size":12,"strokeWidth":1.75,"aria-hidden":`true`,}});}  }
    }
    if(bar >= 0){
         for(let [letter, name, value] of __sveltets_2_ensureArray(view.inputs.phone ? prices.slice(3) : prices)){letter;
         { svelteHTML.createElement("span", { "class":`figure`,}); { svelteHTML.createElement("abbr", { "title":name,});letter; }price(value); }
      }
       { svelteHTML.createElement("span", {  });change > 0;change < 0;
        formatPercent(change, { decimals: 2, signed: true });
       }
    }
   }
  if(lines.length > 0 || studies.length > 0){
     { svelteHTML.createElement("div", { "class":`row`,});
          for(let { plot, colour } of __sveltets_2_ensureArray(lines)){let k = 1;k;
         { svelteHTML.createElement("button", {         "class":`line`,"title":`Show ${plot.name} in the script, line ${plot.line}`,"aria-label":`${plot.name} ${price(plot.values[bar])}, show line ${plot.line} of the script`,"onclick":() => view.inputs.onSelectPlot(plot),});
           { svelteHTML.createElement("span", {  "class":`swatch`,});__sveltets_2_ensureType(String, Number, colour); }
          if(!view.inputs.phone){ { svelteHTML.createElement("span", { "class":`name`,});plot.name; }}
           { svelteHTML.createElement("span", { "class":`value`,});price(plot.values[bar]); }
         }
      }
       { const $$_dnegeLydutS2C = __sveltets_2_ensureComponent(StudyLegend); new $$_dnegeLydutS2C({ target: __sveltets_2_any(), props: {  view,studies,}});}
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ChartLegend__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ChartLegend__SvelteComponent_ = ReturnType<typeof ChartLegend__SvelteComponent_>;
/*Ωignore_endΩ*/export default ChartLegend__SvelteComponent_;