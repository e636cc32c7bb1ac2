import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import pg from 'pg'
import { openMachine, waysHere } from './embedded-machine.ts'

const [way] = await waysHere()

test('what people wrote stands in no line of PostgreSQL’s own log, even where writing it fails', async () => {
  if (way === undefined) throw new Error('PostgreSQL runs in no way here')
  const machine = await openMachine(way)
  onTestFinished(machine.close)
  const { ready } = await machine.start()
  const client = new pg.Client(ready.connection)
  await client.connect()
  onTestFinished(() => client.end())
  await client.query(`create table kept (id int primary key, said text check (said <> 'Fatima Refusée'))`)
  await client.query(`insert into kept values (1, 'Fatima Gardée')`)

  const codes: unknown[] = []
  for (const [statement, values] of [
    [`insert into kept values ($1, $2)`, [2, 'Fatima Refusée']],
    [`insert into kept (id, said) values ($1, $2)`, [1, 'Fatima Doublée']],
    [`insert into kept values (1, 'Fatima Écrite')`, []],
    [`select $1::jsonb`, ['{"Fatima Coupée": ']],
    [`do $$ begin execute format('insert into kept values (1, %L)', 'Fatima Dedans'); end $$`, []],
  ] as const)
    await client.query(statement, [...values]).catch((error: unknown) => {
      codes.push(error instanceof pg.DatabaseError ? error.code : error)
    })
  expect(codes).toEqual(['23514', '23505', '23505', '22P02', '23505'])

  const log = await readFile(path.join(machine.folder, 'postgres.log'), 'utf8')
  expect(log).toContain('violates check constraint')
  expect(log).not.toContain('Fatima')
})
