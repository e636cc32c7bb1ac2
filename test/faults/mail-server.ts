import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A real mail server on a port of this machine, that can keep its sender waiting for the last word. */
export type MailServer = {
  readonly received: readonly ParsedMail[]
  /** From now on a mail is taken but its sender is not told. */
  readonly hold: () => void
  /** Tells all those who wait. */
  readonly letGo: () => void
  readonly close: () => Promise<void>
}

export async function openMailServer(port: number): Promise<MailServer> {
  const received: ParsedMail[] = []
  let held: (() => void)[] | undefined
  const receive = async (stream: Readable, done: () => void) => {
    received.push(await simpleParser(stream))
    if (held === undefined) done()
    else held.push(done)
  }
  const letGo = () => {
    for (const done of held?.splice(0) ?? []) done()
    held = undefined
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onData: (stream, _session, done) => void receive(stream, done),
  })
  // A sender that was killed leaves its connection broken.
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')

  return {
    received,
    hold: () => {
      held ??= []
    },
    letGo,
    close: async () => {
      letGo()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
