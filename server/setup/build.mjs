import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { sentences, SetUpRefusal } from './sentences.mjs'

const gzip = promisify(zlib.gzip)
const brotli = promisify(zlib.brotliCompress)

/** What Vite builds to dist/, each from the folders it reads. */
const bundles = [
  { what: 'l’application', config: 'client/vite.config.ts', output: 'client', sources: ['client', 'src'] },
  // After the application, whose build empties the folder they share.
  {
    what: 'la page des téléphones',
    config: 'client/phone/vite.config.ts',
    output: 'client/join',
    sources: ['client', 'src'],
  },
  { what: 'la synthèse', config: 'server/pdf/vite.config.ts', output: 'synthesis', sources: ['server/pdf', 'src'] },
]

/** Builds what changed since the last build; nothing to do takes a few milliseconds. */
export async function build(folder, node) {
  for (const bundle of bundles) {
    if (existsSync(path.join(folder, bundle.config))) await buildBundle(folder, node, bundle)
  }
}

async function buildBundle(folder, node, { what, config, output, sources }) {
  const stampFile = path.join(folder, 'dist', `.${output.replace('/', '-')}-built`)
  const stamp = await fingerprint(folder, [...sources, 'package-lock.json'])
  const isBuilt = existsSync(path.join(folder, 'dist', output))
  if (isBuilt && (await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return

  process.stderr.write(`Construction de ${what}…\n`)
  const startedAt = Date.now()
  const vite = path.join(folder, 'node_modules', 'vite', 'bin', 'vite.js')
  const child = spawn(node, [vite, 'build', '--config', config, '--logLevel', 'error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise((resolve) => {
    child.once('error', resolve)
    child.once('close', resolve)
  })
  if (code !== 0) throw new SetUpRefusal(sentences.buildFailed(what))
  await compress(path.join(folder, 'dist', output, 'assets'))
  process.stderr.write(`  terminé en ${Math.round((Date.now() - startedAt) / 1000)} s\n`)

  await mkdir(path.dirname(stampFile), { recursive: true })
  await writeFile(stampFile, stamp)
}

/** Beside each text file, what a browser takes instead: compressed once here rather than at each request. */
async function compress(assets) {
  const names = await readdir(assets).catch(() => [])
  const texts = names.filter((name) => /\.(js|css|svg|json)$/.test(name))
  await Promise.all(
    texts.map(async (name) => {
      const file = path.join(assets, name)
      const content = await readFile(file)
      await writeFile(`${file}.gz`, await gzip(content, { level: 9 }))
      await writeFile(`${file}.br`, await brotli(content))
    }),
  )
}

async function fingerprint(folder, sources) {
  const hash = createHash('sha256')
  for (const file of (await Promise.all(sources.map((source) => filesUnder(folder, source)))).flat()) {
    hash
      .update(file)
      .update('\0')
      .update(await readFile(path.join(folder, file)))
      .update('\0')
  }

  return hash.digest('hex')
}

async function filesUnder(folder, source) {
  const entries = await readdir(path.join(folder, source), { recursive: true, withFileTypes: true }).catch(
    () => undefined,
  )
  if (entries === undefined) return [source]

  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .toSorted()
}
