import * as Comlink from 'comlink';
import type { DatasetManifest } from '../core/dataset';
import { BacktabError } from '../core/errors';
import type { SharedStrategy } from '../core/share';
import { decodeLink } from '../data/link/decode';
import { encodeLink } from '../data/link/encode';
import { checkShared, shareOf } from '../research/share';
import { compile } from '../script/compile';
import { costWords, planCost } from '../script/cost';
import { explain } from '../script/explain';
import { format } from '../script/format';
import type { Plan } from '../script/plan';
import { compileOrThrow } from '../script/plan-or-throw';
import { writeParam } from '../script/write-param';
import { installErrorTransfer } from './boundary';
import { HeldDatasets, type DataKey } from './held-data';
import type {
  BacktestRequest,
  Evaluation,
  LinkVerdict,
  OpenedLink,
  RunData,
  ScriptView,
  ShownInstrument,
} from './protocol';
import { exactRun, knownParameters, runAnswer, shownInstrument, type ExactRun } from './run-answer';

/** Datasets kept beside those of the last run. */
const SPARE = 1;
const held = new HeldDatasets(SPARE);

/** The last run over several instruments, so that another of them is shown without running it again. */
let last: { readonly key: string; readonly run: ExactRun } | undefined;

const service = {
  setData(data: readonly RunData[], keep: readonly string[]): void {
    held.hold(data, keep);
    last = undefined;
  },

  missingData: (keys: readonly DataKey[]): readonly number[] => held.missing(keys),

  evaluate(request: BacktestRequest, shown: string | null): Evaluation {
    const { view, plan } = check(request.source, request.parameters);
    if (!plan) return { view, answer: null };
    const run = exactRun(plan, request, held);
    last = run.portfolio ? { key: JSON.stringify(run.answer.request), run } : undefined;
    const instrument = shownInstrument(run, shown);
    const told = instrument ?? run.answer.outcome;
    const diagnostics = [...view.diagnostics, ...told.doubts].toSorted((a, b) => a.from - b.from);
    return {
      view: { ...view, diagnostics },
      answer: run.answer,
      ...(instrument ? { shown: instrument } : {}),
    };
  },

  /**
   * The last run over several instruments as another one shows it; null for a run on one.
   *
   * @param request  that of the answer
   */
  showInstrument(request: BacktestRequest, shown: string): ShownInstrument | null {
    const key = JSON.stringify(request);
    const run = last?.key === key ? last.run : exactRun(compileOrThrow(request.source), request, held);
    return shownInstrument(run, shown);
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
    if (request.datasets) throw new BacktabError('request_invalid', { reason: 'a link carries one dataset' });
    const data = held.of(request.dataset);
    const answer = runAnswer(compileOrThrow(request.source), request, held);
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
    const data = held.withHash(shared.data.sha256);
    if (!data) throw new BacktabError('dataset_missing', { dataset: shared.data.name });
    const plan = compileOrThrow(shared.script);
    const request = {
      source: shared.script,
      parameters: shared.parameters,
      ...(shared.settings ? { settings: shared.settings } : {}),
      dataset: data.manifest.id,
      tries: 1,
    };
    const answer = runAnswer(plan, request, held);
    return { ...checkShared(shared, answer.outcome.result), answer };
  },
};

const sharedData = ({ sha256, name, rows, source }: DatasetManifest): SharedStrategy['data'] => ({
  sha256,
  name,
  rows,
  bundled: source.kind === 'bundled' ? 'sp500' : null,
});

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
      cost: plan ? costWords(planCost(plan)) : '',
    },
  };
}

export type LabService = typeof service;

installErrorTransfer();
Comlink.expose(service);
