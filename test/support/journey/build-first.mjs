import { fileURLToPath } from 'node:url'
import { build } from '#server/setup/build.mjs'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** `npm test` builds ahead; journeys run alone build what changed since, never trying the pages of another day. */
export default async function buildFirst() {
  await build(root, process.execPath)
}
