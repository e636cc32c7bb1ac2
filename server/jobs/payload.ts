import { z } from 'zod'

/** Jobs hold ids only: what they need is read when they run. */
export const jobPayload = z.object({ networkId: z.uuid(), id: z.uuid() })
