import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { sentences, SetUpRefusal } from './sentences.mjs'

const run = promisify(execFile)

/**
 * The Node that npm installed for the project. Its package brings it through an install script, which npm may have been
 * told not to run: it is then run here, for it is our own dependency. A machine whose Node is as recent may do with its own.
 */
export async function findNode(folder, version) {
  const packageFolder = path.join(folder, 'node_modules', 'node')
  const binary = path.join(packageFolder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (await answers(binary, version)) return binary

  await runInstallScript(packageFolder)
  if (await answers(binary, version)) return binary
  if (majorOf(process.versions.node) >= majorOf(version)) return process.execPath

  throw new SetUpRefusal(sentences.nodeMissing(majorOf(version)))
}

async function answers(binary, version) {
  if (!existsSync(binary)) return false

  return run(binary, ['--version']).then(
    ({ stdout }) => stdout.trim() === `v${version}`,
    () => false,
  )
}

async function runInstallScript(packageFolder) {
  const script = path.join(packageFolder, 'installArchSpecificPackage.js')
  if (!existsSync(script)) return

  const child = spawn(process.execPath, [script], { cwd: packageFolder, stdio: 'ignore' })
  await new Promise((resolve) => {
    child.once('error', resolve)
    child.once('close', resolve)
  })
}

function majorOf(version) {
  return Number(version.split('.')[0])
}
