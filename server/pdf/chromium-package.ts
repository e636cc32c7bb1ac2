import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { access, chmod, constants, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { unpackTar } from 'modern-tar/fs'

export type UnpackedChromium = {
  readonly executable: string
  /** Shared libraries a bare system lacks (NSS, expat). */
  readonly libraries: string
  /** A fontconfig folder for systems without one; documents carry their own fonts. */
  readonly fontconfig: string
}

/**
 * Chromium from its npm package, unpacked once per version, aside and then renamed, so that an interrupted or doubled
 * unpacking never looks finished. Not through the package's own `executablePath()`: it writes one file in the shared
 * temporary folder, which a second user may not open and an upgrade leaves as it is. Undefined off Linux x64.
 */
export async function unpackedChromium(): Promise<UnpackedChromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const archives = fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')))
  if (!existsSync(path.join(archives, 'chromium.br'))) return undefined

  const { version } = JSON.parse(await readFile(path.join(archives, '../package.json'), 'utf8')) as { version: string }
  const root = await writableCache()
  const folder = path.join(root, `chromium-${version}`)
  if (!existsSync(folder)) await unpack(archives, root, folder)

  return {
    executable: path.join(folder, 'chromium'),
    libraries: path.join(folder, 'lib'),
    fontconfig: folder,
  }
}

async function unpack(archives: string, root: string, folder: string): Promise<void> {
  const aside = `${folder}.${process.pid}`
  await mkdir(aside, { recursive: true })
  try {
    await Promise.all([
      pipeline(
        createReadStream(path.join(archives, 'chromium.br')),
        createBrotliDecompress(),
        createWriteStream(path.join(aside, 'chromium')),
      ),
      ...['al2023', 'fonts', 'swiftshader'].map((name) =>
        pipeline(createReadStream(path.join(archives, `${name}.tar.br`)), createBrotliDecompress(), unpackTar(aside)),
      ),
    ])
    await chmod(path.join(aside, 'chromium'), 0o755)
    await writeFile(path.join(aside, 'fonts.conf'), fontsConfiguration(folder))
    await rename(aside, folder)
  } catch (cause) {
    await rm(aside, { recursive: true, force: true })
    // Another process may have finished first: its copy is as good.
    if (!existsSync(folder)) throw cause
  }
  await removeOlder(root, path.basename(folder))
}

/** Beside the dependencies it comes from, where it can be written; else in a temporary folder of this user's own. */
async function writableCache(): Promise<string> {
  const beside = fileURLToPath(new URL('../../node_modules/.cache/jalon', import.meta.url))
  try {
    await mkdir(beside, { recursive: true })
    await access(beside, constants.W_OK)
    return beside
  } catch {
    const own = path.join(os.tmpdir(), `jalon-${os.userInfo().username}`)
    await mkdir(own, { recursive: true, mode: 0o700 })
    return own
  }
}

/** Copies of other versions, and what an unpacking killed in the middle left. Another process' own aside is left alone. */
async function removeOlder(root: string, kept: string): Promise<void> {
  const names = await readdir(root)
  const others = names.filter((name) => /^chromium-[\d.]+$/.test(name) && !name.startsWith(kept))
  await Promise.all(others.map((name) => rm(path.join(root, name), { recursive: true, force: true })))
}

/** The package's own configuration names folders of the service it was made for. */
function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`
}
