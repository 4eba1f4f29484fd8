///<reference types="svelte" />
;
import type { Tearsheet } from '../../../research/tearsheet/shape';
import Button from '../../components/Button.svelte';
import { formatCount } from '../../format';
import { report } from '../../state/report.svelte';
import Card from './Card.svelte';
import { findFigures } from './figure-text';
import FigureList from './FigureList.svelte';
import SidesCard from './SidesCard.svelte';
;

  interface Props {
    sheet: Tearsheet;
  };function $$render() {

  
  
  
  
  
  
  
  


  let { sheet }: Props = $props();

  let query = $state('');

  const currency = $derived(sheet.facts.currency);
  const groups = $derived(
    sheet.groups.flatMap((group) => {
      const figures = findFigures(group.figures, query, group.title);
      return figures.length > 0 ? [{ ...group, figures }] : [];
    }),
  );
  const trades = $derived(findFigures(sheet.trades.rows, query, sheet.trades.title));
  const tradingView = $derived(findFigures(sheet.tradingView.rows, query, sheet.tradingView.title));
  const found = $derived(
    groups.reduce((sum, group) => sum + group.figures.length, trades.length + tradingView.length),
  );
  const empty = $derived({
    long: !sheet.scatter.some(({ side }) => side === 'long'),
    short: !sheet.scatter.some(({ side }) => side === 'short'),
  });
;
async () => {


 { svelteHTML.createElement("section", { "aria-label":`All figures`,});
   { svelteHTML.createElement("header", {});
     { svelteHTML.createElement("h2", {});  }
     { svelteHTML.createElement("label", { "class":`no-print`,});
        
       { svelteHTML.createElement("input", {      "class":`input`,"type":`search`,"bind:value":query,});/*Ωignore_startΩ*/() => query = __sveltets_2_any(null);/*Ωignore_endΩ*/}
     }
     { svelteHTML.createElement("span", {   "class":`muted`,"role":`status`,});formatCount(found, 'figure'); }
    if(report.ranges === 'shown'){
       { svelteHTML.createElement("span", { "class":`muted`,});          }
    } else if (report.ranges === 'running'){
       { svelteHTML.createElement("span", { "class":`muted`,});     }
    }else{
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"onclick":() => report.showRanges(),}});     Button}
    }
   }
     for(let group of __sveltets_2_ensureArray(groups)){group.key;
     { const $$_draC1C = __sveltets_2_ensureComponent(Card); new $$_draC1C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":group.title,}}); { const $$_tsiLerugiF2C = __sveltets_2_ensureComponent(FigureList); new $$_tsiLerugiF2C({ target: __sveltets_2_any(), props: {   "figures":group.figures,currency,}});} Card}
  }
    if(found === 0){ { svelteHTML.createElement("p", { "class":`muted`,});
                  
       }}
  
  if(trades.length + tradingView.length > 0){
     { svelteHTML.createElement("div", { "class":`pair`,});
      if(trades.length > 0){
         { const $$_draCsediS2C = __sveltets_2_ensureComponent(SidesCard); new $$_draCsediS2C({ target: __sveltets_2_any(), props: {      "title":sheet.trades.title,"rows":trades,currency,empty,}});}
      }
      if(tradingView.length > 0){
         { const $$_draCsediS2C = __sveltets_2_ensureComponent(SidesCard); new $$_draCsediS2C({ target: __sveltets_2_any(), props: {      "title":sheet.tradingView.title,"rows":tradingView,currency,empty,}});}
      }
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const AllFigures__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type AllFigures__SvelteComponent_ = ReturnType<typeof AllFigures__SvelteComponent_>;
/*Ωignore_endΩ*/export default AllFigures__SvelteComponent_;