///<reference types="svelte" />
;
import type { SensitivityStudy, VariantResult } from '../../../research/sensitivity/shape';
import type { TableColumn } from '../../components/table';
import { formatInteger } from '../../format';
import PlotFrame from '../../plots/PlotFrame.svelte';
import Histogram from '../../sweep-view/Histogram.svelte';
import { STUDY_METRICS, studyValue } from './study-words';
;

  interface Props {
    study: SensitivityStudy;
  };function $$render() {

  
  
  
  
  
  


  let { study }: Props = $props();

  const metric = $derived(study.metric);
  const metricName = $derived(STUDY_METRICS.find(({ id }) => id === metric)?.label ?? metric);
  const values = $derived(study.results.flatMap(({ figures }) => figures[metric] ?? []));
  const marks = $derived([
    ...(study.base[metric] === null
      ? []
      : [{ name: 'as run', value: study.base[metric], tone: 'yours' as const }]),
    ...(study.summary.median === null
      ? []
      : [{ name: 'median', value: study.summary.median, tone: 'best' as const }]),
  ]);
  const columns = $derived<readonly TableColumn<VariantResult>[]>([
    { id: 'draw', header: 'Draw', width: 5, text: (row) => row.label, sortKey: (row) => row.at[0] ?? 0 },
    {
      id: 'value',
      header: metricName,
      align: 'right',
      width: 6,
      text: (row) => studyValue(row.figures[metric], metric),
      sortKey: (row) => row.figures[metric] ?? NaN,
    },
    {
      id: 'trades',
      header: 'Trades',
      align: 'right',
      width: 4,
      text: (row) => formatInteger(row.figures.trades),
      sortKey: (row) => row.figures.trades,
    },
  ]);
;
async () => {


 { const $$_emarFtolP0C = __sveltets_2_ensureComponent(PlotFrame); new $$_emarFtolP0C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"name":`the variants with missed entries`,columns,"rows":() => study.results,}});
   { const $$_margotsiH1C = __sveltets_2_ensureComponent(Histogram); new $$_margotsiH1C({ target: __sveltets_2_any(), props: {     values,metricName,marks,"write":(value) => studyValue(value, metric),}});}
 PlotFrame}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const DrawSpread__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DrawSpread__SvelteComponent_ = ReturnType<typeof DrawSpread__SvelteComponent_>;
/*Ωignore_endΩ*/export default DrawSpread__SvelteComponent_;