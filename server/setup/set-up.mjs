import { access, constants, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { installPackages } from './install.mjs'
import { findNode } from './node-binary.mjs'
import { sentences, SetUpRefusal } from './sentences.mjs'

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

/** Packages and pages, whatever of them is missing or out of date; answers the path of the Node that runs the project. */
export async function setUp() {
  const node = await install()
  await build(projectFolder, node)

  return node
}

/** Packages only. */
export async function install() {
  await access(projectFolder, constants.R_OK | constants.W_OK).catch((cause) => {
    throw new SetUpRefusal(sentences.projectNotWritable(path.normalize(projectFolder)), { cause })
  })
  const manifest = JSON.parse(await readFile(path.join(projectFolder, 'package.json'), 'utf8'))
  await installPackages(projectFolder)

  return findNode(projectFolder, manifest.dependencies.node)
}
