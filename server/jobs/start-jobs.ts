import { Logger as WorkerLogger, run, runMigrations, type Task, type TaskList } from 'graphile-worker'
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
const takeOverMilliseconds = 2000

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
  let attempting = Promise.resolve()
  const attempt = async () => {
    running ??= await tryToRun(services, pool)
    if (running?.hasEnded() !== true) return
    // The database went away for a while: what was begun is given back to the queue with the new lock.
    await running.stop()
    running = await tryToRun(services, pool)
  }
  await attempt()
  const standingBy = setInterval(() => {
    attempting = attempting
      .then(attempt)
      .catch((error: unknown) => services.log.warn({ err: error }, 'jobs could not be taken over'))
  }, takeOverMilliseconds)
  standingBy.unref()

  return {
    stop: async () => {
      clearInterval(standingBy)
      await attempting
      await running?.stop()
      await close()
    },
  }
}

type Running = {
  /** The lock or the runner is gone: nothing more will be run. */
  readonly hasEnded: () => boolean
  readonly stop: () => Promise<void>
}

async function tryToRun(services: Services, pool: OwnerPool): Promise<Running | undefined> {
  const won = await becomeOnlyWorker(pool)
  if (won === undefined) return undefined
  let ended = false
  const end = () => {
    ended = true
  }
  void won.lost.then(end)
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    crontab: calendar,
    logger: loggerOf(services),
    taskList: cutShort(jobTasks(services)),
  })
  const over = runner.promise.then(end, end)
  const stop = async () => {
    // It refuses where it stopped by itself.
    await runner.stop().catch(() => undefined)
    await over
    won.release()
  }

  return { hasEnded: () => ended, stop }
}

/** A job that lasts when the server stops is given back to the queue after the queue's five seconds, whatever holds it. */
function cutShort(tasks: TaskList): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]): [string, Task] => [
      name,
      (payload, helpers) => Promise.race([task?.(payload, helpers), helpers.abortPromise]),
    ]),
  )
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
