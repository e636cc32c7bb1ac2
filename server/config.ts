import path from 'node:path'
import { z } from 'zod'
import { ok, refused, type Result } from '#src/shared/result.ts'

/** Where the data lives: a PostgreSQL of our own in a folder, or any PostgreSQL 15+ elsewhere. */
export type DatabaseLocation =
  { readonly kind: 'embedded'; readonly directory: string } | { readonly kind: 'url'; readonly url: string }

/** Without SMTP settings, mails go to the local outbox and the terminal: none is lost in silence. */
export type MailSettings =
  | { readonly kind: 'smtp'; readonly url: string; readonly from: string }
  | { readonly kind: 'outbox'; readonly from: string }

export type SecretSetting =
  { readonly kind: 'given'; readonly value: string } | { readonly kind: 'kept-in-data-folder' }

export type Config = {
  readonly database: DatabaseLocation
  readonly dataDirectory: string
  readonly host: string
  readonly port: number
  /** The address people type, without a final slash: links in mails start with it. */
  readonly baseUrl: string
  readonly mail: MailSettings
  readonly secret: SecretSetting
  readonly chromiumPath: string | undefined
  readonly exampleNetwork: 'yes' | 'no'
  /** One reverse proxy stands in front of Jalon, whose word on who asks is believed. */
  readonly trustProxy: boolean
  readonly logLevel: LogLevel
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export type SettingName =
  | 'DATABASE_URL'
  | 'PORT'
  | 'HOST'
  | 'BASE_URL'
  | 'SMTP_URL'
  | 'MAIL_FROM'
  | 'DATA_DIR'
  | 'SECRET'
  | 'CHROMIUM_PATH'
  | 'JALON_EXAMPLE'
  | 'TRUST_PROXY'
  | 'LOG_LEVEL'

export type SettingExpectation =
  | 'postgres-url'
  | 'port'
  | 'host'
  | 'http-url'
  | 'smtp-url'
  | 'mail-address'
  | 'long-secret'
  | 'yes-or-no'
  | 'log-level'
  | 'path'

export type SettingFault = { readonly setting: SettingName; readonly expected: SettingExpectation }

/** The environment, as Node gives it. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads every setting once. An empty value counts as absent, so `PORT= npm start` means the default.
 * All faults are returned together, in the order of the settings' table, never their values: they may be secrets.
 */
export function parseConfig(
  environment: Environment,
  workingDirectory: string,
): Result<Config, readonly SettingFault[]> {
  const parsed = settings.safeParse(withoutEmptyValues(environment))
  if (!parsed.success) return refused(faultsOf(parsed.error))

  const given = parsed.data
  const dataDirectory = path.resolve(workingDirectory, given.DATA_DIR)
  const from = given.MAIL_FROM

  return ok({
    database:
      given.DATABASE_URL === undefined
        ? { kind: 'embedded', directory: path.join(dataDirectory, 'postgres') }
        : { kind: 'url', url: given.DATABASE_URL },
    dataDirectory,
    host: given.HOST,
    port: given.PORT,
    baseUrl: (given.BASE_URL ?? `http://localhost:${given.PORT}`).replace(/\/+$/, ''),
    mail: given.SMTP_URL === undefined ? { kind: 'outbox', from } : { kind: 'smtp', url: given.SMTP_URL, from },
    secret: given.SECRET === undefined ? { kind: 'kept-in-data-folder' } : { kind: 'given', value: given.SECRET },
    chromiumPath: given.CHROMIUM_PATH,
    exampleNetwork: given.JALON_EXAMPLE,
    trustProxy: given.TRUST_PROXY === 'yes',
    logLevel: given.LOG_LEVEL,
  })
}

/** Under this length a secret can be guessed; 32 hexadecimal characters are 128 bits. */
const shortestSecret = 32

const yesOrNo: Readonly<Record<string, 'yes' | 'no'>> = {
  yes: 'yes',
  oui: 'yes',
  '1': 'yes',
  true: 'yes',
  no: 'no',
  non: 'no',
  '0': 'no',
  false: 'no',
}

const settings = z.object({
  DATABASE_URL: urlWith(['postgres:', 'postgresql:'], 'postgres-url').optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'port')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'port')
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'host')
    .default('127.0.0.1'),
  BASE_URL: urlWith(['http:', 'https:'], 'http-url').optional(),
  SMTP_URL: urlWith(['smtp:', 'smtps:'], 'smtp-url').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/, 'mail-address')
    .default('Jalon <jalon@localhost>'),
  DATA_DIR: z
    .string()
    .refine((value) => !value.includes('\0'), 'path')
    .default('.jalon'),
  SECRET: z.string().min(shortestSecret, 'long-secret').optional(),
  CHROMIUM_PATH: z.string().optional(),
  JALON_EXAMPLE: choiceOfYesOrNo().default('yes'),
  TRUST_PROXY: choiceOfYesOrNo().default('no'),
  LOG_LEVEL: z.enum(logLevels, 'log-level').default('info'),
} satisfies Record<SettingName, z.ZodType>)

function choiceOfYesOrNo() {
  return z.string().transform((value, context) => {
    const choice = yesOrNo[value.toLowerCase()]
    if (choice === undefined) context.addIssue('yes-or-no')

    return choice ?? 'yes'
  })
}

function urlWith(protocols: readonly string[], expectation: SettingExpectation) {
  return z.string().refine((value) => {
    const url = URL.parse(value)

    return url !== null && protocols.includes(url.protocol) && (url.hostname !== '' || url.searchParams.has('host'))
  }, expectation)
}

function withoutEmptyValues(environment: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => Boolean(entry[1]?.trim())),
  )
}

/** The messages of the schema above are the expectations themselves: this is the parser that reads them back. */
function faultsOf(error: z.ZodError): readonly SettingFault[] {
  const faults = error.issues.map((issue) => ({ setting: issue.path[0], expected: issue.message }) as SettingFault)

  return faults.filter((fault, index) => faults.findIndex((other) => other.setting === fault.setting) === index)
}
