import { hash } from 'node:crypto'
import { appendAudit } from '#server/database/queries/journal.ts'
import { keepPdf, markPrintFailed, showProgress, startPrinting } from '#server/database/queries/syntheses.ts'
import { within } from '#server/database/unit-of-work.ts'
import type { Services } from '#server/services.ts'
import { jobPayload } from './payload.ts'

/**
 * Prints one synthesis from the content kept when it was asked for. Run again after a kill, it prints what is not printed
 * yet and nothing twice: the first PDF kept is the only one.
 */
export async function renderSynthesis({ db, printer, clock, log }: Services, payload: unknown): Promise<void> {
  const { networkId, id } = jobPayload.parse(payload)
  const started = await within(db, networkId, (tx) => startPrinting(tx, id))
  if (started === undefined) return

  try {
    await within(db, networkId, (tx) => showProgress(tx, id, 40))
    const { pdf, pages } = await printer.print(started.content)
    await within(db, networkId, async (tx) => {
      const now = clock()
      const isFirst = await keepPdf(tx, { id, pdf, sha256: hash('sha256', pdf, 'hex'), pages, at: now })
      if (!isFirst) return
      await appendAudit(tx, {
        networkId,
        at: now,
        actorId: null,
        action: 'synthesis-printed',
        accompanimentId: started.accompanimentId,
        subject: id,
      })
    })
  } catch (error) {
    log.error({ err: error, synthesisId: id }, 'a synthesis could not be printed')
    await within(db, networkId, (tx) => markPrintFailed(tx, id))
    // The queue tries again: a browser that failed once may not fail twice.
    throw error
  }
}
