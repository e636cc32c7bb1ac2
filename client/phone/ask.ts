/** What came of a request: the body, no reply at all, or a refusal with its code. */
export type Asked<T> =
  | { readonly kind: 'answered'; readonly body: T }
  | { readonly kind: 'unreachable' }
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code: string
      readonly sentence?: string
      /** How long to wait before asking again, in seconds, where the server says it. */
      readonly retryAfter?: number
    }

/** A phone in a lift waits that long, in milliseconds, before the network counts as gone. */
const patience = 10_000

/**
 * One request to the API; never throws. The body's type is the contract's word: server and page are the same version of
 * the same product.
 */
export async function ask<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Asked<T>> {
  try {
    const response = await fetch(`/api${path}`, {
      method,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patience),
      headers: {
        accept: 'application/json, application/problem+json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const content = parsed(await response.text())
    if (response.ok) return { kind: 'answered', body: content as T }
    return refusal(response, isRecord(content) ? content : undefined)
  } catch {
    return { kind: 'unreachable' }
  }
}

function refusal(response: Response, problem: Readonly<Record<string, unknown>> | undefined): Asked<never> {
  const { status } = response
  // A proxy's own page, or a server that is starting or stopping: Jalon was not there.
  if (status >= 500 && (problem === undefined || status !== 500)) return { kind: 'unreachable' }
  const retryAfter = Number(response.headers.get('retry-after') ?? problem?.['retryAfter'])
  return {
    kind: 'refused',
    status,
    code: typeof problem?.['code'] === 'string' ? problem['code'] : `http-${status}`,
    ...(typeof problem?.['title'] === 'string' ? { sentence: problem['title'] } : {}),
    ...(Number.isFinite(retryAfter) && retryAfter > 0 ? { retryAfter } : {}),
  }
}

function parsed(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
