import { z } from 'zod'
import type { Problem } from '#src/contract/problems.ts'
import { correctionBody, printBody, type SynthesisView } from '#src/contract/syntheses.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { loadDossier } from '#server/dossiers/load-dossier.ts'
import { composeSynthesis, queueSynthesis } from '#server/dossiers/queue-synthesis.ts'
import { closeCorrection, openCorrection } from '#server/database/queries/accompaniments.ts'
import { appendAudit } from '#server/database/queries/journal.ts'
import { findPdf, lastRevision } from '#server/database/queries/syntheses.ts'
import { withoutNulls } from '#server/database/without-nulls.ts'
import { onAccompaniment } from './on-accompaniment.ts'
import { isId } from './parse-body.ts'

const nothing = z.object({})

export const readSyntheses = onAccompaniment({
  name: 'read-syntheses',
  action: 'read',
  effect: 'reads',
  body: nothing,
  act: async ({ services, tx, access, today }): Promise<Result<readonly SynthesisView[], Problem>> =>
    ok((await loadDossier(services.questionnaires, tx, access, today)).syntheses),
})

/** The read model unprinted: what the screen previews is what would be printed now. */
export const previewSynthesis = onAccompaniment({
  name: 'preview-synthesis',
  action: 'read',
  effect: 'reads',
  body: nothing,
  act: async ({ services, tx, access, now, today }): Promise<Result<unknown, Problem>> => {
    const loaded = await loadDossier(services.questionnaires, tx, access, today)
    const revision = await lastRevision(tx, access.id, 'full')
    return ok((await composeSynthesis(services, tx, loaded, { revision, now })).content)
  },
})

/** A draft before delivery; afterwards only what an open correction is for, which it closes. */
export const printSynthesisNow = onAccompaniment({
  name: 'print-synthesis',
  action: 'print-synthesis',
  effect: 'writes',
  body: printBody,
  act: async ({ services, tx, actor, access, body, now }): Promise<Result<SynthesisView, Problem>> => {
    const reason = access.correctionReason
    if (access.frozen && reason === null) return refused({ code: 'correction-not-open' })

    const order = { audience: body.audience, reason, by: actor.userId, now }
    const row = await queueSynthesis(services, tx, access, order)
    if (access.frozen) await closeCorrection(tx, access.id)
    return ok({ ...withoutNulls(row), requestedAt: row.requestedAt.toISOString(), current: true })
  },
})

/** Lifts the freeze until the corrected synthesis is printed. What was delivered before stays as it is. */
export const openCorrectionOf = onAccompaniment({
  name: 'open-correction',
  action: 'open-correction',
  effect: 'writes',
  body: correctionBody,
  act: async ({ tx, actor, access, body, now }): Promise<Result<{ readonly revision: number }, Problem>> => {
    if (!access.frozen) return refused({ code: 'not-delivered' })
    if (access.state === 'closed') return refused({ code: 'read-only' })
    if (access.correctionReason !== null) return refused({ code: 'correction-already-open' })

    await openCorrection(tx, access.id, { reason: body.reason, at: now, by: actor.userId })
    await appendAudit(tx, {
      networkId: access.networkId,
      at: now,
      actorId: actor.userId,
      action: 'synthesis-correction-opened',
      accompanimentId: access.id,
    })
    return ok({ revision: (await lastRevision(tx, access.id, 'full')) + 1 })
  },
})

export type PdfFile = { readonly pdf: Buffer; readonly name: string }

export const readPdf = onAccompaniment<object, PdfFile, { readonly synthesisId: string }>({
  name: 'read-pdf',
  action: 'read',
  effect: 'reads',
  body: nothing,
  act: async ({ services, tx, access, params, today }) => {
    const found = isId(params.synthesisId) ? await findPdf(tx, access.id, params.synthesisId) : undefined
    if (found === undefined) return refused({ code: 'not-found' })
    if (found.pdf === null) return refused({ code: 'synthesis-not-ready' })

    const { structure } = await loadDossier(services.questionnaires, tx, access, today)
    const version = found.revision === 0 ? 'projet' : `v${found.revision}`
    return ok({ pdf: found.pdf, name: `Synthèse ${structure.name} ${version}.pdf` })
  },
})
