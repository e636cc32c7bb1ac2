import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { practicesAudit } from '#src/accompaniment/journeys/practices-audit.ts'
import type { RoomCommand, RoomView } from '#src/contract/rooms.ts'
import type { Browser } from '#server/pdf/browser.ts'
import { accessibilityFaults, sidewaysOverflow } from './axe.ts'
import { openVisitor, type Visitor } from './visitor.ts'

/** Somebody without an account, in front of a phone of their own. */
export async function openPhone(browser: Browser, address: string, code: string): Promise<Visitor> {
  const phone = await openVisitor(browser, address)
  await phone.page.setViewport({ width: 360, height: 640 })
  await phone.go(`/join#${code}`)
  return phone
}

/** What is on screen works for everybody, on a small phone and on the smallest. */
export async function isAccessibleOnPhones(phone: Visitor): Promise<void> {
  for (const width of [320, 360]) {
    await phone.page.setViewport({ width, height: width === 320 ? 568 : 640 })
    expect(await sidewaysOverflow(phone.page)).toEqual([])
    expect(await accessibilityFaults(phone.page)).toEqual([])
  }
}

/** Everything a page could leave on the device, the page's own files apart. */
export async function leftOnDevice(phone: Visitor): Promise<readonly string[]> {
  return phone.page.evaluate(async () => [
    ...(await indexedDB.databases()).map((database) => `database ${database.name}`),
    ...(await caches.keys()).filter((name) => !name.startsWith('jalon-join-')).map((name) => `cache ${name}`),
    ...Object.keys(window.localStorage).map((key) => `local ${key}`),
    ...Object.keys(window.sessionStorage).map((key) => `session ${key}`),
  ])
}

/** The advisor's hand on a room, without the screen. */
export type LedRoom = {
  readonly view: () => Promise<RoomView>
  readonly lead: (...commands: readonly RoomCommand[]) => Promise<void>
}

/** An accompaniment of the first method, made without the screen and led to where the team takes position. */
export async function prepareTeam(advisor: Visitor): Promise<string> {
  const { id, move } = await requested(advisor, 'utilite-sociale')
  await advisor.save(id, 'framing/audience', 'full')
  await move('schedule', 'qualified')
  await planMeetings(advisor, id, ['1', '2', '3'])
  return id
}

/** An audit of practices, led to where the team is made aware. */
export async function prepareAudit(advisor: Visitor): Promise<string> {
  const { id, move } = await requested(advisor, 'lutte-discriminations')
  await move('schedule', 'qualified')
  await planMeetings(advisor, id, practicesAudit.meetings)
  await advisor.save(id, 'framing/trigger', { trigger: 'prevention' })
  await advisor.save(id, 'framing/confidentiality', true)
  await advisor.save(id, 'framing/lead-person', 'Responsable des ressources humaines')
  await move('start-awareness', 'framing')
  return id
}

async function requested(advisor: Visitor, method: string) {
  const made = await advisor.call<{ readonly id: string }>('POST', '/accompaniments', {
    operationId: randomUUID(),
    structure: { name: 'Les Ateliers du Canal', siret: '00000193300019', kinds: ['ACI'], city: 'Pantin' },
    method,
    motive: 'other',
    referent: { name: 'Nadia Belkacem', email: 'nadia@example.org' },
  })
  const { id } = made.body
  const move = async (event: string, from: string) => {
    const path = `/accompaniments/${id}/transitions`
    const moved = await advisor.call('POST', path, { operationId: randomUUID(), event, from })
    if (moved.status !== 200) throw new Error(`${event}: ${JSON.stringify(moved.body)}`)
  }
  await advisor.save(id, 'framing/membership', { member: true, checkedOn: '2026-03-01' })
  await move('qualify', 'requested')
  await advisor.save(id, 'framing/scope', 'entity')
  await advisor.save(id, 'framing/period', '2025')
  await advisor.save(id, 'framing/pricing-accepted', true)
  return { id, move }
}

/** The last date moves it by itself. */
async function planMeetings(advisor: Visitor, id: string, meetings: readonly string[]): Promise<void> {
  for (const [index, meeting] of meetings.entries())
    await advisor.save(id, `meeting/${meeting}`, { startsAt: `2026-04-0${index + 1}T09:30`, minutes: 120 })
}

/** Prepares a live meeting with every criterion that applies. */
export async function prepareRoom(
  advisor: Visitor,
  accompanimentId: string,
  meeting: string,
  named = false,
): Promise<LedRoom> {
  const path = `/accompaniments/${accompanimentId}/rooms`
  const made = await advisor.call<RoomView>('POST', path, { operationId: randomUUID(), meeting, named })
  if (made.status !== 201) throw new Error(`no room: ${JSON.stringify(made.body)}`)
  return {
    view: async () => (await advisor.call<RoomView>('GET', `${path}/${made.body.id}`)).body,
    lead: async (...commands) => {
      for (const command of commands) {
        const sent = { operationId: randomUUID(), command }
        const done = await advisor.call('POST', `${path}/${made.body.id}/commands`, sent)
        if (done.status !== 200) throw new Error(`${command.type}: ${JSON.stringify(done.body)}`)
      }
    },
  }
}
