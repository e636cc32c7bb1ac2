import { Refused, Unreachable } from '#client/app/api.ts'
import { newId } from '#client/app/new-id.ts'

export const mostBytes = 10 * 1024 * 1024

/**
 * Sends a file as a proof. `fetch` does not say how much has left, so this is the one place with an older request.
 *
 * @throws {Refused} the server says why in French. @throws {Unreachable} no reply came.
 */
export function uploadProof(
  accompanimentId: string,
  target: string,
  file: File,
  onPercent: (percent: number) => void,
): Promise<void> {
  const form = new FormData()
  form.append('operationId', newId())
  form.append('target', target)
  form.append('file', file)

  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/accompaniments/${accompanimentId}/proofs`)
    request.setRequestHeader('accept', 'application/json, application/problem+json')
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onPercent(total === 0 ? 0 : Math.round((100 * loaded) / total)),
    )
    request.addEventListener('load', () => {
      const body = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve()
      else reject(new Refused(request.status, body))
    })
    request.addEventListener('error', () => reject(new Unreachable(request.status)))
    request.send(form)
  })
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null ? { ...body } : {}
  } catch {
    return {}
  }
}
