import { hash, randomUUID } from 'node:crypto'
import type { Account } from '#server/database/queries/accounts.ts'
import { localDay } from '#server/dossiers/today.ts'
import type { Services } from '#server/services.ts'
import { addProof } from '#server/use-cases/proofs.ts'
import type { Calendar } from './example-entries.ts'
import type { ExampleStructure } from './example-file.ts'
import { sampleFile } from './sample-file.ts'

/** The proofs of criteria, and those of the figures of the year evaluated. */
export async function addExampleProofs(
  services: Services,
  author: Account,
  id: string,
  example: ExampleStructure,
  calendar: Calendar,
): Promise<void> {
  const ofCriteria = example.proofs.map((proof) => {
    if (proof.kind === 'file') return { target: proof.on, file: proof.name }
    if (proof.kind === 'link') return { target: proof.on, body: { kind: 'link', name: proof.name, url: proof.url } }
    const { text, author: role, consent } = proof
    return {
      target: proof.on,
      body: { kind: 'testimony', text, author: role, saidOn: localDay(calendar(proof.day)), consent },
    }
  })
  const ofFigures = Object.entries(example.indicators).flatMap(([indicator, figure]) =>
    'unavailable' in figure
      ? []
      : (figure.proofs ?? []).map((file) => ({ target: `indicator/${indicator}/${example.framing?.period}`, file })),
  )

  for (const proof of [...ofCriteria, ...ofFigures]) {
    const base = { operationId: randomUUID(), target: proof.target }
    const sent = 'file' in proof ? fileOf(proof.file) : { body: proof.body }
    const added = await addProof(services, author, { id, ...sent, body: { ...base, ...sent.body } })
    if (!added.ok)
      throw new Error(`the example’s proof of ${proof.target} was refused: ${JSON.stringify(added.problem)}`)
  }
}

function fileOf(name: string) {
  const content = sampleFile(name)
  return { body: { kind: 'file', name, sha256: hash('sha256', content, 'hex') }, content: () => content }
}
