import { globSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { allImports, cyclesIn, isMissing, packageOf, projectRoot, sourceFiles, type Import } from './imports.ts'

const imports = allImports()

/** A package that could do harm, or weighs much, enters by one door. */
const doors: Readonly<Record<string, readonly string[]>> = {
  pg: ['server/database/'],
  kysely: ['server/database/', 'server/use-cases/', 'server/jobs/', 'server/accounts/'],
  'puppeteer-core': ['server/pdf/'],
  '@sparticuz/chromium': ['server/pdf/'],
  'survey-core': ['client/self-assessment/'],
  'survey-react-ui': ['client/self-assessment/'],
  nodemailer: ['server/mail/'],
  'better-auth': ['server/accounts/'],
  'graphile-worker': ['server/jobs/'],
  'file-type': ['server/'],
  yaml: ['server/questionnaires/', 'server/example/'],
  react: ['src/synthesis/', 'client/'],
  'react-dom': ['src/synthesis/', 'client/'],
}

/** What the core may lean on: packages as pure as itself. */
const purePackages = ['qrcode-generator', 'zod', 'xstate']
const purePackagesOfTheSynthesis = [...purePackages, 'react', 'react-dom', 'd3-scale', 'd3-shape']

describe('imports', () => {
  test('every import leads to a file that exists', () => {
    expect(imports.filter(isMissing).map(asLine)).toEqual([])
  })

  test('an import names the layer it enters: none climbs', () => {
    expect(imports.filter(({ specifier }) => specifier.startsWith('..')).map(asLine)).toEqual([])
  })

  test('no file depends on itself through others', () => {
    expect(cyclesIn(imports)).toEqual([])
  })

  test.each([
    ['src/', ['server/', 'client/', 'test/']],
    ['client/', ['server/', 'test/']],
    ['server/', ['client/', 'test/']],
  ])('%s does not know %j', (layer, unknown) => {
    const crossing = imports.filter(
      ({ from, kind, target }) =>
        from.startsWith(layer) && kind === 'file' && unknown.some((other) => target.startsWith(other)),
    )
    expect(crossing.map(asLine)).toEqual([])
  })

  test('the core imports pure packages only, and react in the synthesis alone', () => {
    const impure = imports.filter(({ from, kind, specifier }) => {
      const allowed = from.startsWith('src/synthesis/') ? purePackagesOfTheSynthesis : purePackages

      return from.startsWith('src/') && kind === 'package' && !allowed.includes(packageOf(specifier))
    })
    expect(impure.map(asLine)).toEqual([])
  })

  test.each(Object.entries(doors))('%s enters by one door', (name, folders) => {
    const elsewhere = imports.filter(
      ({ from, specifier }) =>
        packageOf(specifier) === name &&
        !from.startsWith('test/') &&
        !folders.some((folder) => from.startsWith(folder)),
    )
    expect(elsewhere.map(asLine)).toEqual([])
  })
})

describe('layout', () => {
  test('the root shows seven entries, the licence and the lock of npm', () => {
    const shown = readdirSync(projectRoot).filter(
      (name) => !name.startsWith('.') && !['node_modules', 'dist'].includes(name),
    )
    const expected = [
      'LICENSE',
      'README.md',
      'client',
      'package-lock.json',
      'package.json',
      'questionnaires',
      'server',
      'src',
      'test',
    ]
    expect(shown.filter((name) => !expected.includes(name))).toEqual([])
  })

  test('a test lives under test/ and nowhere else', () => {
    const astray = globSync('{src,server,client,questionnaires}/**/*.{test,spec}.*', { cwd: projectRoot })
    expect(astray).toEqual([])
  })

  test('no room of the house does so much that it passes 250 lines', () => {
    const long = sourceFiles()
      .filter((file) => !file.startsWith('test/'))
      .map((file) => ({ file, lines: readFileSync(path.join(projectRoot, file), 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 250)
    expect(long).toEqual([])
  })

  test('no room is named after nothing in particular', () => {
    const vague = sourceFiles().filter((file) => /(^|\/)(utils?|helpers?|common|types|index)(\.tsx?|\/)/.test(file))
    expect(vague).toEqual([])
  })
})

describe('packages', () => {
  test('one copy of survey-core is installed, the very version its React screens want', () => {
    const lock = packageLock()
    const copies = Object.keys(lock).filter((location) => location.endsWith('node_modules/survey-core'))
    expect(copies).toEqual(['node_modules/survey-core'])
    expect(lock['node_modules/survey-react-ui']?.version).toBe(lock['node_modules/survey-core']?.version)
  })

  test('the lock names the packages of every platform, or a clean installation refuses it', () => {
    const locked = packageLock()
    const locations = Object.keys(locked)
    const missing = Object.values(locked)
      .flatMap((each) => Object.keys(each?.optionalDependencies ?? {}))
      .filter((name) => !locations.some((location) => location.endsWith(`node_modules/${name}`)))
    expect(missing).toEqual([])
  })

  test('nothing drags in a browser that must be downloaded', () => {
    const names = Object.keys(packageLock())
    expect(names.filter((name) => /node_modules\/(puppeteer|playwright)$/.test(name))).toEqual([])
  })
})

type LockedPackage = { readonly version?: string; readonly optionalDependencies?: Readonly<Record<string, string>> }
type Locked = Readonly<Record<string, LockedPackage | undefined>>

function packageLock(): Locked {
  const lock = JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8')) as {
    readonly packages: Locked
  }

  return lock.packages
}

function asLine({ from, specifier }: Import): string {
  return `${from}: ${specifier}`
}

describe('methods', () => {
  test('the engine names none: what a method is, its questionnaire says', () => {
    const names = readdirSync(path.join(projectRoot, 'questionnaires'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'schemas')
      .map(({ name }) => name)
    const naming = sourceFiles().filter(
      (file) =>
        /^(src|server|client)\//.test(file) &&
        // The example network is content: it tells the story of one structure.
        !file.startsWith('server/example/') &&
        names.some((name) => readFileSync(path.join(projectRoot, file), 'utf8').includes(name)),
    )
    expect(names).toContain('utilite-sociale')
    expect(naming).toEqual([])
  })
})
