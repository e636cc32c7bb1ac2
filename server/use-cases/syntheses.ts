import { z } from 'zod'
import { audiences, type Audience } from '#src/accompaniment/entry.ts'
import { journeyOf } from '#src/accompaniment/journeys/journey-of.ts'
import type { Problem } from '#src/contract/problems.ts'
import { correctionBody, printBody, type SynthesisView } from '#src/contract/syntheses.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { loadDossier, questionnaireOf } from '#server/dossiers/load-dossier.ts'
import { composeSynthesis, queueSynthesis } from '#server/dossiers/queue-synthesis.ts'
import { closeCorrection, openCorrection } from '#server/database/queries/accompaniments.ts'
import { appendAudit } from '#server/database/queries/journal.ts'
import { findPdf, lastRevision } from '#server/database/queries/syntheses.ts'
import { withoutNulls } from '#server/database/without-nulls.ts'
import { onAccompaniment } from './on-accompaniment.ts'
import { invalid, isId } from './parse-body.ts'

const nothing = z.object({})

export const readSyntheses = onAccompaniment({
  name: 'read-syntheses',
  action: 'read',
  effect: 'reads',
  body: nothing,
  act: async ({ services, tx, access, today }): Promise<Result<readonly SynthesisView[], Problem>> =>
    ok((await loadDossier(services.questionnaires, tx, access, today)).syntheses),
})

/** The read model unprinted: what the screen previews is what would be printed now. The main document by default. */
export const previewSynthesis = onAccompaniment({
  name: 'preview-synthesis',
  action: 'read',
  effect: 'reads',
  body: z.strictObject({ audience: z.enum(audiences).optional() }),
  act: async ({ services, tx, access, body, now, today }): Promise<Result<unknown, Problem>> => {
    const loaded = await loadDossier(services.questionnaires, tx, access, today)
    const made = journeyOf(loaded.input.questionnaire).audiences
    const audience = made.find((each) => each === (body.audience ?? made[0]))
    if (audience === undefined) return invalid('unknown-value', 'audience')
    const revision = await lastRevision(tx, access.id, audience)
    return ok((await composeSynthesis(services, tx, loaded, { audience, revision, now })).content)
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

    const { questionnaire } = questionnaireOf(services.questionnaires, access)
    const made = journeyOf(questionnaire).audiences
    if (!made.includes(body.audience)) return invalid('unknown-value', 'audience')

    const order = { reason, by: actor.userId, now }
    const row = await queueSynthesis(services, tx, access, { ...order, audience: body.audience })
    if (access.frozen) {
      // One correction renews every document of the accompaniment: they come from the same content.
      for (const audience of made.filter((each) => each !== body.audience))
        await queueSynthesis(services, tx, access, { ...order, audience })
      await closeCorrection(tx, access.id)
    }
    return ok({ ...withoutNulls(row), requestedAt: row.requestedAt.toISOString(), current: true })
  },
})

/** Lifts the freeze until the corrected synthesis is printed. What was delivered before stays as it is. */
export const openCorrectionOf = onAccompaniment({
  name: 'open-correction',
  action: 'open-correction',
  effect: 'writes',
  body: correctionBody,
  act: async ({ services, tx, actor, access, body, now }): Promise<Result<{ readonly revision: number }, Problem>> => {
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
    const { questionnaire } = questionnaireOf(services.questionnaires, access)
    const [main = 'full'] = journeyOf(questionnaire).audiences
    return ok({ revision: (await lastRevision(tx, access.id, main)) + 1 })
  },
})

const documentNames: Readonly<Record<Audience, string>> = {
  full: 'Synthèse',
  'lcd-internal': 'Synthèse confidentielle',
  'lcd-public': 'Engagements',
}

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
    return ok({ pdf: found.pdf, name: `${documentNames[found.audience]} ${structure.name} ${version}.pdf` })
  },
})
