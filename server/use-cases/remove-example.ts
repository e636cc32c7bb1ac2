import { z } from 'zod'
import { ok } from '#src/shared/result.ts'
import { forgetExampleAnswers } from '#server/awareness/raw-answers.ts'
import { removeExample } from '#server/database/queries/accounts.ts'
import { appendAudit } from '#server/database/queries/journal.ts'
import { closeExampleRooms } from '#server/rooms/close-room.ts'
import { inNetwork } from './in-network.ts'

/** Everything invented, in one gesture; nothing else. Asking again removes nothing and is no fault. */
export const removeExampleData = inNetwork({
  name: 'remove-example',
  who: 'advisors',
  body: z.object({}),
  act: async ({ services, tx, actor, now }) => {
    await forgetExampleAnswers(services, tx)
    await closeExampleRooms(tx, now)
    await removeExample(tx)
    await appendAudit(tx, { networkId: actor.networkId, at: now, actorId: actor.userId, action: 'example-removed' })
    return ok(undefined)
  },
})
