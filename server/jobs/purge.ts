import { deleteExpiredSignIns, listNetworks } from '#server/database/queries/accounts.ts'
import { deleteOldOperations } from '#server/database/queries/journal.ts'
import { forgetOldLinks } from '#server/database/queries/mails.ts'
import { markDatedStale } from '#server/database/queries/portfolio.ts'
import { within } from '#server/database/unit-of-work.ts'
import { closeForgottenRooms } from '#server/rooms/close-room.ts'
import { forgetWrongCodes } from '#server/rooms/door/door.ts'
import type { Services } from '#server/services.ts'

const day = 86_400_000
/** A browser that was shut for a month sends nothing from before. */
const operationDays = 30
const linkDays = 15

/** Forgets what is of no more use, and has what depends on the date looked at anew. */
export async function purge({ db, accountsDb, clock }: Services): Promise<void> {
  const now = clock()
  await deleteExpiredSignIns(accountsDb, new Date())
  await forgetWrongCodes(db, now)
  for (const { id } of await listNetworks(accountsDb))
    await within(db, id, async (tx) => {
      await deleteOldOperations(tx, new Date(now.getTime() - operationDays * day))
      await forgetOldLinks(tx, new Date(now.getTime() - linkDays * day))
      await closeForgottenRooms(tx, now)
      await markDatedStale(tx)
    })
}
