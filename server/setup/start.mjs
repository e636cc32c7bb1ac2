/* `npm start`. Runs on the machine's own Node, however old, with nothing installed: plain old syntax in this file. */
import process from 'node:process'
import { refuseOldNode } from './node-version.mjs'

if (!refuseOldNode()) {
  import('./set-up.mjs')
    .then((setUp) => setUp.setUp())
    .then((node) => import('./run-server.mjs').then((run) => run.runServer(node)))
    .then((code) => {
      process.exitCode = code
    })
    .catch((error) => import('./sentences.mjs').then((sentences) => sentences.tellFailure(error)))
}
