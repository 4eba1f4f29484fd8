///<reference types="svelte" />
;
import { textMeasure } from '../chart/chart-view.svelte';
import { linearTicks, tickDecimals } from '../chart/geometry/value-ticks';
import { palette } from '../chart/palette';
import { formatInteger, formatNumber } from '../format';
import { histogram, markLabels, type HistogramMark } from './histogram';
;

  interface Props {
    values: readonly number[];
    /** As `Sharpe`. */
    metricName: string;
    marks?: readonly HistogramMark[];
    /** Text of a value beside its mark. */
    write?: (value: number) => string;
  };function $$render() {

  
  
  
  
  


  let { values, metricName, marks = [], write = (value) => formatNumber(value) }: Props = $props();

  const ROW = 18;
  const FOOT = 20;
  const EDGE = 4;
  let width = $state(0);
  let height = $state(0);

  const bins = $derived(histogram(values, 20));
  const reach = $derived([
    ...marks.map(({ value }) => value),
    bins.from,
    bins.from + bins.step * bins.counts.length,
  ]);
  const low = $derived(Math.min(...reach));
  const high = $derived(Math.max(...reach));
  const at = $derived(
    (value: number) => EDGE + ((value - low) / (high - low || 1)) * Math.max(width - 2 * EDGE, 1),
  );
  const labels = $derived(
    markLabels(
      marks,
      at,
      (mark) => `${mark.name} ${write(mark.value)}`,
      textMeasure(`400 12px ${palette().font}`),
      width,
    ),
  );
  const head = $derived(ROW * Math.max(1, ...labels.map(({ row }) => row + 1)) + 6);
  const most = $derived(Math.max(...bins.counts, 1));
  const floor = $derived(Math.max(height - FOOT, head + 10));
  const ticks = $derived(linearTicks(low, high, Math.max(width / 60, 2)));
  const decimals = $derived(Math.max(tickDecimals(ticks), 1));
  const summary = $derived(
    `${formatInteger(values.length)} results by ${metricName}, from ${write(Math.min(...values))} to ${write(Math.max(...values))}; ` +
      marks.map((mark) => `${mark.name} ${write(mark.value)}`).join(', ') +
      '.',
  );
  const rowOf = (mark: HistogramMark): number =>
    labels.find(({ x }) => Math.abs(x - at(mark.value)) < 6)?.row ?? 0;
;
async () => {


 { const $$_div0 = svelteHTML.createElement("div", {   "class":`histogram`,});width= $$_div0.clientWidth;height= $$_div0.clientHeight;
  if(width > 0 && bins.counts.length > 0){
     { svelteHTML.createElement("svg", {     width,height,"role":`img`,"aria-label":summary,});
          for(let count of __sveltets_2_ensureArray(bins.counts)){let k = 1;k;
        const left = at(bins.from + k * bins.step);
        const size = (count / most) * (floor - head);
         { svelteHTML.createElement("rect", {           "class":`bar`,"x":left + 0.5,"y":floor - size,"width":Math.max(at(bins.from + (k + 1) * bins.step) - left - 1, 1),"height":size,});
           { svelteHTML.createElement("title", { });formatInteger(count);  formatInteger(values.length);  write(bins.from + k * bins.step); 
            write(bins.from + (k + 1) * bins.step); }
         }
      }
       { svelteHTML.createElement("line", {          "class":`floor`,"x1":`0`,"x2":width,"y1":floor + 0.5,"y2":floor + 0.5,});}
         for(let tick of __sveltets_2_ensureArray(ticks)){tick;
         { svelteHTML.createElement("text", {        "class":`tick`,"x":at(tick),"y":floor + 15,"text-anchor":`middle`,});formatNumber(tick, { decimals }); }
      }
         for(let mark of __sveltets_2_ensureArray(marks)){mark.name;
         { svelteHTML.createElement("line", {           "class":`mark ${mark.tone}`,"x1":at(mark.value),"x2":at(mark.value),"y1":(rowOf(mark) + 1) * ROW,"y2":floor,});}
      }
         for(let label of __sveltets_2_ensureArray(labels)){label.text;
         { svelteHTML.createElement("text", {     "class":`label`,"x":label.left,"y":label.row * ROW + 13,});label.text; }
      }
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Histogram__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Histogram__SvelteComponent_ = ReturnType<typeof Histogram__SvelteComponent_>;
/*Ωignore_endΩ*/export default Histogram__SvelteComponent_;