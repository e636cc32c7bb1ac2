import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { createApp } from '#server/app.ts'
import { createExample, declineExample } from '#server/example/create-example.ts'
import { listen } from '#server/http/listen.ts'
import { prepareJobs, startJobs } from '#server/jobs/start-jobs.ts'
import { synthesisPrinter } from '#server/jobs/synthesis-printer.ts'
import { firstAdvisorLink, prepareNetworks } from '#server/prepare-networks.ts'
import { projectQuestionnaires } from '#server/questionnaires/project-questionnaires.ts'
import { loadVerifiedQuestionnaires } from '#server/questionnaires/verified.ts'
import { openHtmlPrinter } from '#server/pdf/html-printer.ts'
import { createServices, type ServiceOptions } from '#server/services.ts'
import { createTestDatabase } from '#test/support/test-database.ts'

const clientFolder = fileURLToPath(new URL('../../../dist/client', import.meta.url))

/** The whole product listening on a port: real questionnaires, real database, real jobs and printer; mails are kept. */
export type RunningJalon = {
  readonly address: string
  readonly advisorLink: string
  /** The link of the last mail to an address. */
  readonly linkTo: (email: string) => string | undefined
  /** Closes the door and opens it again on the same port and data, as a restart does for those who are connected. */
  readonly closeDoor: () => Promise<void>
  readonly openDoor: () => Promise<void>
  /** Another server on the same data, behind a door of its own. */
  readonly openAnother: () => Promise<{ readonly port: number; readonly stop: () => Promise<void> }>
  readonly stop: () => Promise<void>
}

export async function startForJourney(options: { readonly example: 'yes' | 'no' }): Promise<RunningJalon> {
  const database = await createTestDatabase()
  await prepareJobs(database.connections)
  const links = new Map<string, string>()
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const printer = openHtmlPrinter()
  const wiring: ServiceOptions = {
    clock: () => new Date(),
    baseUrl: address,
    secret: 'a secret of the journeys, long enough for anyone',
    connections: database.connections,
    questionnaires: await loadVerifiedQuestionnaires(projectQuestionnaires),
    mailer: {
      kind: 'outbox',
      show: ({ to, link }) => {
        if (link !== null) links.set(to.address, link)
      },
    },
    printer: synthesisPrinter(printer),
    log: pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
  }
  const services = createServices(wiring)
  const network = await prepareNetworks(services)
  if (options.example === 'yes') await createExample(services, network.id)
  else await declineExample(services, network.id)
  const jobs = await startJobs(services, database.connections)
  const app = createApp(services, { clientFolder })
  let door = await listen(app.fetch, '127.0.0.1', port)
  const advisorLink = await firstAdvisorLink(services, network)
  if (advisorLink === undefined) throw new Error('the first advisor has no link')

  return {
    address,
    advisorLink,
    linkTo: (email) => links.get(email),
    closeDoor: () => door.stop(),
    openDoor: async () => {
      door = await listen(app.fetch, '127.0.0.1', port)
    },
    openAnother: async () => {
      const other = createServices(wiring)
      const otherDoor = await listen(createApp(other, { clientFolder }).fetch, '127.0.0.1', 0)
      return {
        port: otherDoor.port,
        stop: async () => {
          await otherDoor.stop()
          await other.close()
        },
      }
    },
    stop: async () => {
      await door.stop()
      await jobs.stop()
      await services.close()
      await printer.close()
      await database.drop()
    },
  }
}

/** Links in mails carry the port, so it must be known before the door opens. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}
