///<reference types="svelte" />
;
import type { DatasetManifest } from '../../../core/dataset';
import type { TradePoint } from '../../../research/tearsheet/shape';
import Segmented from '../../components/Segmented.svelte';
import type { TableColumn } from '../../components/table';
import { formatInteger, formatNumber, formatPercent, formatTime } from '../../format';
import PlotFrame from '../../plots/PlotFrame.svelte';
import ScatterPlot from '../../plots/ScatterPlot.svelte';
import Card from './Card.svelte';
;

  interface Props {
    points: readonly TradePoint[];
    dataset: DatasetManifest;
    /** Opens a trade, by its row in the run's trades; absent where it cannot be opened. */
    onOpen?: ((trade: number) => void) | undefined;
  };;

  type View = 'mae' | 'mfe' | 'both';;function $$render() {

  
  
  
  
  
  
  
  


  let { points, dataset, onOpen }: Props = $props();

  const VIEWS = [
    { id: 'mae', label: 'By MAE', title: 'Return against the maximum adverse excursion' },
    { id: 'mfe', label: 'By MFE', title: 'Return against the maximum favourable excursion' },
    { id: 'both', label: 'Both', title: 'Favourable against adverse excursion' },
  ] as const;
  const AGAINST = 'Furthest against it (MAE)';
  const FOR = 'Furthest for it (MFE)';
  const RETURN = 'Return, net';
  let view = $state<View>('mae');

  const percent = (value: number): string => formatPercent(value, { signed: true });
  const axes = $derived(
    view === 'mae'
      ? { x: AGAINST, y: RETURN }
      : view === 'mfe'
        ? { x: FOR, y: RETURN }
        : { x: AGAINST, y: FOR },
  );
  const shown = $derived(
    points.map((point) => ({
      x: view === 'mfe' ? point.mfe : point.mae,
      y: view === 'both' ? point.mfe : point.return,
      hollow: point.return > 0,
    })),
  );
  const gains = $derived(points.filter((point) => point.return > 0).length);
  const words = (k: number): string => {
    const point = points[k];
    if (!point) return '';
    return `#${point.index + 1} ${point.side} ${percent(point.return)}, MAE ${percent(point.mae)}, MFE ${percent(point.mfe)}`;
  };
  const figure = (id: keyof TradePoint, header: string): TableColumn<TradePoint> => ({
    id,
    header,
    align: 'right',
    width: 5,
    text: (row) => percent(Number(row[id])),
    sortKey: (row) => Number(row[id]),
  });
  const columns: readonly TableColumn<TradePoint>[] = [
    {
      id: 'index',
      header: '#',
      label: 'Number',
      width: 3,
      text: (row) => String(row.index + 1),
      sortKey: (row) => row.index,
    },
    { id: 'side', header: 'Side', width: 4, text: (row) => row.side },
    {
      id: 'entered',
      header: 'Entered',
      width: 6,
      text: (row) => formatTime(row.entryTime, dataset.instrument.zone, dataset.interval),
      sortKey: (row) => row.entryTime,
    },
    figure('return', RETURN),
    figure('mae', 'MAE'),
    figure('mfe', 'MFE'),
    {
      id: 'r',
      header: 'R',
      label: 'Multiples of what was risked',
      align: 'right',
      width: 4,
      text: (row) => formatNumber(row.r, { signed: true }),
      sortKey: (row) => row.r ?? NaN,
    },
    {
      id: 'bars',
      header: 'Bars',
      align: 'right',
      width: 4,
      text: (row) => formatInteger(row.bars),
      sortKey: (row) => row.bars,
    },
  ];
  const open = (k: number): void => {
    const point = points[k];
    if (point) onOpen?.(point.index);
  };
;
async () => {


 { const $$_draC0C = __sveltets_2_ensureComponent(Card); const $$_draC0 = new $$_draC0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"title":`How far trades went, and what they kept`,"remark":`${formatInteger(points.length)} closed trades`,acts:() => { async ()/*Ωignore_positionΩ*/ => {
     { const $$_detnemgeS0C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS0C({ target: __sveltets_2_any(), props: {        "options":VIEWS,"selected":view,"label":`Axes`,"onSelect":(id) => (view = id),}});}
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {acts} = $$_draC0.$$prop_def;/*Ωignore_endΩ*/
  
  if(points.length > 0){
     { svelteHTML.createElement("div", { "class":`chart`,});
       { const $$_emarFtolP2C = __sveltets_2_ensureComponent(PlotFrame); const $$_emarFtolP2 = new $$_emarFtolP2C({ target: __sveltets_2_any(), props: {        children:() => { return __sveltets_2_any(0); },"name":`the excursions of trades`,columns,"rows":() => points,"onOpen":onOpen ? open : undefined,legend:() => { async ()/*Ωignore_positionΩ*/ => {
           { svelteHTML.createElement("span", { "class":`key`,}); { svelteHTML.createElement("i", { "class":`gain`,}); }  formatInteger(gains); }
           { svelteHTML.createElement("span", { "class":`key`,}); { svelteHTML.createElement("i", { "class":`loss`,}); }  formatInteger(points.length - gains); }
        };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {legend} = $$_emarFtolP2.$$prop_def;/*Ωignore_endΩ*/
        
         { const $$_tolPrettacS3C = __sveltets_2_ensureComponent(ScatterPlot); new $$_tolPrettacS3C({ target: __sveltets_2_any(), props: {            "points":shown,"summary":`${formatInteger(points.length)} closed trades by ${axes.x} and ${axes.y}; ${formatInteger(
            gains,
          )} gained.`,"nameX":axes.x,"nameY":axes.y,words,"onOpen":onOpen ? open : undefined,}});}
       PlotFrame}
     }
  }else{
     { svelteHTML.createElement("p", { "class":`muted`,});       }
  }
 Card}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ScatterCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ScatterCard__SvelteComponent_ = ReturnType<typeof ScatterCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default ScatterCard__SvelteComponent_;