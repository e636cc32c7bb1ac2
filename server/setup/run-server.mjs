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

  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}
