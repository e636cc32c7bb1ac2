import process from 'node:process'
import { allLayers, quickLayers, runLayers } from './layers.mjs'
import { runServer } from './run-server.mjs'
import { SetUpRefusal } from './sentences.mjs'
import { install, setUp } from './set-up.mjs'

/** `npm start`: everything that is missing, then the server, in this terminal. */
export async function start() {
  await ending(async () => runServer(await setUp()))
}

/** `npm test`: everything that is missing, then every layer. */
export async function test() {
  await ending(async () => runLayers(await setUp(), allLayers))
}

/** `npm run check`: what a developer runs before each commit. */
export async function check() {
  await ending(async () => runLayers(await install(), quickLayers))
}

/** Ends with the command's exit code, with the sentence of a refusal, or with all there is of a fault nobody foresaw. */
async function ending(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    const isForeseen = error instanceof SetUpRefusal
    process.stderr.write(isForeseen ? `${error.message}\n` : `Erreur inattendue :\n${error?.stack ?? error}\n`)
    process.exitCode = 1
  }
}
