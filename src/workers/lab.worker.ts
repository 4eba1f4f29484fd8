import * as Comlink from 'comlink';
import type { Bars } from '../core/bars';
import type { DatasetManifest } from '../core/dataset';
import { BacktabError, isBacktabError } from '../core/errors';
import type { SharedStrategy } from '../core/share';
import { decodeLink } from '../data/link/decode';
import { encodeLink } from '../data/link/encode';
import { checkShared, runShared, shareOf } from '../research/share';
import { sharedOne } from '../research/share-data';
import { tradeSides } from '../research/trade-sides';
import { compile } from '../script/compile';
import { ColumnStore } from '../script/evaluate';
import { explain } from '../script/explain';
import { format } from '../script/format';
import type { Plan } from '../script/plan';
import { compileOrThrow } from '../script/plan-or-throw';
import { writeParam } from '../script/write-param';
import { installErrorTransfer } from './boundary';
import type {
  BacktestRequest,
  DatasetBars,
  Evaluation,
  LinkVerdict,
  OpenedLink,
  ScriptView,
  ShareDraft,
} from './protocol';
import { knownParameters, runAnswer, type HeldData } from './run-answer';

/** Datasets whose bars and columns are kept: those used last. */
const HELD = 2;
let held: readonly HeldData[] = [];

const service = {
  setData(manifest: DatasetManifest, bars: Bars): void {
    const others = held.filter((d) => d.manifest.id !== manifest.id);
    held = [{ manifest, columns: new ColumnStore(bars) }, ...others].slice(0, HELD);
  },

  hasData: (id: string, sha256: string): boolean =>
    held.some((d) => d.manifest.id === id && d.manifest.sha256 === sha256),

  evaluate(request: BacktestRequest): Evaluation {
    const { view, plan } = check(request.source, request.parameters);
    return { view, answer: plan ? runAnswer(plan, request, dataOf(request.dataset)) : null };
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

  /** A run as it would be shared, made from a run of its own. */
  createShare(request: BacktestRequest, author: string | null, created: string): ShareDraft {
    const data = dataOf(request.dataset);
    const { request: asked, outcome } = runAnswer(compileOrThrow(request.source), request, data);
    const shared = shareOf({
      script: request.source,
      parameters: asked.parameters,
      settings: request.settings ?? {},
      data: sharedOne(data.manifest),
      outcome,
      author,
      created,
    });
    return { shared, link: linkOf(shared) };
  },

  openLink(payload: string): OpenedLink {
    const shared = decodeLink(payload);
    return { shared, carrier: { kind: 'link', characters: payload.length }, view: viewOf(shared) };
  },

  viewShared: (shared: SharedStrategy): ScriptView => viewOf(shared),

  /** Runs a shared strategy on the given data, and compares with what it claims. */
  checkShared(shared: SharedStrategy, data: readonly DatasetBars[]): LinkVerdict {
    const startedAt = performance.now();
    const plan = compileOrThrow(shared.script);
    const here = new Map(
      data.map(({ manifest, bars }) => [
        manifest.sha256,
        { bars, instrument: manifest.instrument, report: manifest.report },
      ]),
    );
    const [first] = data;
    if (!first) throw new BacktabError('dataset_missing', { dataset: shared.data.sets[0]?.name ?? '' });
    const outcome = runShared(shared, plan, here);
    const request = {
      source: shared.script,
      parameters: shared.parameters,
      settings: shared.settings,
      dataset: first.manifest.id,
      tries: 1,
    };
    const elapsedMs = performance.now() - startedAt;
    const answer = { request, outcome, dataSha256: shared.data.sha256, elapsedMs };
    const check = checkShared(shared, outcome.result);
    if (check.state === 'identical') return { state: 'identical', answer };
    const { state, reason, difference } = check;
    const trade = difference && tradeSides(difference, shared, (sha256) => here.get(sha256)?.bars);
    return { state, answer, trade, reason };
  },
};

const viewOf = ({ script, parameters }: SharedStrategy): ScriptView => check(script, parameters).view;

function linkOf(shared: SharedStrategy): ShareDraft['link'] {
  try {
    return { payload: encodeLink(shared) };
  } catch (e) {
    if (isBacktabError(e, 'link_cannot_hold')) return { problem: e.message };
    throw e;
  }
}

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
