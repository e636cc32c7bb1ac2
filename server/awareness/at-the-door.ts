import type { Problem } from '#src/contract/problems.ts'
import { refused, type Result } from '#src/shared/result.ts'
import { isDoorShut, noteWrongCode } from '#server/rooms/join-codes.ts'
import type { Services } from '#server/services.ts'

/** A send tries a code as entering does, and is counted with it; of one whose code is right nothing is noted. */
export async function atTheDoor<T>(
  { db, rooms, clock }: Services,
  address: string,
  send: () => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  const bucket = rooms.bucketOf(address)
  if (await isDoorShut(db, bucket, clock())) return refused({ code: 'too-many-requests' })

  const sent = await send()
  if (!sent.ok && sent.problem.code === 'code-unknown') await noteWrongCode(db, bucket, clock())
  return sent
}
