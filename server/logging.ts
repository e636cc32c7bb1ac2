import { once } from 'node:events'
import path from 'node:path'
import { styleText } from 'node:util'
import pino, { type Logger } from 'pino'
import type { Config } from '#server/config.ts'
import { logNotWritable } from '#server/start-texts-fr.ts'

export type Logs = {
  readonly log: Logger
  /** Writes what is still in memory: to be called last, before the process ends. */
  readonly flush: () => Promise<void>
}

/** What waits to be written when the disk cannot keep up. */
const mostKeptBytes = 1_000_000

/** Named wherever they could appear: a log must be safe to send to someone who helps. */
const secrets = [
  'token',
  'password',
  'cookie',
  'authorization',
  'secret',
  '*.token',
  '*.password',
  '*.cookie',
  '*.authorization',
  '*.secret',
]

/** Everything, one JSON object a line, to `jalon.log` in the data folder; what needs attention to the terminal too. */
export function openLogs({ dataDirectory, logLevel }: Pick<Config, 'dataDirectory' | 'logLevel'>): Logs {
  const file = pino.destination({
    dest: path.join(dataDirectory, 'jalon.log'),
    mode: 0o600,
    sync: false,
    maxLength: mostKeptBytes,
  })
  // Heard, or a full disk under the log would end the server: what cannot be written waits, then is dropped.
  let isToldOf = false
  file.on('error', () => {
    if (!isToldOf) process.stderr.write(`${logNotWritable}\n`)
    isToldOf = true
  })
  const terminal = { write: (line: string) => process.stderr.write(`${readableLine(line)}\n`) }
  const streams = pino.multistream([
    { level: logLevel === 'silent' ? 'fatal' : logLevel, stream: file },
    { level: 'warn', stream: terminal },
  ])

  return {
    log: pino({ level: logLevel, redact: secrets, base: null }, streams),
    flush: () => lastLine(file),
  }
}

const lastLineMilliseconds = 1000

/**
 * Adds the line that ends the log and waits until all was written, or could not be. Not through the file's own `flushSync`,
 * which tries for ever on a full disk, as it would when the process ends if the file were left open.
 */
async function lastLine(file: ReturnType<typeof pino.destination>): Promise<void> {
  const signal = AbortSignal.timeout(lastLineMilliseconds)
  const written = once(file, 'drain', { signal }).catch(() => undefined)
  file.write(`${JSON.stringify({ level: pino.levels.values['info'], time: Date.now(), msg: 'stopped' })}\n`)
  await written
  file.destroy()
}

/** pino's figure for an error. */
const errorLevel = 50

/** A line of the log as a person reads it: the time, the message, and the request it belongs to. */
function readableLine(line: string): string {
  const { time, level, msg, requestId, err } = JSON.parse(line) as LogLine
  const clock = new Date(time).toLocaleTimeString('fr-FR')
  const parts = [msg, requestId && `(${requestId})`, err?.message].filter(Boolean)

  return `${styleText('dim', clock)} ${styleText(level >= errorLevel ? 'red' : 'yellow', parts.join(' '))}`
}

type LogLine = {
  readonly time: number
  readonly level: number
  readonly msg?: string
  readonly requestId?: string
  readonly err?: { readonly message?: string }
}
