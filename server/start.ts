import { fileURLToPath } from 'node:url'
import { createApp } from '#server/app.ts'
import type { Config } from '#server/config.ts'
import { keptSecret, prepareDataFolder } from '#server/data-folder.ts'
import { startDatabase } from '#server/database/start-database.ts'
import { createExample, declineExample } from '#server/example/create-example.ts'
import { listen } from '#server/http/listen.ts'
import { openLogs } from '#server/logging.ts'
import { openHtmlPrinter } from '#server/pdf/html-printer.ts'
import { prepareJobs, startJobs } from '#server/jobs/start-jobs.ts'
import { synthesisPrinter } from '#server/jobs/synthesis-printer.ts'
import { outboxMailer, smtpMailer } from '#server/mail/mailer.ts'
import { firstAdvisorLink, prepareNetworks } from '#server/prepare-networks.ts'
import { ContentError } from '#server/questionnaires/content-error.ts'
import { projectQuestionnaires } from '#server/questionnaires/project-questionnaires.ts'
import { loadVerifiedQuestionnaires } from '#server/questionnaires/verified.ts'
import { createServices } from '#server/services.ts'
import { StartRefusal } from '#server/start-refusal.ts'

const clientFolder = fileURLToPath(new URL('../dist/client', import.meta.url))

export type RunningJalon = {
  readonly address: string
  /** For the first advisor; absent once someone has entered. */
  readonly signInLink: string | undefined
  /** Resolves when the database went away by itself. */
  readonly databaseLost: Promise<Error>
  /** Finishes the saves in flight, then closes everything in the reverse order of its opening. */
  readonly stop: () => Promise<void>
}

type Closing = () => Promise<void> | void

/** Opens everything in order, each thing needing the one before. Where one refuses, those already open are closed again. */
export async function startJalon(config: Config, tell: (line: string) => void): Promise<RunningJalon> {
  const opened: Closing[] = []
  const closeAll = async () => {
    for (const close of opened.splice(0).toReversed()) await close()
  }

  try {
    return { ...(await openAll(config, tell, opened)), stop: closeAll }
  } catch (error) {
    await closeAll()
    throw error
  }
}

async function openAll(config: Config, tell: (line: string) => void, opened: Closing[]) {
  const databaseLost = Promise.withResolvers<Error>()
  const questionnaires = await loadVerifiedQuestionnaires(projectQuestionnaires).catch((cause: unknown) => {
    throw cause instanceof ContentError
      ? new StartRefusal({ code: 'questionnaires-invalid', faults: cause.faults }, { cause })
      : cause
  })
  await prepareDataFolder(config.dataDirectory)
  const secret = config.secret.kind === 'given' ? config.secret.value : await keptSecret(config.dataDirectory)

  const { log, flush } = openLogs(config)
  opened.push(flush)
  const database = await startDatabase(config.database, config.dataDirectory, databaseLost.resolve)
  opened.push(database.stop)
  log.info({ migrations: database.migrations }, 'database ready')

  const mailer = config.mail.kind === 'smtp' ? smtpMailer(config.mail.url, config.mail.from) : outboxMailer(tell)
  await prepareJobs(database.connections)
  const printer = openHtmlPrinter(config.chromiumPath)
  opened.push(printer.close)
  const services = createServices({
    clock: () => new Date(),
    baseUrl: config.baseUrl,
    secret,
    connections: database.connections,
    questionnaires,
    mailer,
    printer: synthesisPrinter(printer),
    log,
  })
  opened.push(services.close)
  // A mail that is leaving holds its row of the database: it is given up before the connections are waited for.
  if (mailer.kind === 'smtp') opened.push(mailer.close)
  const network = await prepareNetworks(services)
  if (config.exampleNetwork === 'yes') await createExample(services, network.id)
  else await declineExample(services, network.id)

  const listener = await listen(
    createApp(services, { clientFolder, trustProxy: config.trustProxy }).fetch,
    config.host,
    config.port,
  )
  opened.push(listener.stop)
  const jobs = await startJobs(services, database.connections)
  // Before the port in the order of opening: when stopping, the port closes first.
  opened.splice(-1, 0, jobs.stop)
  // Live events never end by themselves, and the port waits for what is open.
  opened.push(services.rooms.hub.endStreams)
  log.info({ port: listener.port }, 'listening')

  return {
    address: config.baseUrl,
    signInLink: await firstAdvisorLink(services, network),
    databaseLost: databaseLost.promise,
  }
}
