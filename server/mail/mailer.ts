import nodemailer from 'nodemailer'

export type Letter = {
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same for each try, so that a receiver recognises a mail sent twice. */
  readonly messageId: string
}

/** Without an SMTP server mails stay in the database's outbox, where advisors read them, and on the terminal. */
export type Mailer =
  | { readonly kind: 'outbox'; readonly show: (letter: Letter & { readonly link: string | null }) => void }
  | { readonly kind: 'smtp'; readonly send: (letter: Letter) => Promise<void>; readonly close: () => void }

/**
 * Milliseconds. The queue tries again later, so a server that hangs must not hold a job for its usual ten minutes; one that
 * reads a mail with care before it answers has a minute for it.
 */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }

/** @param url `smtp://user:password@host:port` or `smtps://…` */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport({ url, ...patience }, { from })
  const { promise: closed, reject: giveUp } = Promise.withResolvers<never>()
  closed.catch(() => undefined)
  return {
    kind: 'smtp',
    send: async ({ to, subject, text, html, messageId }) => {
      const mail = { to, subject, text, html, messageId, disableFileAccess: true, disableUrlAccess: true }
      await Promise.race([transport.sendMail(mail), closed])
    },
    close: () => {
      giveUp(new Error('the server stops before the mail server answered'))
      transport.close()
    },
  }
}

export function outboxMailer(write: (line: string) => void): Mailer {
  return {
    kind: 'outbox',
    show: ({ to, subject, link }) =>
      write(`✉ ${to.name} <${to.address}> — ${subject}${link === null ? '' : `\n  ${link}`}`),
  }
}
