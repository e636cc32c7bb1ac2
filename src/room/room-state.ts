import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import type { RoomEvent, RoomFact, Spread } from './room-events.ts'

/** A room as every screen of it draws it: the fold of its events up to `seq`. */
export type RoomState = {
  /** The last event counted in; 0 before any. */
  readonly seq: number
  readonly status: 'prepared' | 'open' | 'closed'
  readonly named: boolean
  /** Ids in the order chosen. */
  readonly order: readonly string[]
  /** Phones whose page is open. */
  readonly present: number
  readonly startedAt?: string
  readonly closedAt?: string
  /** The criterion on the projected screen. */
  readonly currentId?: string
  /** Those something happened to, by id; see {@link criterionOf} for the others. */
  readonly criteria: Readonly<Record<string, CriterionState>>
}

export type CriterionState = {
  readonly stage: Stage
  /** People who answered, passing included. */
  readonly answered: number
  /** What the room was last shown. */
  readonly spread?: Spread
  readonly agreed?: CriterionAnswer
}

/** `waiting` until the room is shown it, then `vote`, `spread` once revealed, `agreed`; reopening goes back to `vote`. */
export type Stage = 'waiting' | 'vote' | 'spread' | 'agreed'

/** `seen`: counted in already, nothing changed. `hole`: one before it is missing, nothing changed: ask again from `seq`. */
export type Applied = { readonly outcome: 'applied' | 'seen' | 'hole'; readonly state: RoomState }

export const emptyRoom: RoomState = {
  seq: 0,
  status: 'prepared',
  named: false,
  order: [],
  present: 0,
  criteria: {},
}

/** The state after these events, in any order and however often each is given; it stops before the first hole. */
export function foldRoom(events: readonly RoomEvent[]): RoomState {
  return events.toSorted((a, b) => a.seq - b.seq).reduce((state, event) => applyEvent(state, event).state, emptyRoom)
}

export function applyEvent(state: RoomState, event: RoomEvent): Applied {
  if (event.seq <= state.seq) return { outcome: 'seen', state }
  if (event.seq > state.seq + 1) return { outcome: 'hole', state }

  return { outcome: 'applied', state: { ...afterFact(state, event, event.at), seq: event.seq } }
}

export function criterionOf(state: RoomState, criterionId: string): CriterionState {
  return Object.hasOwn(state.criteria, criterionId) ? (state.criteria[criterionId] ?? untouched) : untouched
}

const untouched: CriterionState = { stage: 'waiting', answered: 0 }

function afterFact(state: RoomState, fact: RoomFact, at: string): RoomState {
  switch (fact.type) {
    case 'prepared':
      return { ...state, order: fact.criteria, named: fact.named }
    case 'started':
      return { ...state, status: 'open', startedAt: at }
    case 'joined':
    case 'left':
      return { ...state, present: fact.present }
    case 'presented': {
      const { stage } = criterionOf(state, fact.criterionId)
      const shown = stage === 'waiting' ? withCriterion(state, fact.criterionId, { stage: 'vote' }) : state
      return { ...shown, currentId: fact.criterionId }
    }
    case 'positioned':
      return withCriterion(state, fact.criterionId, counted(fact))
    case 'revealed': {
      const { stage } = criterionOf(state, fact.criterionId)
      return withCriterion(state, fact.criterionId, {
        ...counted(fact),
        stage: stage === 'agreed' ? 'agreed' : 'spread',
      })
    }
    case 'agreed':
      return withCriterion(state, fact.criterionId, { stage: 'agreed', agreed: fact.answer })
    case 'reopened': {
      const { answered } = criterionOf(state, fact.criterionId)
      return { ...state, criteria: { ...state.criteria, [fact.criterionId]: { stage: 'vote', answered } } }
    }
    case 'reordered':
      return { ...state, order: fact.criteria }
    case 'closed':
      return { ...state, status: 'closed', present: 0, closedAt: at }
  }
}

function counted({ answered, spread }: { readonly answered: number; readonly spread?: Spread }) {
  return spread === undefined ? { answered } : { answered, spread }
}

function withCriterion(state: RoomState, id: string, change: Partial<CriterionState>): RoomState {
  return { ...state, criteria: { ...state.criteria, [id]: { ...criterionOf(state, id), ...change } } }
}
