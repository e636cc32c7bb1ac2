import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, test } from 'vitest'
import { launchBrowser, type Browser } from '#server/pdf/browser.ts'
import { giveFortyAnswersOffline } from '#test/support/journey/forty-answers.ts'
import { openLine, type Line } from '#test/support/journey/line.ts'
import { openPhone, prepareRoom, prepareTeam } from '#test/support/journey/phone.ts'
import { startForJourney, type RunningJalon } from '#test/support/journey/running-jalon.ts'
import { openVisitor } from '#test/support/journey/visitor.ts'
import { report } from './figure.ts'

const cutMilliseconds = 10 * 60_000
const answers = 40

let jalon: RunningJalon
let line: Line
let browser: Browser

beforeAll(async () => {
  ;[jalon, browser] = await Promise.all([startForJourney({ example: 'no' }), launchBrowser(undefined)])
  line = await openLine([Number(new URL(jalon.address).port)])
})

afterAll(async () => {
  await browser?.close()
  await line?.close()
  await jalon?.stop()
})

test(
  'ten minutes without network, forty answers given meanwhile on a phone: all delivered once, in order',
  { timeout: cutMilliseconds + 180_000 },
  async () => {
    const advisor = await openVisitor(browser, jalon.address)
    await advisor.enter(jalon.advisorLink)
    const room = await prepareRoom(advisor, await prepareTeam(advisor), '1')
    const [prepared] = (await room.view()).events
    const criteria = prepared?.type === 'prepared' ? prepared.criteria : []
    await room.lead({ type: 'start' }, { type: 'present', criterionId: criteria[0] ?? '' })
    const phone = await openPhone(browser, line.address, (await room.view()).code ?? '')
    await phone.sees('Touchez votre réponse')

    let cutAt: number | undefined
    const milliseconds = await giveFortyAnswersOffline({
      phone,
      line,
      room,
      criteria,
      until: async (given) => {
        cutAt ??= performance.now()
        await pause(Math.max(0, cutAt + (given / answers) * cutMilliseconds - performance.now()))
      },
    })
    const cutMinutes = (performance.now() - (cutAt ?? 0)) / 60_000
    report('answers of ten minutes without network, delivered', answers, { atLeast: answers }, 'each once, in order')
    report(
      'network back to the last of them delivered, s, of 5 s',
      milliseconds / 1000,
      { atMost: 5 },
      `after ${cutMinutes.toFixed(2)} min`,
    )
  },
)
