import { createAwarenessSecrets, type AwarenessSecrets } from './secrets.ts'
import { createTurns, type Turns } from './turns.ts'

export type Awareness = { readonly secrets: AwarenessSecrets; readonly turns: Turns }

export function openAwareness(secret: string): Awareness {
  return { secrets: createAwarenessSecrets(secret), turns: createTurns() }
}
