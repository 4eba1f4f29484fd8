///<reference types="svelte" />
;
import type { DatasetManifest } from '../../core/dataset';
import type { OrderRecord } from '../../core/order';
import { formatTime } from '../format';
import { REASON_WORDS, STATUS_WORDS } from './order-words';
;

  interface Props {
    order: OrderRecord | undefined;
    dataset: DatasetManifest | null;
    /** Shows a bar on the chart. */
    onShowBar: (bar: number) => void;
  };function $$render() {

  
  
  
  


  let { order, dataset, onShowBar }: Props = $props();

  const when = (time: number): string =>
    dataset ? formatTime(time, dataset.instrument.zone, dataset.interval) : '';
;
async () => {


 { svelteHTML.createElement("section", {     "class":{ none: !order },"aria-label":`Life of the order`,"aria-live":`polite`,});
  if(order){
     { svelteHTML.createElement("h3", {}); order.id; }
    if(order.reason){ { svelteHTML.createElement("p", { "class":`muted`,});   { svelteHTML.createElement("code", {});order.reason; } }}
     { svelteHTML.createElement("ol", {});
          for(let event of __sveltets_2_ensureArray(order.events)){let i = 1;i;
         { svelteHTML.createElement("li", {});
           { svelteHTML.createElement("button", {        "type":`button`,"title":`Show on the chart`,"aria-label":`Show ${when(event.time)} on the chart`,"onclick":() => onShowBar(event.bar),});when(event.time); }
           { svelteHTML.createElement("span", {}); { svelteHTML.createElement("strong", {});STATUS_WORDS[event.status];  } REASON_WORDS[event.reason];  }
         }
      }
     }
  }else{
     { svelteHTML.createElement("p", { "class":`muted`,});                  }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const OrderTimeline__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type OrderTimeline__SvelteComponent_ = ReturnType<typeof OrderTimeline__SvelteComponent_>;
/*Ωignore_endΩ*/export default OrderTimeline__SvelteComponent_;