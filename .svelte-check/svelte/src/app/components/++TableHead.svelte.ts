///<reference types="svelte" />
;
import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import type { TableColumn, TableSort } from './table';
function $$render<Row>() {

  
  
  

  interface Props {
    columns: readonly TableColumn<Row>[];
    sort: TableSort | null;
    onSort: (sort: TableSort) => void;
  }

  let { columns, sort, onSort }: Props = $props();

  const directionOf = (id: string): 'ascending' | 'descending' | undefined =>
    sort?.column !== id ? undefined : sort.descending ? 'descending' : 'ascending';

  function toggle(id: string): void {
    onSort({ column: id, descending: sort?.column === id ? !sort.descending : true });
  }
;
async () => {


 { svelteHTML.createElement("thead", {});
   { svelteHTML.createElement("tr", { "aria-rowindex":1,});
       for(let column of __sveltets_2_ensureArray(columns)){column.id;
      const direction = directionOf(column.id);
       { svelteHTML.createElement("th", {     "scope":`col`,"class":column.align ?? 'left',"aria-sort":direction,});
        if(column.sortKey){
           { svelteHTML.createElement("button", {         "type":`button`,"title":`Sort by ${column.label ?? column.header}`,"aria-label":column.label,"onclick":() => toggle(column.id),});
            if(direction === 'ascending'){ { const $$_pUworrA4C = __sveltets_2_ensureComponent(ArrowUp); new $$_pUworrA4C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}}
            if(direction === 'descending'){ { const $$_nwoDworrA4C = __sveltets_2_ensureComponent(ArrowDown); new $$_nwoDworrA4C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}}
            column.header;
           }
        }else{
          column.header;
        }
       }
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
const TableHead__SvelteComponent_: $$IsomorphicComponent = null as any;
/*Ωignore_startΩ*/type TableHead__SvelteComponent_<Row> = InstanceType<typeof TableHead__SvelteComponent_<Row>>;
/*Ωignore_endΩ*/export default TableHead__SvelteComponent_;