///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
import ChartLine from '@lucide/svelte/icons/chart-line';
import Table from '@lucide/svelte/icons/table-2';
import Button from '../components/Button.svelte';
import DataTable from '../components/DataTable.svelte';
import type { TableColumn, TableSort } from '../components/table';
function $$render<Row>() {

  
  
  
  
  
  

  interface Props {
    /** As `Equity`; names the table and its button. */
    name: string;
    columns: readonly TableColumn<Row>[];
    /** Called once the table is shown. */
    rows: () => readonly Row[];
    /** Enter on a row of the table. */
    onOpen?: ((row: number) => void) | undefined;
    legend?: Snippet;
    children: Snippet;
  }

  let { name, columns, rows, onOpen, legend, children }: Props = $props();

  let asTable = $state(false);
  let sort = $state.raw<TableSort | null>(null);
  let selected = $state<number | null>(null);
;
async () => {


 { svelteHTML.createElement("div", { "class":`frame`,});
   { svelteHTML.createElement("div", { "class":`head`,});
     { svelteHTML.createElement("div", { "class":`legend`,});;__sveltets_2_ensureSnippet(legend?.()); }
     { svelteHTML.createElement("span", { "class":`no-print`,});
       { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {           "look":`plain`,"icon":asTable ? ChartLine : Table,"label":asTable ? `Show ${name} as chart` : `Show ${name} as table`,"aria-pressed":asTable,"onclick":() => (asTable = !asTable),}});}
     }
   }
   { svelteHTML.createElement("div", { "class":`body`,});
    if(asTable){
       { const $$_elbaTataD2C = __sveltets_2_ensureComponent(DataTable); const $$_elbaTataD2 = new $$_elbaTataD2C({ target: __sveltets_2_any(), props: {           columns,"rows":rows(),"label":name,selected,"onSelect":(row) => (selected = row),...onOpen ? { onOpen } : {},sort,}});/*Ωignore_startΩ*/() => sort = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_elbaTataD2.$$bindings = 'sort';}
    }else{
      ;__sveltets_2_ensureSnippet(children());
    }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
class __sveltets_Render<Row> {
    props(): ReturnType<typeof $$render<Row>>['props'] { return null as any; }
    events(): ReturnType<typeof $$render<Row>>['events'] { return null as any; }
    slots(): ReturnType<typeof $$render<Row>>['slots'] { return null as any; }
    bindings() { return __sveltets_$$bindings(''); }
    exports() { return {}; }
}

interface $$IsomorphicComponent {
    new <Row>(options: import('svelte').ComponentConstructorOptions<ReturnType<__sveltets_Render<Row>['props']>>): import('svelte').SvelteComponent<ReturnType<__sveltets_Render<Row>['props']>, ReturnType<__sveltets_Render<Row>['events']>, ReturnType<__sveltets_Render<Row>['slots']>> & { $$bindings?: ReturnType<__sveltets_Render<Row>['bindings']> } & ReturnType<__sveltets_Render<Row>['exports']>;
    <Row>(internal: unknown, props: ReturnType<__sveltets_Render<Row>['props']> & {}): ReturnType<__sveltets_Render<Row>['exports']>;
    z_$$bindings?: ReturnType<__sveltets_Render<any>['bindings']>;
}
const PlotFrame__SvelteComponent_: $$IsomorphicComponent = null as any;
/*Ωignore_startΩ*/type PlotFrame__SvelteComponent_<Row> = InstanceType<typeof PlotFrame__SvelteComponent_<Row>>;
/*Ωignore_endΩ*/export default PlotFrame__SvelteComponent_;