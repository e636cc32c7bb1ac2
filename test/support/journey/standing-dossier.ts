import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import type { SynthesisView } from '#src/contract/syntheses.ts'
import type { Visitor } from './visitor.ts'

/** What stands on the server, read through a visitor's own session. */
export function dossierOf(visitor: Visitor, id: string) {
  const state = async () => (await visitor.call<AccompanimentView>('GET', `/accompaniments/${id}`)).body
  const syntheses = async () =>
    (await visitor.call<readonly SynthesisView[]>('GET', `/accompaniments/${id}/syntheses`)).body

  return {
    state,
    syntheses,
    entry: async (key: string) => (await state()).entries[key],
    revision: async (wanted: number) => (await syntheses()).find(({ revision }) => revision === wanted),
    actions: async (): Promise<readonly { readonly key: string; readonly value: object }[]> =>
      Object.values((await state()).entries).flatMap(({ key, value }) =>
        key.startsWith('action/') && typeof value === 'object' && value !== null ? [{ key, value }] : [],
      ),
    /** The claims of the key arguments, in the team's order. */
    claims: async (): Promise<readonly unknown[]> => {
      const { entries } = await state()
      const order = entries['arguments-order']?.value
      return (Array.isArray(order) ? order : []).map((each) => {
        const value = entries[`argument/${String(each)}`]?.value
        return typeof value === 'object' && value !== null && 'claim' in value ? value.claim : undefined
      })
    },
  }
}

export type StandingDossier = ReturnType<typeof dossierOf>

/** The smallest file that every reader takes for a PDF. */
export const smallPdf =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'

/** The second window of the same person, for the room to look at. */
export async function openRoom(visitor: Visitor, address: string) {
  const page = await visitor.page.browserContext().newPage()
  await page.setViewport({ width: 1920, height: 1080 })
  await page.goto(`${address}/room`)
  return {
    close: () => page.close(),
    // A window behind another draws nothing: it is asked at intervals, not at each drawing.
    sees: async (text: string) => {
      await page.waitForFunction(
        (wanted) =>
          document.body.textContent
            .replaceAll('\u00a0', ' ')
            .replaceAll('’', "'")
            .includes(wanted.replaceAll('’', "'")),
        { polling: 100, timeout: 10_000 },
        text,
      )
    },
  }
}

/** Dates the follow-up point: both points have a field of the same name. */
export async function datePoint({ page }: Visitor, point: 'm6' | 'm12', startsAt: string): Promise<void> {
  const input = await page.waitForSelector(`[id="meeting/${point}"] input[type="datetime-local"]`)
  await input?.evaluate((element, value) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(element, value)
    element.dispatchEvent(new Event('input', { bubbles: true }))
  }, startsAt)
}
