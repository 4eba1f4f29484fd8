import * as Comlink from 'comlink';
import { BacktabError, isBacktabError } from '../core/errors';
import type { SharedData, SharedStrategy } from '../core/share';
import { decodeLink } from '../data/link/decode';
import { encodeLink } from '../data/link/encode';
import { checkShared, runShared, shareOf } from '../research/share';
import { sharedOne, sharedSeveral } from '../research/share-data';
import { tradeSides } from '../research/trade-sides';
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
  ShareDraft,
  ShownInstrument,
} from './protocol';
import { exactRun, knownParameters, shownInstrument, type ExactRun, plainOutcome } from './run-answer';

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

  /** A run as it would be shared, made from a run of its own. */
  createShare(request: BacktestRequest, author: string | null, created: string): ShareDraft {
    const run = exactRun(compileOrThrow(request.source), request, held);
    const shared = shareOf({
      script: request.source,
      parameters: run.answer.request.parameters,
      settings: request.settings ?? {},
      data: sharedDataOf(run),
      outcome: run.answer.outcome,
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
  checkShared(shared: SharedStrategy, data: readonly RunData[]): LinkVerdict {
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
    const outcome = plainOutcome(runShared(shared, plan, here));
    const request = {
      source: shared.script,
      parameters: shared.parameters,
      settings: shared.settings,
      dataset: first.manifest.id,
      tries: 1,
    };
    const elapsedMs = performance.now() - startedAt;
    const answer = { request, outcome, dataSha256: shared.data.sha256, elapsedMs };
    const checked = checkShared(shared, outcome.result);
    if (checked.state === 'identical') return { state: 'identical', answer };
    const { state, reason, difference } = checked;
    const trade = difference && tradeSides(difference, shared, (sha256) => here.get(sha256)?.bars);
    return { state, answer, trade, reason };
  },
};

/** The data of a run as they are shared. */
function sharedDataOf({ answer: { request }, portfolio }: ExactRun): SharedData {
  const { datasets } = request;
  if (!portfolio || !datasets) return sharedOne(held.of(request.dataset).manifest);
  const members = datasets.members.map(({ dataset, ...member }) => ({
    ...member,
    known: held.of(dataset).manifest,
  }));
  const rates = Object.entries(datasets.rates ?? {}).map(([currency, rate]) => ({
    currency,
    rate: typeof rate === 'number' ? rate : held.of(rate).manifest,
  }));
  return sharedSeveral(portfolio.outcome.dataHash, members, portfolio.outcome.currency, rates);
}

const viewOf = ({ script, parameters }: SharedStrategy): ScriptView => check(script, parameters).view;

function linkOf(shared: SharedStrategy): ShareDraft['link'] {
  try {
    return { payload: encodeLink(shared) };
  } catch (e) {
    if (isBacktabError(e, 'link_cannot_hold')) return { problem: e.message };
    throw e;
  }
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
      cost: plan ? costWords(planCost(plan)) : '',
    },
  };
}

export type LabService = typeof service;

installErrorTransfer();
Comlink.expose(service);
