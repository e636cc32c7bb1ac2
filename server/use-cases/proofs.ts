import { hash } from 'node:crypto'
import { z } from 'zod'
import { can } from '#src/access/can.ts'
import { operationId } from '#src/contract/scalars.ts'
import type { Problem } from '#src/contract/problems.ts'
import { proofBody, type ProofView } from '#src/contract/proofs.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { acceptedMediaType, safeFileName } from '#server/files/file-type.ts'
import { appendAudit } from '#server/database/queries/journal.ts'
import {
  countProofs,
  findProofFile,
  insertProof,
  markContentChanged,
  removeProofRow,
  restoreProofRow,
  type NewProof,
} from '#server/database/queries/proofs.ts'
import { onAccompaniment, type InsideAccompaniment } from './on-accompaniment.ts'
import { invalid, isId } from './parse-body.ts'
import { isProofTarget } from './proof-target.ts'

export const largestProof = 10 * 1024 * 1024
const mostPerTarget = 50

/** What the route makes of a form: the file's content apart, so that a fingerprint costs its hash only. */
const fileBody = z.strictObject({
  operationId,
  target: z.string().min(3).max(200),
  kind: z.literal('file'),
  name: z.string().max(1_000),
  sha256: z.string(),
})
const anyProofBody = z.discriminatedUnion('kind', [...proofBody.options, fileBody])
type AnyProof = z.infer<typeof anyProofBody>
type ProofParams = { readonly content?: () => Uint8Array }

/** A link, a testimony, or a file whose type its content tells. */
export const addProof = onAccompaniment<AnyProof, ProofView, ProofParams>({
  name: 'add-proof',
  action: 'add-proof',
  effect: 'writes',
  body: anyProofBody,
  act: async (inside) => {
    const { services, tx, actor, access, body, now } = inside
    if (!(await isProofTarget(services.questionnaires, tx, access, body.target)))
      return invalid('unknown-value', 'target')
    if (isClosed(inside)) return refused({ code: 'read-only' })
    if ((await countProofs(tx, access.id, body.target)) >= mostPerTarget) return refused({ code: 'too-many-proofs' })

    const described = await describe(inside)
    if (!described.ok) return described
    const proof = await insertProof(tx, {
      networkId: access.networkId,
      accompanimentId: access.id,
      target: body.target,
      at: now,
      by: actor.userId,
      ...described.value,
    })
    await log(inside, 'proof-added', body.target)
    return ok(proof)
  },
})

type Described = Pick<NewProof, 'kind' | 'name' | 'file' | 'url' | 'testimony'>

async function describe({
  body,
  params,
  today,
}: InsideAccompaniment<AnyProof, ProofParams>): Promise<Result<Described, Problem>> {
  if (body.kind === 'link') return ok({ kind: 'link', name: body.name, url: body.url })
  if (body.kind === 'testimony') {
    const { text, author, saidOn, consent } = body
    if (saidOn > today) return invalid('invalid-date', 'saidOn')
    return ok({ kind: 'testimony', name: author, testimony: { text, author, saidOn, consent } })
  }

  const content = params.content?.() ?? new Uint8Array()
  if (content.length === 0) return refused({ code: 'file-empty' })
  if (content.length > largestProof) return refused({ code: 'file-too-large' })
  const mediaType = await acceptedMediaType(content)
  if (mediaType === undefined) return refused({ code: 'file-type-refused' })
  const sha256 = hash('sha256', content, 'hex')
  return ok({ kind: 'file', name: safeFileName(body.name, mediaType), file: { mediaType, sha256, content } })
}

type ProofFile = { readonly name: string; readonly mediaType: string; readonly content: Buffer }

export const readProofFile = onAccompaniment<object, ProofFile, { readonly proofId: string }>({
  name: 'read-proof-file',
  action: 'read',
  effect: 'reads',
  body: z.object({}),
  act: async ({ tx, access, params }) => {
    const file = isId(params.proofId) ? await findProofFile(tx, access.id, params.proofId) : undefined
    return file === undefined ? refused({ code: 'not-found' }) : ok(file)
  },
})

/** Out of sight, not destroyed: it can be brought back. */
export const removeProof = onAccompaniment<object, undefined, { readonly proofId: string }>({
  name: 'remove-proof',
  action: 'remove-proof',
  effect: 'writes',
  body: z.object({}),
  act: async (inside) => {
    const { tx, actor, access, params, now } = inside
    const by = { accompanimentId: access.id, proofId: params.proofId, at: now, by: actor.userId }
    if (!isId(params.proofId)) return refused({ code: 'not-found' })
    const removed = await removeProofRow(tx, by)
    if (removed === undefined) return refused({ code: 'not-found' })
    if (isClosed(inside)) return refused({ code: 'read-only' })

    await log(inside, 'proof-removed', removed.target)
    return ok(undefined)
  },
})

export const restoreProof = onAccompaniment<object, ProofView, { readonly proofId: string }>({
  name: 'restore-proof',
  action: 'add-proof',
  effect: 'writes',
  body: z.object({}),
  act: async (inside) => {
    const { tx, access, params } = inside
    const proof = isId(params.proofId) ? await restoreProofRow(tx, access.id, params.proofId) : undefined
    if (proof === undefined) return refused({ code: 'not-found' })
    if (isClosed(inside)) return refused({ code: 'read-only' })

    await log(inside, 'proof-restored', proof.target)
    return ok(proof)
  },
})

/** Frozen, or set aside: what supports the answers no longer moves. */
function isClosed({ access }: Pick<InsideAccompaniment<unknown, unknown>, 'access'>): boolean {
  const isAside = access.state === 'on-hold' || access.state === 'cancelled' || access.state === 'closed'
  return isAside || !can(access.role, 'add-proof') || (access.frozen && access.correctionReason === null)
}

async function log(
  { tx, actor, access, now }: Pick<InsideAccompaniment<unknown, unknown>, 'tx' | 'actor' | 'access' | 'now'>,
  action: string,
  subject: string,
): Promise<void> {
  await markContentChanged(tx, access.id)
  await appendAudit(tx, {
    networkId: access.networkId,
    at: now,
    actorId: actor.userId,
    action,
    accompanimentId: access.id,
    subject,
  })
}
