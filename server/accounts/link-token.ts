import { hash, randomBytes } from 'node:crypto'

/** 256 bits; only the hash is stored, so a copy of the database opens nothing. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashedToken(token: string): string {
  return hash('sha256', token, 'base64url')
}

/** The name better-auth's magic-link plugin gives to a stored token. */
export function linkIdentifier(hashed: string): string {
  return `magic-link:${hashed}`
}
