import { Logger as WorkerLogger, run, runMigrations, type Task, type TaskList } from 'graphile-worker'
import type { DatabaseConnections } from '#server/database/connections.ts'
import { openPool } from '#server/database/pool.ts'
import { becomeOnlyWorker } from '#server/database/queries/worker-locks.ts'
import type { Services } from '#server/services.ts'
import { closeWindows } from './close-windows.ts'
import { purge } from './purge.ts'
import { renderSynthesis } from './render-synthesis.ts'
import { sendMail } from './send-mail.ts'
import { sendReminders } from './send-reminders.ts'

/** Hours in UTC: before anybody is at work in France; windows at its midnight, in summer and in winter. */
const calendar = ['15 3 * * * purge', '0 6 * * * send-reminders', '10 22,23 * * * close-windows'].join('\n')

/** Makes the queue's own tables: to be called before anything may enqueue, as the owner. */
export async function prepareJobs(connections: DatabaseConnections): Promise<void> {
  const { pool, close } = openPool({ ...connections.owner, max: 2 })
  try {
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
  let running: Running | undefined
  let attempting = Promise.resolve()
  const attempt = async () => {
    if (running?.hasEnded() === true) {
      // The database went away for a while: what was begun goes back to the queue when the lock is taken again.
      const ended = running
      running = undefined
      await ended.stop()
    }
    running ??= await tryToRun(services, pool)
  }
  await attempt()

  let isWaiting = false
  const attemptAgain = async () => {
    try {
      await attempt()
      isWaiting = false
    } catch (error) {
      if (!isWaiting) services.log.warn({ err: error }, 'jobs wait for the database')
      isWaiting = true
    }
  }
  const standingBy = setInterval(() => {
    attempting = attempting.then(attemptAgain)
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

/**
 * With a delay, even none, a job whose end cannot be written stops the runner, which is then started again; without one the
 * queue lets the error end the process.
 */
const reportingInBatches = { completeJobBatchDelay: 0, failJobBatchDelay: 0 }

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
    preset: { worker: reportingInBatches },
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
    'close-windows': closeWindows(services),
  }
}

type OwnerPool = ReturnType<typeof openPool>['pool']

const quiet = new WorkerLogger(() => () => undefined)

/** The first line says what happened; the rest, a stack, is for the log's file. */
function loggerOf({ log }: Services): WorkerLogger {
  return new WorkerLogger(() => (level, message) => {
    const [line = '', ...rest] = message.split('\n')
    const details = rest.length === 0 ? {} : { details: rest.join('\n') }
    if (level === 'error') log.error(details, line)
    else if (level === 'warning') log.warn(details, line)
    else log.debug(details, line)
  })
}
