import { createAwarenessSecrets, type AwarenessSecrets } from './secrecy/secrets.ts'
import { createTurns, type Turns } from './secrecy/turns.ts'

export type Awareness = { readonly secrets: AwarenessSecrets; readonly turns: Turns }

export function openAwareness(secret: string): Awareness {
  return { secrets: createAwarenessSecrets(secret), turns: createTurns() }
}
