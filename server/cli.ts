import { findCommand } from './cli/commands.ts'
import { faultSentence, usage } from './cli/texts-fr.ts'
import { problemLine, startProblemLine, warningLine } from './cli/problem-line.ts'
import { StartRefusal } from './start-refusal.ts'

/** `jalon`: results on standard output, one JSON line per problem or warning on standard error, exit 0, 2 (refused) or 1 (fault). */
async function run(args: readonly string[], today: string): Promise<void> {
  if (args.includes('--help') || args[0] === 'help' || args[0] === 'aide') {
    await write(process.stdout, usage)

    return
  }

  const command = await findCommand(args)
  const outcome = command.ok ? await command.value.run(command.value.args, today) : command

  const warnings = 'warnings' in outcome ? (outcome.warnings ?? []) : []

  await write(process.stderr, warnings.map((warning) => `${warningLine(warning)}\n`).join(''))

  if (outcome.ok) {
    await write(process.stdout, outcome.value)
  } else {
    process.exitCode = 2
    await write(process.stderr, outcome.problem.map((problem) => `${problemLine(problem)}\n`).join(''))
  }
}

/** Rejects when the text could not be written: a full disk must not pass for a result. */
async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const settle = (error?: Error | null) => {
      // A reader that closes early (`| head`) is its own business, not a fault.
      if (error === undefined || error === null || ('code' in error && error.code === 'EPIPE')) resolve()
      else reject(error)
    }
    stream.on('error', settle)
    stream.write(text, settle)
  })
}

try {
  await run(process.argv.slice(2), new Date().toISOString().slice(0, 10))
} catch (error) {
  // What keeps the database from being reached is for the person at the terminal; anything else is a fault.
  const isRefusal = error instanceof StartRefusal
  process.exitCode = isRefusal ? 2 : 1
  await write(process.stderr, `${isRefusal ? startProblemLine(error.problem) : faultSentence(error)}\n`)
}
