import * as v from 'valibot';
import { holdsSetting, isSettingName, type SettingsChange } from '../../core/check-setting';
import { textChange } from '../editor/text-change';
import type { EditState, Steps } from './history';

/** Format of the text; another one is not read. */
const VERSION = 1;
/** Steps kept in each direction. */
const MOST_STEPS = 200;
/** Length of the text: steps beyond it, the farthest first, are not kept. */
const MOST_CHARACTERS = 262_144;

/** Where the editor stood, and the way back and forth. */
export interface KeptHistory {
  readonly now: EditState;
  readonly steps: Steps;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const parameters = v.record(v.string(), v.pipe(v.number(), v.finite()));
const settings = v.record(v.string(), v.nullable(v.union([v.number(), v.string()])));
/** What changes from the state nearer to the present one. */
const stepSchema = v.object({
  text: v.optional(v.tuple([count, count, v.string()])),
  parameters: v.optional(parameters),
  settings: v.optional(settings),
});
const steps = v.pipe(v.array(stepSchema), v.maxLength(MOST_STEPS));
const historySchema = v.object({
  version: v.literal(VERSION),
  source: v.string(),
  parameters,
  settings,
  past: steps,
  future: steps,
});

type Step = v.InferOutput<typeof stepSchema>;

/** The history as a text for storage: the present state whole, each step as what it changes. */
export function writeHistory({ now, steps: { past, future } }: KeptHistory): string {
  const { source, parameters: values, settings: set } = now;
  const head = { version: VERSION, source, parameters: values, settings: plainSettings(set) };
  const room = MOST_CHARACTERS - JSON.stringify(head).length;
  const back = changesFrom(now, past, room);
  const forth = changesFrom(now, future, room - JSON.stringify(back).length);
  return JSON.stringify({ ...head, past: back, future: forth });
}

/**
 * Reads a kept history of a script. Null when there is none, when it is damaged or of another version, and when
 * it belongs to another text than `source`: then there is nothing to go back to.
 */
export function readHistory(text: string | null, source: string): KeptHistory | null {
  const kept = v.safeParse(historySchema, parsed(text));
  if (!kept.success || kept.output.source !== source) return null;
  const set = settingsOf(kept.output.settings);
  if (!set) return null;
  const now: EditState = { source, parameters: kept.output.parameters, settings: set };
  const past = statesFrom(now, kept.output.past);
  const future = statesFrom(now, kept.output.future);
  return past && future ? { now, steps: { past, future } } : null;
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null; // cut off or written by another version: it is refused like any other damage
  }
}

/** States nearest last, as a history keeps them; those that differ in nothing that is kept are left out. */
function changesFrom(now: EditState, states: readonly EditState[], room: number): readonly Step[] {
  const found: Step[] = [];
  let nearer = now;
  let left = room;
  for (const state of states.toReversed()) {
    const step = changeBetween(nearer, state);
    nearer = state;
    if (Object.keys(step).length === 0) continue;
    left -= JSON.stringify(step).length + 1;
    if (left < 0 || found.length >= MOST_STEPS) break;
    found.push(step);
  }
  return found;
}

function changeBetween(from: EditState, to: EditState): Step {
  const change = textChange(from.source, to.source);
  const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
  return {
    ...(change ? { text: [change.from, change.to, change.insert] as [number, number, string] } : {}),
    ...(isSame(from.parameters, to.parameters) ? {} : { parameters: to.parameters }),
    ...(isSame(from.settings, to.settings) ? {} : { settings: plainSettings(to.settings) }),
  };
}

/** Null when a step does not fit the text that it changes. */
function statesFrom(now: EditState, changes: readonly Step[]): readonly EditState[] | null {
  const found: EditState[] = [];
  let state = now;
  for (const step of changes) {
    const [from, to, insert] = step.text ?? [0, 0, ''];
    const set = step.settings ? settingsOf(step.settings) : state.settings;
    if (from > to || to > state.source.length || !set) return null;
    const source = state.source.slice(0, from) + insert + state.source.slice(to);
    state = { source, parameters: step.parameters ?? state.parameters, settings: set };
    found.unshift(state);
  }
  return found;
}

type PlainSettings = Record<string, number | string | null>;

/** JSON has no NaN, which stands for a setting that is not given. */
const plainSettings = (set: SettingsChange): PlainSettings =>
  Object.fromEntries(Object.entries(set).map(([name, value]) => [name, Number.isNaN(value) ? null : value]));

/** Null when a name or a value is none of today's. */
function settingsOf(plain: PlainSettings): SettingsChange | null {
  const entries = Object.entries(plain).map(([name, value]) => [name, value ?? NaN] as const);
  const isHeld = entries.every(([name, value]) => isSettingName(name) && holdsSetting(name, value));
  return isHeld ? (Object.fromEntries(entries) as SettingsChange) : null;
}
