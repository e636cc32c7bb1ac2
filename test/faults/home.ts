import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { signIn, type Session } from './saves.ts'
import { cleanUp, freePort, postgresOf, signInToken, startServer, type ServerProcess } from './server-process.ts'

/** The data folder and the port of a server that dies and comes back. */
export type Home = {
  readonly folder: string
  readonly port: number
  /** Starts the server, and enters as the first advisor. */
  readonly open: (settings?: Readonly<Record<string, string>>) => Promise<{
    readonly server: ServerProcess
    readonly session: Session
  }>
  /** Ends whatever still runs, and leaves nothing behind. */
  readonly leave: () => Promise<void>
}

export async function aHome(): Promise<Home> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jalon-fault-'))
  // PostgreSQL may run as another account, which must come through.
  await chmod(folder, 0o711)
  const port = await freePort()
  const servers: ServerProcess[] = []

  return {
    folder,
    port,
    open: async (settings = {}) => {
      const server = startServer({ DATA_DIR: folder, PORT: String(port), ...settings })
      servers.push(server)

      return { server, session: await signIn(`http://127.0.0.1:${port}`, await signInToken(server)) }
    },
    leave: () => cleanUp(servers, folder),
  }
}

export type Death = (server: ServerProcess, home: Home) => Promise<void>

/** Deaths that leave nobody a chance to end anything. */
export const sudden: readonly (readonly [string, Death])[] = [
  ['Node is killed', async ({ process: node }) => void node.kill('SIGKILL')],
  [
    'Node and PostgreSQL are killed',
    async ({ process: node }, { folder }) => {
      const pid = await postgresOf(folder)
      node.kill('SIGKILL')
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
    },
  ],
]
