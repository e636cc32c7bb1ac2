import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { normalisedWord } from './word.ts'

/**
 * What the database alone must not tell. Every id and hash below comes from the server's secret, which lies outside the
 * database, so that a copy of the tables, of their write-ahead log or of rows deleted and not yet overwritten gives neither
 * the answers nor whose box they are in. With another secret, answers not yet counted are lost; results are kept apart.
 */
export type AwarenessSecrets = {
  /** Where the answers to something are put: a UUID that nothing else in the database holds. */
  readonly boxOf: (kind: 'quiz' | 'perception', id: string) => string
  /** The same word pairs the answers of one accompaniment, and means nothing in another. */
  readonly pairHash: (accompanimentId: string, word: string) => string
  /** The same send twice is found again, and is of no use to whoever looks at a phone. */
  readonly submissionHash: (box: string, submissionId: string) => string
  readonly ticketHash: (ticket: string) => string
  /** Authenticated encryption, another text each time; as long as what it hides, plus 28 bytes. */
  readonly seal: (content: Uint8Array) => Buffer
  /** Throws where the content was changed, or sealed with another secret. */
  readonly unseal: (sealed: Uint8Array) => Buffer
}

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

export function createAwarenessSecrets(secret: string): AwarenessSecrets {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `jalon/awareness/${purpose}`, 32))
  const sealing = keyFor('seal')
  const naming = keyFor('names')
  const mac = (...parts: readonly string[]) => createHmac('sha256', naming).update(JSON.stringify(parts)).digest()

  return {
    boxOf: (kind, id) => uuidOf(mac('box', kind, id)),
    pairHash: (accompanimentId, word) => mac('word', accompanimentId, normalisedWord(word)).toString('base64url'),
    submissionHash: (box, submissionId) => mac('submission', box, submissionId).toString('base64url'),
    ticketHash: (ticket) => mac('ticket', ticket).toString('base64url'),
    seal: (content) => {
      const nonce = randomBytes(nonceBytes)
      const sealer = createCipheriv(cipher, sealing, nonce)
      return Buffer.concat([nonce, sealer.update(content), sealer.final(), sealer.getAuthTag()])
    },
    unseal: (sealed) => {
      const opener = createDecipheriv(cipher, sealing, sealed.subarray(0, nonceBytes))
      opener.setAuthTag(sealed.subarray(-tagBytes))
      return Buffer.concat([opener.update(sealed.subarray(nonceBytes, -tagBytes)), opener.final()])
    },
  }
}

/** RFC 9562, version 8: a UUID of one's own making. */
function uuidOf(digest: Buffer): string {
  const bytes = Buffer.from(digest.subarray(0, 16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
