import { canWriteEntry, entryFamily } from '#src/access/can.ts'
import type { EntryFamily, EntryValue } from '#src/accompaniment/entry.ts'
import type { Role } from '#src/accompaniment/states.ts'
import type { Problem } from '#src/contract/problems.ts'
import { saveEntryBody, type SavedEntry } from '#src/contract/entries.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { pointer } from '#src/shared/problem.ts'
import { findAccess } from '#server/database/queries/accompaniments.ts'
import { findEntryValue, type SaveOutcome } from '#server/database/queries/entries.ts'
import { findFirstReply } from '#server/database/queries/journal.ts'
import { within } from '#server/database/unit-of-work.ts'
import type { Decision } from '#server/dossiers/decisions.ts'
import { questionnaireOf } from '#server/dossiers/load-dossier.ts'
import { localDay } from '#server/dossiers/today.ts'
import type { Services } from '#server/services.ts'
import type { Actor } from './actor.ts'
import { fingerprintOf } from './once.ts'
import { isId, parseBody } from './parse-body.ts'
import { onlyLifeOfPlan } from './life-of-plan.ts'
import { moveBySystem } from './move-by-system.ts'

type SaveRequest = { readonly id: string; readonly key: string; readonly body: unknown }

/**
 * Saves one entry: rights and value are checked in memory, then everything is written in one round trip, and the reply
 * leaves after the commit. What was decided in memory is compared by the database with what stands.
 */
export async function saveEntry(
  services: Services,
  actor: Actor,
  request: SaveRequest,
): Promise<Result<SavedEntry, Problem>> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const tried = await trySave(services, actor, request, attempt)
    if (tried !== 'moved') return tried
    services.decisions.forget(actor.userId, request.id)
  }
  return refused({ code: 'unavailable' })
}

/** Rights that change at each of several tries in a row mean that something else is wrong. */
const attempts = 4

async function trySave(
  services: Services,
  actor: Actor,
  { id, key, body }: SaveRequest,
  attempt: number,
): Promise<Result<SavedEntry, Problem> | 'moved'> {
  const now = services.clock()
  const decision = await decide(services, actor, id, localDay(now))
  if (decision === undefined) return refused({ code: 'not-found' })

  const { access, rules } = decision
  const family = entryFamily(key)
  if (family === undefined) return refused({ code: 'invalid', faults: [{ code: 'unknown-key', path: '' }] })
  if (!mayEverWrite(access.role, family)) return refused({ code: 'not-allowed' })

  const parsed = parseBody(saveEntryBody, body)
  if (!parsed.ok) return parsed
  const checked = checkValue(rules, key, parsed.value)
  if (!checked.ok) return checked

  const save = {
    networkId: actor.networkId,
    actorId: actor.userId,
    operationId: parsed.value.operationId,
    fingerprint: fingerprintOf(['save-entry', id, key, parsed.value.baseRevision, checked.value]),
    accompanimentId: id,
    accessStamp: access.accessStamp,
    key,
    baseRevision: parsed.value.baseRevision,
    value: checked.value,
    at: now,
  }
  if (!(await isOpen(services, decision, key, family, checked.value))) {
    const first = await within(services.db, actor.networkId, (tx) => findFirstReply(tx, actor.userId, save.operationId))
    // The outcome was kept by `save_entry` under this fingerprint.
    if (first?.fingerprint === save.fingerprint) return replyOf(first.reply as KeptOutcome)
    // What was remembered may be older than a correction that someone else opened: look once at what stands.
    return attempt === 0 ? 'moved' : refused({ code: 'read-only' })
  }

  const outcome = await services.saves.save(save)
  if (outcome.outcome === 'saved' && family === 'meeting') await moveBySystem(services, actor, id)
  return outcome.outcome === 'moved' ? 'moved' : replyOf(outcome)
}

async function decide(services: Services, actor: Actor, id: string, today: string): Promise<Decision | undefined> {
  const known = services.decisions.find(actor.userId, id, today)
  if (known !== undefined) return known
  if (!isId(id)) return undefined

  const access = await within(services.db, actor.networkId, (tx) => findAccess(tx, actor, id, today))
  return access === undefined
    ? undefined
    : services.decisions.keep(actor.userId, access, questionnaireOf(services.questionnaires, access), today)
}

/** Null erases what is there, whatever the rules of the value; there is nothing to erase before a first revision. */
function checkValue(
  rules: Decision['rules'],
  key: string,
  { value, baseRevision }: { readonly value: unknown; readonly baseRevision: number },
): Result<EntryValue | null, Problem> {
  if (value === null && baseRevision > 0) return ok(null)
  if (value === undefined)
    return refused({ code: 'invalid', faults: [{ code: 'missing-key', path: pointer('value') }] })
  const checked = rules.check(key, value)
  return checked.ok
    ? checked
    : refused({
        code: 'invalid',
        faults: checked.problem.map((fault) => ({ ...fault, path: `${pointer('value')}${fault.path}` })),
      })
}

/** At the best of moments: otherwise it is not the moment that forbids, but the role. */
function mayEverWrite(role: Role, family: EntryFamily): boolean {
  return canWriteEntry(role, family, 'arguments', false)
}

async function isOpen(
  services: Services,
  { access }: Decision,
  key: string,
  family: EntryFamily,
  value: EntryValue | null,
): Promise<boolean> {
  const correctionOpen = access.correctionReason !== null
  if (!canWriteEntry(access.role, family, access.state, correctionOpen)) return false
  if (!access.frozen || correctionOpen || family !== 'action') return true

  const before = await within(services.db, access.networkId, (tx) => findEntryValue(tx, access.id, key))
  return onlyLifeOfPlan(before, value)
}

type KeptOutcome = Exclude<SaveOutcome, { readonly outcome: 'moved' }>

function replyOf(outcome: KeptOutcome): Result<SavedEntry, Problem> {
  switch (outcome.outcome) {
    case 'saved':
      return ok({ key: outcome.key, revision: outcome.revision, savedAt: outcome.savedAt })
    case 'stale':
      return refused({
        code: 'stale-revision',
        current: { ...outcome.current, updatedAt: outcome.current.updatedAt ?? '' },
      })
    case 'reused':
      return refused({ code: 'operation-reused' })
  }
}
