import type { Problem } from '#src/contract/problems.ts'
import type { Result } from '#src/shared/result.ts'
import type { Services } from '#server/services.ts'

/** A send tries a code as entering does, and is counted with it; of one whose code is right nothing is noted. */
export function atTheDoor<T>(
  { rooms }: Services,
  address: string,
  send: () => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  return rooms.door(rooms.bucketOf(address), send)
}
