import { lockAccompaniment, within } from '#server/database/unit-of-work.ts'
import { moveIfReady } from '#server/dossiers/move.ts'
import type { Services } from '#server/services.ts'
import type { Actor } from './actor.ts'

/** After a save that may have completed the guards of a move of the system's own. */
export async function moveBySystem(services: Services, actor: Actor, accompanimentId: string): Promise<void> {
  await within(services.db, actor.networkId, async (tx) => {
    await lockAccompaniment(tx, accompanimentId)
    await moveIfReady(services, tx, accompanimentId, services.clock())
  })
}
