import path from 'node:path'
import { styleText } from 'node:util'
import pino, { type Logger } from 'pino'
import type { Config } from '#server/config.ts'

export type Logs = {
  readonly log: Logger
  /** Writes what is still in memory: to be called last, before the process ends. */
  readonly flush: () => void
}

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
  const file = pino.destination({ dest: path.join(dataDirectory, 'jalon.log'), mode: 0o600, sync: false })
  const terminal = { write: (line: string) => process.stderr.write(`${readableLine(line)}\n`) }
  const streams = pino.multistream([
    { level: logLevel === 'silent' ? 'fatal' : logLevel, stream: file },
    { level: 'warn', stream: terminal },
  ])

  return {
    log: pino({ level: logLevel, redact: secrets, base: null }, streams),
    flush: () => file.flushSync(),
  }
}

/** pino's figure for an error. */
const errorLevel = 50

/** A line of the log as a person reads it: the time, the message, and the request it belongs to. */
export function readableLine(line: string): string {
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
