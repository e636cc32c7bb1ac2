import process from 'node:process'
import { parseConfig } from '#server/config.ts'
import { startJalon, type RunningJalon } from '#server/start.ts'
import { StartRefusal } from '#server/start-refusal.ts'
import { databaseLost, startSentence, stopped, stopping, welcome } from '#server/start-texts-fr.ts'

/**
 * Ctrl-C reaches the whole group of processes and npm passes it on as well: several signals within this time are one.
 * After it, another one means « now ».
 */
const samePressMilliseconds = 1000

/** Signals that ask for a stop, from the first moment: a start that is interrupted still stops what it began. */
function whenAskedToStop(): Promise<void> {
  const asked = Promise.withResolvers<void>()
  let firstAt: number | undefined
  const ask = () => {
    if (firstAt !== undefined && performance.now() - firstAt > samePressMilliseconds) process.exit(1)
    if (firstAt === undefined) process.stderr.write(`\n${stopping}\n`)
    firstAt ??= performance.now()
    asked.resolve()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  // The command that started us was killed: nobody is left to stop us.
  process.once('disconnect', ask)

  return asked.promise
}

/** Answers the exit code. */
async function run(): Promise<number> {
  const stop = whenAskedToStop()
  const config = parseConfig(process.env, process.cwd())
  if (!config.ok) throw new StartRefusal({ code: 'settings-invalid', faults: config.problem })

  const jalon: RunningJalon = await startJalon(config.value, (line) => process.stdout.write(`${line}\n`))
  process.stdout.write(`\n${welcome(jalon.address, jalon.signInLink, config.value.dataDirectory)}\n`)
  const lost = await Promise.race([stop, jalon.databaseLost])
  if (lost !== undefined) process.stderr.write(`\n${databaseLost}\n`)
  await jalon.stop()
  process.stderr.write(`${stopped}\n`)

  return lost === undefined ? 0 : 1
}

try {
  process.exit(await run())
} catch (error) {
  // A refusal is for the person at the terminal; anything else is a fault, told whole.
  process.stderr.write(
    error instanceof StartRefusal
      ? `${startSentence(error.problem)}\n`
      : `${String(error instanceof Error ? error.stack : error)}\n`,
  )
  process.exit(1)
}
