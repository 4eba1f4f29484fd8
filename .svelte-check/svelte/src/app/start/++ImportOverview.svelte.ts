///<reference types="svelte" />
;
import type { Attachment } from 'svelte/attachments';
import type { Bars } from '../../core/bars';
import type { DatasetManifest } from '../../core/dataset';
import { clockOf } from '../chart/geometry/zone-clock';
import { palette } from '../chart/palette';
import { formatInteger, formatTime } from '../format';
import { overviewHeight, paintOverview, stripsOf } from './overview-picture';
;

  interface Props {
    dataset: DatasetManifest;
    bars: Bars;
  };function $$render() {

  
  
  
  
  
  
  


  let { dataset, bars }: Props = $props();

  let width = $state(0);

  const strips = $derived(stripsOf(dataset.report.notes));
  const height = $derived(overviewHeight(strips.length));
  const clock = $derived(clockOf(dataset.interval, dataset.instrument.zone, dataset.firstTime));
  const day = (time: number): string => formatTime(time, dataset.instrument.zone, dataset.interval);
  const summary = $derived(
    `Closes from ${day(dataset.firstTime)} to ${day(dataset.lastTime)}. Marked: ` +
      (strips.map((strip) => `${strip.label}, ${formatInteger(strip.rows.length)} rows`).join('; ') ||
        'nothing') +
      '.',
  );

  const draw: Attachment<HTMLCanvasElement> = (canvas) => {
    $effect(() => {
      const ratio = devicePixelRatio;
      const context = canvas.getContext('2d');
      if (!context || width === 0) return;
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      paintOverview(context, { bars, strips, clock, palette: palette(), width });
    });
  };
;
async () => {


 { const $$_div0 = svelteHTML.createElement("div", {    "role":`img`,"aria-label":summary,});width= $$_div0.clientWidth;
   { svelteHTML.createElement("canvas", {   [Symbol("@attach")]:draw,});__sveltets_2_ensureType(String, Number, `${width} `);__sveltets_2_ensureType(String, Number, `${height} `); }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ImportOverview__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ImportOverview__SvelteComponent_ = ReturnType<typeof ImportOverview__SvelteComponent_>;
/*Ωignore_endΩ*/export default ImportOverview__SvelteComponent_;