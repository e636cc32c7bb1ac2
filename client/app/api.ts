import { appTexts } from './texts-fr.ts'

/** A fault of what was sent, at a JSON Pointer. */
type RefusalFault = { readonly code: string; readonly path: string; readonly message: string }

/** The server refused, and says why in French: RFC 9457, `application/problem+json`. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly code: string
  readonly faults: readonly RefusalFault[]
  readonly requestId: string | undefined
  /** The whole body: some refusals carry more, such as the value that stands now. */
  readonly body: Readonly<Record<string, unknown>>

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    super(typeof body['title'] === 'string' ? body['title'] : appTexts.refusedWithoutReason(status))
    this.status = status
    this.code = typeof body['code'] === 'string' ? body['code'] : `http-${status}`
    this.requestId = typeof body['requestId'] === 'string' ? body['requestId'] : undefined
    this.faults = Array.isArray(body['faults']) ? body['faults'].filter(isFault) : []
    this.body = body
  }
}

/** The server could not be reached. Nothing is known of what was asked: it may have been done. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'

  constructor(cause: unknown) {
    super(appTexts.unreachable, { cause })
  }
}

type RequestOptions = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON, or as it is when it is a form. */
  readonly body?: unknown
  /** Lets the request outlive the page. */
  readonly keepalive?: boolean
  readonly signal?: AbortSignal
}

let onSignedOut: () => void = () => {}

/** What to do when the server says that nobody is signed in; set once by the application. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act
}

/**
 * One request to the API.
 *
 * @returns the parsed JSON, undefined when the reply has no body. Its type is the contract's word: the server is the
 * same version of the same product, so the client does not parse it again.
 * @throws {Refused} the server refused; the message is the sentence to show.
 * @throws {Unreachable} no reply came: offline is judged by that, never by `navigator.onLine`.
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const { body, signal } = options
  const isForm = body instanceof FormData
  let response: Response
  try {
    response = await fetch(`/api${path}`, {
      method: options.method ?? 'GET',
      credentials: 'same-origin',
      keepalive: options.keepalive ?? false,
      headers: {
        accept: 'application/json, application/problem+json',
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (cause) {
    if (signal?.aborted === true) throw cause
    throw new Unreachable(cause)
  }
  if (response.status === 401) onSignedOut()
  const content = await bodyOf(response)
  if (!response.ok) {
    // A proxy's own 502 to 504 means that Jalon was not there: the same as no reply.
    if (response.status >= 502 && response.status <= 504 && !isRecord(content)) throw new Unreachable(response.status)
    throw new Refused(response.status, isRecord(content) ? content : {})
  }
  return content as T
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => '')
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

function isFault(value: unknown): value is RefusalFault {
  return isRecord(value) && typeof value['message'] === 'string' && typeof value['path'] === 'string'
}

/** The sentence to show for anything that a request threw. */
export function sentenceOf(error: unknown): string {
  return error instanceof Refused || error instanceof Unreachable ? error.message : appTexts.unexpected
}

/** The sentence for one field of a form, from the faults of a refusal. */
export function faultOf(error: unknown, ...paths: readonly string[]): string | undefined {
  if (!(error instanceof Refused)) return undefined
  return error.faults.find((fault) => paths.includes(fault.path))?.message
}
