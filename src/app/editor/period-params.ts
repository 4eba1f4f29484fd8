import type { SyntaxNode } from '@lezer/common';
import { languageName } from '../../script/names';
import { parser } from '../../script/strategy.grammar';

/** Names of the script's parameters that count bars: they stand where an indicator takes a period. */
export function periodParams(source: string): ReadonlySet<string> {
  const text = (node: SyntaxNode): string => source.slice(node.from, node.to);
  const paramOf = new Map<string, string>();
  const periods = new Set<string>();

  parser.parse(source).iterate({
    enter({ name, node }) {
      if (name === 'Declaration') {
        const call = node.getChild('Call');
        const variable = node.getChild('VariableDefinition');
        const param =
          call && calledName(call, text) === 'param' ? call.getChild('Arguments')?.getChild('String') : null;
        if (variable && param) paramOf.set(text(variable), text(param).slice(1, -1));
      }
      if (name === 'Call') for (const used of periodArguments(node, text)) periods.add(used);
    },
  });
  return new Set([...paramOf].filter(([variable]) => periods.has(variable)).map(([, param]) => param));
}

function calledName(call: SyntaxNode, text: (node: SyntaxNode) => string): string {
  const callee = call.getChild('VariableName');
  return callee ? text(callee) : '';
}

function periodArguments(call: SyntaxNode, text: (node: SyntaxNode) => string): string[] {
  const entry = languageName(calledName(call, text));
  if (entry?.kind !== 'indicator') return [];
  const takes = entry.signature.slice(entry.signature.indexOf('(') + 1).split(',');
  const given = call.getChild('Arguments')?.getChildren('Expression') ?? [];
  return given.filter((_, i) => /period/i.test(takes[i] ?? '')).map(text);
}
