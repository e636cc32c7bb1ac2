import type { Kind, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import type {
  ActionEntry,
  ArgumentEntry,
  ElementEntry,
  EntryKey,
  EntryValue,
  FramingValues,
  IndicatorEntry,
  MeetingEntry,
  ParkedEntry,
  TaskEntry,
} from './entry.ts'
import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import type { AccompanimentState, Role } from './states.ts'

/** All that the rules of an accompaniment look at. */
export type Dossier = {
  readonly state: AccompanimentState
  readonly resumeState?: AccompanimentState
  readonly structure: DossierStructure
  readonly entries: ReadonlyMap<EntryKey, EntryValue>
  readonly proofs: readonly ProofFact[]
  readonly people: readonly { readonly role: Role }[]
  readonly invitationSent: boolean
  /** Whether a synthesis of the present content has been printed. */
  readonly synthesisPrinted: boolean
  /** The anonymous survey, where the journey has one: how many were invited, never who. */
  readonly survey?: { readonly status: 'open' | 'closed'; readonly invited: number }
}

export type DossierStructure = {
  readonly name: string
  readonly siret?: string
  readonly kinds: readonly Kind[]
  readonly department?: string
  readonly member?: boolean
}

export type ProofFact = {
  /** The entry it supports: `criterion/<id>`, `indicator/<id>/<YYYY>`, `element/<uuid>`, `action/<uuid>`. */
  readonly target: EntryKey
  readonly kind: 'file' | 'link' | 'testimony'
  readonly name: string
  readonly testimony?: {
    readonly text: string
    readonly author: string
    readonly saidOn: string
    readonly consent: boolean
  }
}

/**
 * Typed readings of a dossier's entries. Values were validated when they were saved (`entry-rules.ts`), so the casts
 * here are the one place where a key's family gives its value's type.
 */
export function framing<K extends keyof FramingValues>(dossier: Dossier, field: K): FramingValues[K] | undefined {
  return dossier.entries.get(`framing/${field}`) as FramingValues[K] | undefined
}

export function criterionAnswer(dossier: Dossier, criterionId: string): CriterionAnswer | undefined {
  return dossier.entries.get(`criterion/${criterionId}`) as CriterionAnswer | undefined
}

export function criterionComment(dossier: Dossier, criterionId: string): string | undefined {
  return dossier.entries.get(`comment/${criterionId}`) as string | undefined
}

export function indicatorEntry(dossier: Dossier, indicatorId: string, year: string): IndicatorEntry | undefined {
  return dossier.entries.get(`indicator/${indicatorId}/${year}`) as IndicatorEntry | undefined
}

export function meeting(dossier: Dossier, id: string): MeetingEntry | undefined {
  return dossier.entries.get(`meeting/${id}`) as MeetingEntry | undefined
}

export type Identified<T> = T & { readonly id: string }

/** Key arguments in the team's order; those the order does not name come last, by id. */
export function keyArguments(dossier: Dossier): readonly Identified<ArgumentEntry>[] {
  const order = (dossier.entries.get('arguments-order') ?? []) as readonly string[]
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  return family<ArgumentEntry>(dossier, 'argument').toSorted((a, b) => rank(a.id) - rank(b.id) || compare(a.id, b.id))
}

export function customElements(dossier: Dossier): readonly Identified<ElementEntry>[] {
  return family<ElementEntry>(dossier, 'element')
}

/** Actions of the plan that still stand, dropped ones excluded, by due date then id. */
export function standingActions(dossier: Dossier): readonly Identified<ActionEntry>[] {
  return family<ActionEntry>(dossier, 'action')
    .filter((action) => action.status !== 'dropped')
    .toSorted((a, b) => compare(a.dueOn ?? '9999', b.dueOn ?? '9999') || compare(a.id, b.id))
}

/** Points put aside in a meeting and not settled since. */
export function parkedPoints(dossier: Dossier): readonly Identified<ParkedEntry>[] {
  return family<ParkedEntry>(dossier, 'parked').filter(({ settled }) => settled !== true)
}

/** Who does what after a meeting, done or not, by due date then id. */
export function meetingTasks(dossier: Dossier, meetingId: string): readonly Identified<TaskEntry>[] {
  return family<TaskEntry>(dossier, 'task')
    .filter((task) => task.meeting === meetingId)
    .toSorted((a, b) => compare(a.dueOn ?? '9999', b.dueOn ?? '9999') || compare(a.id, b.id))
}

export function proofsOf(dossier: Dossier, target: EntryKey): readonly ProofFact[] {
  return dossier.proofs.filter((proof) => proof.target === target)
}

/** Whether a structure of these kinds answers a criterion or an indicator: excluded only if every kind is. */
export function applies(item: { readonly excludedFor?: readonly Kind[] }, kinds: readonly Kind[]): boolean {
  return kinds.length === 0 || kinds.some((kind) => !item.excludedFor?.includes(kind))
}

export function applicableCriteria(questionnaire: Questionnaire, kinds: readonly Kind[]) {
  return questionnaire.dimensions.flatMap((dimension) =>
    dimension.criteria
      .filter((criterion) => applies(criterion, kinds))
      .map((criterion) => ({ ...criterion, dimensionId: dimension.id })),
  )
}

function family<T>(dossier: Dossier, name: string): readonly Identified<T>[] {
  const prefix = `${name}/`
  return [...dossier.entries]
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value]) => ({ ...(value as T), id: key.slice(prefix.length) }))
    .toSorted((a, b) => compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
