import type { Logger } from 'pino'
import { openAccounts, type Accounts } from '#server/accounts/accounts.ts'
import { openAwareness, type Awareness } from '#server/awareness/awareness.ts'
import type { DatabaseConnections } from '#server/database/connections.ts'
import { openDatabase } from '#server/database/open-database.ts'
import { createSaveQueue, type SaveQueue } from '#server/database/save-queue.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { createDecisions, type Decisions } from '#server/dossiers/decisions.ts'
import type { Mailer } from '#server/mail/mailer.ts'
import { openRooms, type Rooms } from '#server/rooms/rooms.ts'
import type { Printer } from '#server/jobs/printer.ts'
import type { LoadedQuestionnaire } from '#server/questionnaires/catalogue.ts'

/** Everything a use case may reach outside itself. This file is the only place where they are wired. */
export type Services = {
  readonly clock: () => Date
  /** Without a final slash: links in mails start with it. */
  readonly baseUrl: string
  readonly db: Db
  readonly saves: SaveQueue
  /** Sees the tables of accounts across networks, and nothing else. */
  readonly accountsDb: Db
  readonly accounts: Accounts
  readonly awareness: Awareness
  readonly decisions: Decisions
  readonly rooms: Rooms
  readonly questionnaires: ReadonlyMap<string, LoadedQuestionnaire>
  readonly mailer: Mailer
  readonly printer: Printer
  readonly log: Logger
  readonly close: () => Promise<void>
}

export type ServiceOptions = {
  readonly clock: () => Date
  readonly baseUrl: string
  readonly secret: string
  readonly connections: DatabaseConnections
  readonly questionnaires: ReadonlyMap<string, LoadedQuestionnaire>
  readonly mailer: Mailer
  readonly printer: Printer
  readonly log: Logger
}

export function createServices(options: ServiceOptions): Services {
  const { clock, baseUrl, secret, connections, questionnaires, mailer, printer, log } = options
  const { db, pool, accountsDb, close } = openDatabase(connections, (error) =>
    log.warn({ err: error }, 'a database connection was lost'),
  )

  const rooms = openRooms({ db, listenWith: connections.application, clock, secret, log })

  return {
    clock,
    baseUrl,
    db,
    saves: createSaveQueue(pool),
    accountsDb,
    accounts: openAccounts({ clock, baseUrl, secret, accountsDb, db, log }),
    awareness: openAwareness(secret),
    decisions: createDecisions(),
    rooms,
    questionnaires,
    mailer,
    printer,
    log,
    close: async () => {
      await rooms.hub.close()
      await close()
    },
  }
}
