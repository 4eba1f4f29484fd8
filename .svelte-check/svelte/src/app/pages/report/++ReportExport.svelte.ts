///<reference types="svelte" />
;
import Download from '@lucide/svelte/icons/download';
import FileText from '@lucide/svelte/icons/file-text';
import Printer from '@lucide/svelte/icons/printer';
import type { RunTable, TableFormat } from '../../../workers/report-protocol';
import Button from '../../components/Button.svelte';
import Popover from '../../components/Popover.svelte';
import Segmented from '../../components/Segmented.svelte';
import { report } from '../../state/report.svelte';
import { saveFigures, saveHtml, saveTable } from './save-report';
import type { ReportParts } from './report-parts';
;

  interface Props {
    parts: ReportParts;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  


  let { parts }: Props = $props();

  const TABLES: readonly { readonly id: RunTable | 'figures'; readonly label: string }[] = [
    { id: 'figures', label: 'All figures' },
    { id: 'equity', label: 'Equity, one row a bar' },
    { id: 'trades', label: 'Trades' },
    { id: 'orders', label: 'Orders' },
    { id: 'order-events', label: 'Steps of the orders' },
    { id: 'fills', label: 'Fills' },
  ];
  const FORMATS: readonly { readonly id: TableFormat; readonly label: string; readonly title: string }[] = [
    { id: 'csv', label: 'CSV', title: 'Text for spreadsheets' },
    { id: 'arrow', label: 'Arrow', title: 'Exact columns for pandas, Polars, DuckDB and R' },
    { id: 'json', label: 'JSON', title: 'One object a row' },
  ];
  let table = $state<RunTable | 'figures'>('figures');
  let format = $state<TableFormat>('csv');
  let problem = $state('');

  const notYet = $derived(report.sheet && report.fresh ? null : 'The figures are being worked out');

  async function save(work: () => Promise<void>): Promise<void> {
    problem = '';
    try {
      await work();
    } catch (e) {
      problem = e instanceof Error ? e.message : String(e);
    }
  }

  const tableFile = (): Promise<void> =>
    table === 'figures' ? saveFigures(format) : saveTable(parts, table, format);
;
async () => {


 { const $$_revopoP0C = __sveltets_2_ensureComponent(Popover); const $$_revopoP0 = new $$_revopoP0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"label":`Export of the report`,trigger:(props) => { async ()/*Ωignore_positionΩ*/ => { { const $$_nottuB0C = __sveltets_2_ensureComponent(Button); new $$_nottuB0C({ target: __sveltets_2_any(), props: {  children:() => { return __sveltets_2_any(0); },"icon":Download,...props,}});  Button}};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {trigger} = $$_revopoP0.$$prop_def;/*Ωignore_endΩ*/
  
   { svelteHTML.createElement("div", { "class":`export`,});
     { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"icon":FileText,"reason":notYet,"onclick":() => save(() => saveHtml(parts)),}});  Button}
     { svelteHTML.createElement("p", { "class":`muted`,});          }
     { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"icon":Printer,"onclick":() => print(),}});     Button}
     { svelteHTML.createElement("hr", {});}
     { svelteHTML.createElement("label", {});
      
       { svelteHTML.createElement("select", {   "class":`input`,"bind:value":table,});/*Ωignore_startΩ*/() => table = __sveltets_2_any(null);/*Ωignore_endΩ*/
           for(let { id, label } of __sveltets_2_ensureArray(TABLES)){id; { svelteHTML.createElement("option", { "value":id,});label; }}
       }
     }
     { const $$_detnemgeS2C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS2C({ target: __sveltets_2_any(), props: {        "options":FORMATS,"selected":format,"label":`Format`,"onSelect":(id) => (format = id),}});}
     { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"icon":Download,"reason":table === 'figures' ? notYet : null,"onclick":() => save(tableFile),}});
       table === 'figures' ? 'all figures' : TABLES.find(({ id }) => id === table)?.label.toLowerCase();
     Button}
    if(problem){ { svelteHTML.createElement("p", {   "class":`bad`,"role":`alert`,});problem; }}
   }
 Popover}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ReportExport__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ReportExport__SvelteComponent_ = ReturnType<typeof ReportExport__SvelteComponent_>;
/*Ωignore_endΩ*/export default ReportExport__SvelteComponent_;