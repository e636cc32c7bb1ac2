/* Read by every Node, however old: plain old syntax in this file. */
import process from 'node:process'

const oldestNode = 20

/** Says in one sentence that this Node is too old, and answers whether it is. */
export function refuseOldNode() {
  const found = process.versions.node
  if (Number(found.split('.')[0]) >= oldestNode) return false

  process.stderr.write(
    'Jalon demande Node ' +
      oldestNode +
      ' ou plus récent et cette machine a Node ' +
      found +
      ' : installez la version actuelle depuis https://nodejs.org puis relancez la commande.\n',
  )
  process.exitCode = 1

  return true
}
