import { expect } from 'vitest'
import type { RoomEvent } from '#src/room/room-events.ts'
import { isAccessibleOnPhones, type LedRoom } from './phone.ts'
import type { Line } from './line.ts'
import type { Visitor } from './visitor.ts'

type Offline = {
  readonly phone: Visitor
  readonly line: Line
  readonly room: LedRoom
  /** At least twenty-one, in the order of the room; the first is left alone. */
  readonly criteria: readonly string[]
  /** Waits before the answer of that number is given, and before the network is back: 40. */
  readonly until: (given: number) => Promise<void>
}

/**
 * Cuts the network of one phone, gives forty answers there, on twenty criteria and then again on the same ones by the page
 * opened again, and mends it. Each must reach the server once, in the order given. Answers how long the last one took from
 * the moment the network was back, in milliseconds.
 */
export async function giveFortyAnswersOffline({ phone, line, room, criteria, until }: Offline): Promise<number> {
  await phone.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const positions = async () =>
    (await room.view()).events.filter((event): event is Positioned => event.type === 'positioned')
  const before = (await positions()).length
  line.cut()
  await phone.sees('Sans réseau')

  const given: string[] = []
  const answer = async (index: number, level: number) => {
    await until(given.length)
    await phone.sees(`Critère ${index + 1} sur`)
    if (given.length >= 20) await phone.press('Changer ma réponse')
    await touch(phone, level)
    given.push(criteria[index] ?? '')
    await phone.sees('Votre réponse attend le réseau')
    if (given.length === 1) await isAccessibleOnPhones(phone)
    if (index < 20) await phone.press('Critère suivant')
  }
  await openSecond(phone)
  for (let index = 1; index <= 20; index += 1) await answer(index, (index % 4) + 1)
  await phone.sees('Sans réseau : 20 réponses attendent')

  await phone.page.reload()
  await phone.sees('Sans réseau : 20 réponses attendent')
  await openSecond(phone, isAccessibleOnPhones)
  for (let index = 1; index <= 20; index += 1) await answer(index, ((index + 1) % 4) + 1)
  await phone.sees('Sans réseau : 40 réponses attendent')

  await until(40)
  expect(await positions()).toHaveLength(before)
  line.mend()
  const mendedAt = Date.now()
  await phone.sees('Envoyé')
  const delivered = (await positions()).slice(before)
  expect(given).toHaveLength(40)
  expect(delivered.map(({ criterionId }) => criterionId)).toEqual(given)
  return Date.parse(delivered.at(-1)?.at ?? '') - mendedAt
}

type Positioned = Extract<RoomEvent, { readonly type: 'positioned' }>

async function openSecond(phone: Visitor, look?: (phone: Visitor) => Promise<void>): Promise<void> {
  await phone.press('Tous les critères')
  await look?.(phone)
  await phone.page.evaluate(() => document.querySelectorAll<HTMLButtonElement>('.line')[1]?.click())
}

/** Touches a level of the criterion on screen. */
export async function touch(phone: Visitor, level: number): Promise<void> {
  await phone.page.waitForFunction(
    (nth) => {
      const card = document.querySelectorAll<HTMLButtonElement>('.card')[nth - 1]
      return card !== undefined && !card.disabled
    },
    { polling: 'mutation' },
    level,
  )
  await phone.page.evaluate((nth) => document.querySelectorAll<HTMLButtonElement>('.card')[nth - 1]?.click(), level)
}
