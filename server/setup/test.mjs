/* `npm test`. Runs on the machine's own Node, however old, with nothing installed: plain old syntax in this file. */
import process from 'node:process'
import { refuseOldNode } from './node-version.mjs'

if (!refuseOldNode()) {
  import('./set-up.mjs')
    .then((setUp) => setUp.setUp())
    .then((node) => import('./layers.mjs').then((layers) => layers.runLayers(node, layers.allLayers)))
    .then((code) => {
      process.exitCode = code
    })
    .catch((error) => import('./sentences.mjs').then((sentences) => sentences.tellFailure(error)))
}
