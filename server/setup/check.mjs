/* `npm run check`: what a developer runs before each commit, in less than a minute. */
import process from 'node:process'
import { refuseOldNode } from './node-version.mjs'

if (!refuseOldNode()) {
  import('./set-up.mjs')
    .then((setUp) => setUp.install())
    .then((node) => import('./layers.mjs').then((layers) => layers.runLayers(node, layers.quickLayers)))
    .then((code) => {
      process.exitCode = code
    })
    .catch((error) => import('./sentences.mjs').then((sentences) => sentences.tellFailure(error)))
}
