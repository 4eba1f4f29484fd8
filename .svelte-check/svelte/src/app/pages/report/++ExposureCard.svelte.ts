///<reference types="svelte" />
;
import type { DatasetManifest } from '../../../core/dataset';
import type { Tearsheet } from '../../../research/tearsheet/shape';
import { formatPercent } from '../../format';
import TimeLines from '../../plots/TimeLines.svelte';
import Card from './Card.svelte';
;

  interface Props {
    sheet: Tearsheet;
    dataset: DatasetManifest;
  };function $$render() {

  
  
  
  
  


  let { sheet, dataset }: Props = $props();

  const lines = $derived([
    { name: 'Position over equity', values: sheet.series.exposure, tone: 'own' as const, area: true },
  ]);
;
async () => {


 { const $$_draC0C = __sveltets_2_ensureComponent(Card); new $$_draC0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"title":`Exposure`,"remark":`Above zero long, below zero short.`,}});
   { svelteHTML.createElement("div", { "class":`chart`,});
     { const $$_seniLemiT2C = __sveltets_2_ensureComponent(TimeLines); new $$_seniLemiT2C({ target: __sveltets_2_any(), props: {              "name":`the exposure`,"time":sheet.series.time,lines,"interval":dataset.interval,"zone":dataset.instrument.zone,"write":(value) => formatPercent(value, { decimals: 0, signed: true }),"baseline":0,}});}
   }
 Card}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ExposureCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ExposureCard__SvelteComponent_ = ReturnType<typeof ExposureCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default ExposureCard__SvelteComponent_;