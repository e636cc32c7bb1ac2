import type { Page } from '#server/pdf/browser.ts'

/** What rooms project: a recent projector, and the laptops behind most of them. */
const pictures = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
] as const

/** Nobody scrolls a wall: what does not fit each picture whole, once the page has drawn itself for it. */
export async function wallFaults(wall: Page): Promise<readonly string[]> {
  const faults: string[] = []
  for (const picture of pictures) {
    await wall.setViewport(picture)
    for (const fault of await wall.evaluate(faultsInPage)) faults.push(`${picture.width} px: ${fault}`)
  }
  return faults
}

/** The smallest letters that the room sees, in pixels of a 1920 px picture; controls of who leads apart. */
export async function smallestText(wall: Page, controls: string): Promise<number> {
  await wall.setViewport(pictures[0])
  return wall.$$eval(
    '#content *',
    (all, apart) =>
      Math.min(
        ...all
          .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim() !== ''))
          .filter((each) => each.closest(`.vh, svg, ${apart}`) === null && each.getClientRects().length > 0)
          .map((each) => Number.parseFloat(getComputedStyle(each).fontSize)),
      ),
    controls,
  )
}

/** Runs in the page: after the resize was handled and drawn. */
async function faultsInPage(): Promise<readonly string[]> {
  await document.fonts.ready
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  const { scrollHeight, scrollWidth } = document.documentElement
  const faults: string[] = []
  if (scrollHeight > innerHeight) faults.push(`the page is ${scrollHeight - innerHeight} px too high`)
  if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth - innerWidth} px too wide`)
  const drawn = [...document.querySelectorAll('#content *')].filter(
    (each) => each.closest('.vh, svg') === null && each.textContent !== '' && each.getClientRects().length > 0,
  )
  for (const each of drawn) {
    const { bottom, right } = each.getBoundingClientRect()
    const words = each.textContent.slice(0, 60)
    if (bottom > innerHeight + 1 || right > innerWidth + 1) faults.push(`out of the picture: ${words}`)
    const clips = getComputedStyle(each).overflow !== 'visible'
    if (clips && (each.scrollHeight > each.clientHeight + 2 || each.scrollWidth > each.clientWidth + 2))
      faults.push(`cut: ${words}`)
    // Letters that leave their own box are drawn over their neighbour.
    const box = each.parentElement?.closest('li, section')?.getBoundingClientRect()
    if (box !== undefined && bottom > box.bottom + 2) faults.push(`over its neighbour: ${words}`)
  }
  return faults
}
