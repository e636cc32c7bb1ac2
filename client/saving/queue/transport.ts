import type { Entry } from '#src/accompaniment/entry.ts'
import type { SaveEntryBody, SavedEntry } from '#src/contract/entries.ts'
import { Refused, Unreachable, request } from '#client/app/api.ts'
import type { SaveTransport } from './saver.ts'

/** Saves over the API; every way it can end is an outcome. */
export const saveOverHttp: SaveTransport = async (save, { keepalive }) => {
  const { accompanimentId, key, operationId, baseRevision, value } = save
  const body: SaveEntryBody = { operationId, baseRevision, value }
  try {
    const path = `/accompaniments/${accompanimentId}/entries/${encodeURIComponent(key)}`
    const saved = await request<SavedEntry>(path, { method: 'PUT', body, keepalive })
    return { kind: 'saved', revision: saved.revision, savedAt: saved.savedAt }
  } catch (error) {
    if (!(error instanceof Refused)) {
      if (error instanceof Unreachable) return { kind: 'unreachable' }
      throw error
    }
    if (error.status === 401) return { kind: 'signed-out' }
    const { current } = error.body
    if (error.code === 'stale-revision' && isEntry(current)) return { kind: 'stale', current }
    // A fault of the server or too many requests: the same save may pass later, so it is tried again.
    if (error.status >= 500 || error.status === 429) return { kind: 'unreachable' }
    return { kind: 'refused', refusal: { code: error.code, sentence: error.message } }
  }
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && 'revision' in value && 'key' in value
}
