import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { openTestApp, origin, type TestApp } from '#test/support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

/** Tries wrong codes until the door shuts, then one more from another address; the statuses of the last two. */
async function twoVisitors(trustProxy: boolean): Promise<readonly number[]> {
  const front = createApp(app.services, { trustProxy })
  const tag = trustProxy ? '7' : '8'
  const ask = async (forwarded: string) =>
    (
      await front.request(
        `${origin}/api/join`,
        {
          method: 'POST',
          headers: { origin, 'content-type': 'application/json', 'x-forwarded-for': forwarded },
          body: JSON.stringify({ code: 'BCDFGH' }),
        },
        { address: `10.0.0.${tag}` },
      )
    ).status
  let first = 404
  for (let tries = 0; tries < 80 && first !== 429; tries += 1) first = await ask(`1.1.1.1, 192.0.2.${tag}`)
  return [first, await ask(`1.1.1.1, 198.51.100.${tag}`)]
}

test('behind a trusted proxy, one visitor’s wrong codes shut the door for that visitor alone', async () => {
  expect(await twoVisitors(true)).toEqual([429, 404])
})

test('without one, what a visitor writes in headers changes nothing', async () => {
  expect(await twoVisitors(false)).toEqual([429, 429])
})
