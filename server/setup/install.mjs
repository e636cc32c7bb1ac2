import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { showProgress } from './progress.mjs'
import { sentences, SetUpRefusal } from './sentences.mjs'

/**
 * Installs the locked packages, unless node_modules already holds exactly them. What is installed is remembered in a stamp;
 * without one, npm's own record is compared with the lock, so that an installation made by hand is respected.
 */
export async function installPackages(folder) {
  const lock = await readFile(path.join(folder, 'package-lock.json'), 'utf8')
  const stampFile = path.join(folder, 'node_modules', '.jalon-installed')
  const stamp = createHash('sha256').update(`${process.platform} ${process.arch} ${lock}`).digest('hex')
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return

  const wanted = JSON.parse(lock).packages
  if (!(await isInstalled(folder, wanted))) await runNpm(folder, Object.keys(wanted).length)
  await writeFile(stampFile, stamp)
}

/** Optional packages may be for other platforms; of those npm records the ones it installed. */
async function isInstalled(folder, wanted) {
  const record = await readFile(path.join(folder, 'node_modules', '.package-lock.json'), 'utf8').catch(() => undefined)
  if (record === undefined) return false
  const found = JSON.parse(record).packages
  const isAsLocked = ([location, { version, optional, link }]) =>
    location === '' || link || (found[location] ? found[location].version === version : optional === true)

  return Object.entries(wanted).every(isAsLocked) && Object.keys(found).every((location) => location in wanted)
}

async function runNpm(folder, expected) {
  const progress = showProgress('Installation des paquets (une à trois minutes la première fois)', async () => {
    const installed = await countPackages(path.join(folder, 'node_modules'))

    return `${Math.min(installed, expected)} sur ${expected} au plus`
  })
  const code = await npmCi(folder).finally(() => progress.stop())
  if (code === 0) return

  // What is half there would look installed to npm's next commands.
  await rm(path.join(folder, 'node_modules', '.package-lock.json'), { force: true })
  throw new SetUpRefusal(sentences.installFailed())
}

function npmCi(folder) {
  // Under `npm start`, npm says where it is; it may not be in the PATH, nor be a file Windows can spawn.
  const npm = process.env.npm_execpath
  const throughNode = npm !== undefined && /\.c?js$/.test(npm)
  const options = ['ci', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error']
  const settings = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] }
  const child = throughNode
    ? spawn(process.execPath, [npm, ...options], settings)
    : spawn('npm', options, { ...settings, shell: process.platform === 'win32' })

  return new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(new SetUpRefusal(sentences.npmMissing(), { cause })))
    child.once('close', resolve)
  })
}

async function countPackages(folder) {
  const names = await readdir(folder).catch(() => [])
  const scopes = names.filter((name) => name.startsWith('@'))
  const inScopes = await Promise.all(scopes.map((scope) => readdir(path.join(folder, scope)).catch(() => [])))

  return (
    names.filter((name) => !/^[.@]/.test(name)).length + inScopes.flat().filter((name) => !name.startsWith('.')).length
  )
}
