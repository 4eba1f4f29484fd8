///<reference types="svelte" />
;
import type { DatasetManifest } from '../../../core/dataset';
import type { Tearsheet } from '../../../research/tearsheet/shape';
import { formatInteger, formatNumber, formatPercent } from '../../format';
import TimeLines from '../../plots/TimeLines.svelte';
import { report } from '../../state/report.svelte';
import Card from './Card.svelte';
import { rollingWindows } from './rolling-windows';
;

  interface Props {
    sheet: Tearsheet;
    dataset: DatasetManifest;
  };function $$render() {

  
  
  
  
  
  
  


  let { sheet, dataset }: Props = $props();

  const rolling = $derived(report.rolling ?? sheet.rolling);
  const windows = $derived(rollingWindows(sheet.facts.barsPerYear, sheet.facts.bars, sheet.rolling.window));
  const charts = $derived([
    { name: 'Sharpe, yearly', values: rolling.sharpe, write: (x: number) => formatNumber(x) },
    { name: 'Volatility, yearly', values: rolling.volatility, write: (x: number) => formatPercent(x) },
    ...(rolling.beta
      ? [
          {
            name: `Beta to ${sheet.facts.benchmark ?? 'the benchmark'}`,
            values: rolling.beta,
            write: (x: number) => formatNumber(x),
          },
        ]
      : []),
  ]);
;
async () => {


 { const $$_draC0C = __sveltets_2_ensureComponent(Card); const $$_draC0 = new $$_draC0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`Over a moving window`,acts:() => { async ()/*Ωignore_positionΩ*/ => {
     { svelteHTML.createElement("label", {});
      
       { svelteHTML.createElement("select", {       "class":`input`,"value":rolling.window,"onchange":({ currentTarget }) => report.roll(Number(currentTarget.value)),});
           for(let { window, words } of __sveltets_2_ensureArray(windows)){window; { svelteHTML.createElement("option", { "value":window,});words; }}
       }
     }
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {acts} = $$_draC0.$$prop_def;/*Ωignore_endΩ*/
  
  if(sheet.facts.bars > rolling.window){
       for(let { name, values, write } of __sveltets_2_ensureArray(charts)){name;
       { svelteHTML.createElement("div", { "class":`chart`,});
         { const $$_seniLemiT2C = __sveltets_2_ensureComponent(TimeLines); new $$_seniLemiT2C({ target: __sveltets_2_any(), props: {             name,"time":sheet.series.time,"lines":[{ name, values, tone: 'own' }],"interval":dataset.interval,"zone":dataset.instrument.zone,write,"baseline":0,}});}
       }
    }
  }else{
     { svelteHTML.createElement("p", { "class":`muted`,});
            formatInteger(rolling.window);     formatInteger(
        Math.max(0, sheet.facts.bars - 1),
      );
     }
  }
 Card}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RollingCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RollingCard__SvelteComponent_ = ReturnType<typeof RollingCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default RollingCard__SvelteComponent_;