import { z } from 'zod'
import { inviteBody, type Person } from '#src/contract/people.ts'
import type { Problem } from '#src/contract/problems.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { addPerson } from '#server/dossiers/add-person.ts'
import { renewAccessStamp } from '#server/database/queries/accompaniments.ts'
import { appendAudit } from '#server/database/queries/journal.ts'
import { deletePerson } from '#server/database/queries/people.ts'
import { onAccompaniment } from './on-accompaniment.ts'
import { invalid, isId } from './parse-body.ts'

/** Only an advisor makes an advisor; a reader's access always ends. */
export const invitePerson = onAccompaniment({
  name: 'invite-person',
  action: 'invite',
  effect: 'writes',
  body: inviteBody,
  act: async ({ services, tx, actor, access, body, now, today }): Promise<Result<Person, Problem>> => {
    if (body.role === 'advisor' && access.role !== 'advisor') return refused({ code: 'not-allowed' })
    if (body.role === 'reader' && body.expiresOn === undefined) return invalid('missing-key', 'expiresOn')
    if (body.expiresOn !== undefined && body.expiresOn < today) return invalid('invalid-date', 'expiresOn')

    return addPerson(services, tx, { access, inviter: actor, now }, body)
  },
})

/** Their answers and their name in the history stay. */
export const removePerson = onAccompaniment<object, undefined, { readonly userId: string }>({
  name: 'remove-person',
  action: 'remove-person',
  effect: 'writes',
  body: z.object({}),
  act: async ({ tx, actor, access, params, now }) => {
    const wasThere = isId(params.userId) && (await deletePerson(tx, access.id, params.userId))
    if (!wasThere) return refused({ code: 'not-found' })
    await renewAccessStamp(tx, access.id)
    await appendAudit(tx, {
      networkId: access.networkId,
      at: now,
      actorId: actor.userId,
      action: 'person-removed',
      accompanimentId: access.id,
      subject: params.userId,
    })
    return ok(undefined)
  },
})
