import * as Comlink from 'comlink';
import type { Bars } from '../core/bars';
import type { DatasetManifest } from '../core/dataset';
import { BacktabError } from '../core/errors';
import type { SharedStrategy } from '../core/share';
import { decodeLink } from '../data/link/decode';
import { encodeLink } from '../data/link/encode';
import { checkShared, shareOf } from '../research/share';
import { compile } from '../script/compile';
import { explain } from '../script/explain';
import { format } from '../script/format';
import type { Plan } from '../script/plan';
import { compileOrThrow } from '../script/plan-or-throw';
import { writeParam } from '../script/write-param';
import { installErrorTransfer } from './boundary';
import type { BacktestRequest, Evaluation, LinkVerdict, OpenedLink, ScriptView } from './protocol';
import { knownParameters, runAnswer, storeOf, type HeldData } from './run-answer';

/** Datasets whose bars and columns are kept: those used last. */
const HELD = 2;
let held: readonly HeldData[] = [];

const service = {
  setData(manifest: DatasetManifest, bars: Bars): void {
    const others = held.filter((d) => d.manifest.id !== manifest.id);
    held = [{ manifest, columns: storeOf(manifest, bars) }, ...others].slice(0, HELD);
  },

  hasData: (id: string, sha256: string): boolean =>
    held.some((d) => d.manifest.id === id && d.manifest.sha256 === sha256),

  evaluate(request: BacktestRequest): Evaluation {
    const { view, plan } = check(request.source, request.parameters);
    const answer = plan ? runAnswer(plan, request, dataOf(request.dataset)) : null;
    const diagnostics = [...view.diagnostics, ...(answer?.outcome.doubts ?? [])];
    return { view: { ...view, diagnostics: diagnostics.toSorted((a, b) => a.from - b.from) }, answer };
  },

  format: (source: string): string => format(source),

  writeParameters(source: string, parameters: Readonly<Record<string, number>>): string {
    const { params } = compile(source);
    const fromTheEnd = params.toSorted((a, b) => b.from - a.from);
    return fromTheEnd.reduce(
      (text, param) => writeParam(text, param, parameters[param.name] ?? param.default),
      source,
    );
  },

  async createLink(request: BacktestRequest): Promise<string> {
    const data = dataOf(request.dataset);
    const answer = runAnswer(compileOrThrow(request.source), request, data);
    return encodeLink(
      shareOf(
        request.source,
        answer.request.parameters,
        sharedData(data.manifest),
        answer.outcome,
        request.settings,
      ),
    );
  },

  async openLink(payload: string): Promise<OpenedLink> {
    const shared = await decodeLink(payload);
    return { shared, characters: payload.length, view: check(shared.script, shared.parameters).view };
  },

  /** Runs a shared strategy on the held data with its fingerprint, and compares with what the link claims. */
  checkLink(shared: SharedStrategy): LinkVerdict {
    const data = held.find((d) => d.manifest.sha256 === shared.data.sha256);
    if (!data) throw new BacktabError('dataset_missing', { dataset: shared.data.name });
    const plan = compileOrThrow(shared.script);
    const request = {
      source: shared.script,
      parameters: shared.parameters,
      ...(shared.settings ? { settings: shared.settings } : {}),
      dataset: data.manifest.id,
      tries: 1,
    };
    const answer = runAnswer(plan, request, data);
    return { ...checkShared(shared, answer.outcome.result), answer };
  },
};

const sharedData = ({ sha256, name, rows, source }: DatasetManifest): SharedStrategy['data'] => ({
  sha256,
  name,
  rows,
  bundled: source.kind === 'bundled' ? 'sp500' : null,
});

function dataOf(id: string): HeldData {
  const found = held.find((d) => d.manifest.id === id);
  if (!found) throw new BacktabError('dataset_missing', { dataset: id });
  return found;
}

function check(
  source: string,
  parameters: Readonly<Record<string, number>>,
): { readonly view: ScriptView; readonly plan: Plan | null } {
  const { plan, diagnostics, params, name } = compile(source);
  const explanation = plan ? explain(plan, knownParameters(plan, parameters)) : '';
  return {
    plan,
    view: {
      name,
      runnable: plan !== null,
      diagnostics,
      params,
      settings: plan?.settings ?? null,
      explanation,
    },
  };
}

export type LabService = typeof service;

installErrorTransfer();
Comlink.expose(service);
