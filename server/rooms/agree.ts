import { randomUUID } from 'node:crypto'
import type { EntryValue } from '#src/accompaniment/entry.ts'
import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import type { Problem } from '#src/contract/problems.ts'
import type { RoomCommand } from '#src/contract/rooms.ts'
import { fewestForSpread } from '#src/room/room-events.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { pointer } from '#src/shared/problem.ts'
import { findEntryRevision, saveEntryWithin } from '#server/database/queries/entries.ts'
import { countPositions, spreadToKeep, type RoomRow } from '#server/database/queries/rooms/rooms.ts'
import { questionnaireOf } from '#server/dossiers/load-dossier.ts'
import type { InsideAccompaniment } from '#server/use-cases/on-accompaniment.ts'

type Inside = InsideAccompaniment<unknown, unknown>
type Agree = Extract<RoomCommand, { readonly type: 'agree' }>

/** Saves the answer the room agreed on, as any answer is saved, and beside it how many took which position. */
export async function agree(
  inside: Inside,
  room: RoomRow,
  { criterionId, answer, baseRevision }: Agree,
): Promise<Result<CriterionAnswer, Problem>> {
  const { services, tx, actor, access, today } = inside
  const questionnaire = questionnaireOf(services.questionnaires, access)
  const { rules } = services.decisions.keep(actor.userId, access, questionnaire, today)
  const key = `criterion/${criterionId}`
  const checked = rules.check(key, answer)
  if (!checked.ok) {
    const faults = checked.problem.map((fault) => ({ ...fault, path: `${pointer('command', 'answer')}${fault.path}` }))
    return refused({ code: 'invalid', faults })
  }
  const saved = await save(inside, key, checked.value, baseRevision)
  if (!saved.ok) return saved

  const beside = `spread/${criterionId}`
  const revision = await findEntryRevision(tx, access.id, beside)
  const isKept = (await countPositions(tx, room.id, criterionId)) >= fewestForSpread
  // One that an earlier meeting left tells nothing of this one.
  if (isKept || revision > 0) {
    const spread = isKept ? await spreadToKeep(tx, room, criterionId) : null
    const kept = await save(inside, beside, spread, revision)
    if (!kept.ok) return kept
  }
  // The rules of this family let nothing else through.
  return ok(checked.value as CriterionAnswer)
}

async function save(
  { tx, actor, access, now }: Inside,
  key: string,
  value: EntryValue | null,
  baseRevision: number,
): Promise<Result<undefined, Problem>> {
  const outcome = await saveEntryWithin(tx, {
    networkId: access.networkId,
    actorId: actor.userId,
    // The command is what runs once; this save has no life of its own.
    operationId: randomUUID(),
    fingerprint: '',
    accompanimentId: access.id,
    accessStamp: access.accessStamp,
    key,
    baseRevision,
    value,
    at: now,
  })
  if (outcome.outcome === 'saved') return ok(undefined)
  return outcome.outcome === 'stale'
    ? refused({
        code: 'stale-revision',
        current: { ...outcome.current, updatedAt: outcome.current.updatedAt ?? '' },
      })
    : refused({ code: 'unavailable' })
}
