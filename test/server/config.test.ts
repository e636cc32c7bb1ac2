import path from 'node:path'
import { expect, test } from 'vitest'
import { parseConfig, type Environment } from '#server/config.ts'
import { startSentence } from '#server/start-texts-fr.ts'

const configOf = (environment: Environment) => {
  const parsed = parseConfig(environment, '/srv/jalon')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))

  return parsed.value
}

test('without any setting Jalon runs by itself, on this machine only', () => {
  expect(configOf({})).toEqual({
    database: { kind: 'embedded', directory: path.join('/srv/jalon', '.jalon', 'postgres') },
    dataDirectory: path.join('/srv/jalon', '.jalon'),
    host: '127.0.0.1',
    port: 3000,
    baseUrl: 'http://localhost:3000',
    mail: { kind: 'outbox', from: 'Jalon <jalon@localhost>' },
    secret: { kind: 'kept-in-data-folder' },
    chromiumPath: undefined,
    exampleNetwork: 'yes',
    trustProxy: false,
    logLevel: 'info',
  })
})

test('an empty setting is an absent one', () => {
  expect(configOf({ PORT: '', BASE_URL: ' ', SECRET: '' })).toEqual(configOf({}))
})

test('the address follows the port, and loses its final slash', () => {
  expect(configOf({ PORT: '8080' }).baseUrl).toBe('http://localhost:8080')
  expect(configOf({ BASE_URL: 'https://jalon.exemple.fr/' }).baseUrl).toBe('https://jalon.exemple.fr')
})

test.each([
  ['PORT', ['1', '65535'], ['0', '65536', '-1', '3000a', '1e3', '3.5']],
  [
    'DATABASE_URL',
    ['postgres://a:b@c/d', 'postgresql:///d?host=/run/postgresql'],
    ['mysql://a/b', 'postgres', 'postgres:///d'],
  ],
  ['BASE_URL', ['https://a.fr', 'http://localhost:1'], ['a.fr', 'ftp://a.fr', 'javascript:alert(1)']],
  ['SMTP_URL', ['smtp://a', 'smtps://a:b@c:465'], ['a.fr', 'https://a.fr']],
  ['MAIL_FROM', ['a@b.fr', 'Réseau <a@b.fr>'], ['a', 'a b@c', 'A <a@b.fr>\nBcc: c@d.fr']],
  ['SECRET', ['x'.repeat(32)], ['x'.repeat(31)]],
  ['JALON_EXAMPLE', ['yes', 'no', 'Non'], ['maybe']],
  ['TRUST_PROXY', ['yes', 'non'], ['10.0.0.1']],
  ['LOG_LEVEL', ['debug', 'silent'], ['loud']],
  ['HOST', ['0.0.0.0', '::1', 'localhost'], ['a b', 'http://a']],
])('%s is read strictly', (setting, right, wrong) => {
  for (const value of right) expect(parseConfig({ [setting]: value }, '/').ok).toBe(true)
  for (const value of wrong) expect(parseConfig({ [setting]: value }, '/').ok).toBe(false)
})

test('all faults are told together, without the values, which may be secret', () => {
  const parsed = parseConfig({ PORT: 'http', SECRET: 'hunter2', BASE_URL: 'nowhere', LOG_LEVEL: 'loud' }, '/')
  const faults = parsed.ok ? [] : parsed.problem
  expect(faults.map(({ setting }) => setting)).toEqual(['PORT', 'BASE_URL', 'SECRET', 'LOG_LEVEL'])

  const sentence = startSentence({ code: 'settings-invalid', faults })
  expect(sentence.split('\n')).toHaveLength(5)
  expect(sentence).not.toContain('hunter2')
})
