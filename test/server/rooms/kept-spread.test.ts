import { afterAll, beforeAll, expect, test } from 'vitest'
import { spreadOf } from '#src/room/spread.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'
import { answer, aRoom, type DrivenRoom } from './a-room.ts'

let app: TestApp

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const criterionId = 'critere-1'
const level = (value: 1 | 2 | 3 | 4) => ({ level: value }) as const

async function entriesOf(room: DrivenRoom) {
  const { entries } = (await room.driven.advisor.get(`/accompaniments/${room.driven.id}`)).body
  return { kept: entries[`spread/${criterionId}`], agreed: entries[`criterion/${criterionId}`] }
}

async function agree(room: DrivenRoom): Promise<void> {
  const baseRevision = (await entriesOf(room)).agreed?.revision ?? 0
  await room.lead({ type: 'agree', criterionId, answer: level(2), baseRevision })
}

async function votes(room: DrivenRoom, ...levels: readonly (1 | 2 | 3 | 4)[]): Promise<void> {
  for (const each of levels) await answer(await room.join(), criterionId, level(each))
}

test('agreed on twice without having been shown, it moves by three people at least all the same', async () => {
  const room = await aRoom(app)
  await votes(room, 2, 2, 2)
  await agree(room)
  await votes(room, 4)
  await agree(room)
  expect((await entriesOf(room)).kept.value).toEqual(spreadOf([level(2), level(2), level(2)]))

  await room.lead({ type: 'reveal', criterionId })
  expect((await room.view()).events.at(-1)).toMatchObject({ answered: 4, spread: { level2: 3, level4: 0 } })
  await votes(room, 4, 1)
  await agree(room)
  expect((await entriesOf(room)).kept.value).toMatchObject({ level1: 1, level2: 3, level4: 2 })
})

test('with names it is kept as it stands each time', async () => {
  const room = await aRoom(app, { named: true })
  for (const name of ['A', 'B', 'C']) await answer(await room.join(name), criterionId, level(2))
  await agree(room)
  await answer(await room.join('D'), criterionId, level(4))
  await agree(room)
  expect((await entriesOf(room)).kept.value).toMatchObject({ level2: 3, level4: 1 })
})

test('what a later meeting agreed on with fewer than three answers does not stand beside the spread of another', async () => {
  const room = await aRoom(app)
  await votes(room, 1, 1, 1)
  await agree(room)
  await room.lead({ type: 'close' })

  const later = await aRoom(app, { driven: room.driven })
  await votes(later, 2)
  await agree(later)
  expect((await entriesOf(later)).kept).toMatchObject({ value: null })
})
