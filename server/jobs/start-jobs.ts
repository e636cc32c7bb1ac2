import { Logger as WorkerLogger, run, runMigrations, type Runner, type TaskList } from 'graphile-worker'
import type { DatabaseConnections } from '#server/database/connections.ts'
import { openPool } from '#server/database/pool.ts'
import { becomeOnlyWorker } from '#server/database/queries/worker-locks.ts'
import type { Services } from '#server/services.ts'
import { purge } from './purge.ts'
import { renderSynthesis } from './render-synthesis.ts'
import { sendMail } from './send-mail.ts'
import { sendReminders } from './send-reminders.ts'

/** Hours in UTC: before anybody is at work in France. */
const calendar = ['15 3 * * * purge', '0 6 * * * send-reminders'].join('\n')

/** Makes the queue's own tables: to be called before anything may enqueue, as the owner. */
export async function prepareJobs(connections: DatabaseConnections): Promise<void> {
  const { pool, close } = openPool({ ...connections.owner, max: 2 })
  try {
    pool.on('connect', (client) => client.on('error', () => undefined))
    await runMigrations({ pgPool: pool, logger: quiet })
  } finally {
    await close()
  }
}

/** How often a process that does not run jobs asks whether it should. */
const takeOverMilliseconds = 10_000

/**
 * Runs jobs, in one process at a time: where several share a database, the others stand by and take over from one that
 * died, with what it was doing. Two jobs at once, the best for printing on two cores.
 */
export async function startJobs(
  services: Services,
  connections: DatabaseConnections,
): Promise<{ readonly stop: () => Promise<void> }> {
  const { pool, close } = openPool({ ...connections.owner, max: 6, application_name: 'jalon-jobs' })
  // The queue wants to hear of connections lost while in use, too.
  pool.on('connect', (client) =>
    client.on('error', (error) => services.log.warn({ err: error }, 'a job lost its database')),
  )
  let running: Running | undefined
  const attempt = async () => {
    running ??= await tryToRun(services, pool)
  }
  await attempt()
  const standingBy = setInterval(
    () => void attempt().catch((error: unknown) => services.log.warn({ err: error }, 'jobs could not be taken over')),
    takeOverMilliseconds,
  )
  standingBy.unref()

  return {
    stop: async () => {
      clearInterval(standingBy)
      await running?.runner.stop()
      running?.release()
      await close()
    },
  }
}

type Running = { readonly runner: Runner; readonly release: () => void }

async function tryToRun(services: Services, pool: OwnerPool): Promise<Running | undefined> {
  const won = await becomeOnlyWorker(pool)
  if (won === undefined) return undefined
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    crontab: calendar,
    logger: loggerOf(services),
    taskList: jobTasks(services),
  })
  return { runner, release: won.release }
}

/** Each kind of job by its name in the queue. */
export function jobTasks(services: Services): TaskList {
  return {
    'send-mail': (payload: unknown) => sendMail(services, payload),
    'render-synthesis': (payload: unknown) => renderSynthesis(services, payload),
    'send-reminders': () => sendReminders(services),
    purge: () => purge(services),
  }
}

type OwnerPool = ReturnType<typeof openPool>['pool']

const quiet = new WorkerLogger(() => () => undefined)

function loggerOf({ log }: Services): WorkerLogger {
  return new WorkerLogger(() => (level, message) => {
    if (level === 'error') log.error(message)
    else if (level === 'warning') log.warn(message)
    else log.debug(message)
  })
}
