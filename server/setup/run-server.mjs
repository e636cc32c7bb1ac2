import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { projectFolder } from './set-up.mjs'

/**
 * Runs the server and becomes as little as possible beside it: same terminal, same signals, same exit code.
 * The channel between the two tells the server when this process was killed, so that it does not go on alone.
 */
export async function runServer(node) {
  const child = spawn(node, [path.join(projectFolder, 'server', 'main.ts')], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const watching = process.env.npm_lifecycle_event === undefined ? undefined : whenOrphaned(() => child.kill('SIGTERM'))

  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearInterval(watching)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
}

/** npm, when it is killed, takes its shell along but not us: the signal never arrives, only another parent does. */
function whenOrphaned(stop) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, 500)

  return timer
}
