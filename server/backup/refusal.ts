import { StartRefusal } from '#server/start-refusal.ts'
import { DatabaseLost } from '#server/database/backup/owner-session.ts'
import type { Reluctance } from '#server/database/backup/write-rows.ts'
import { AlreadyThere } from './new-file.ts'
import { UnusableBackup, type BackupFault } from './read-backup.ts'

/** Why nothing was backed up, or nothing restored: the person at the terminal can mend each. */
export type BackupRefusal =
  | BackupFault
  | 'file-already-there'
  | 'file-unreadable'
  | 'not-writable'
  | 'no-space-left'
  | 'nothing-to-back-up'
  | 'database-not-empty'
  | 'database-already-newer'
  | 'database-stopped'
  | 'interrupted'

export const reluctances = {
  'not-empty': 'database-not-empty',
  'already-newer': 'database-already-newer',
} as const satisfies Record<Reluctance, BackupRefusal>

/** What an exception says that can be mended; undefined for a fault of the program. */
export function refusalOf(
  error: unknown,
  signal: AbortSignal,
  unusableFile: 'file-unreadable' | 'not-writable',
): BackupRefusal | undefined {
  if (error instanceof StartRefusal) return undefined
  if (signal.aborted) return 'interrupted'
  if (error instanceof UnusableBackup) return error.fault
  if (error instanceof AlreadyThere) return 'file-already-there'
  if (error instanceof DatabaseLost) return 'database-stopped'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  // PostgreSQL's own word for a full disk, and the system's.
  if (['ENOSPC', 'EDQUOT', 'EFBIG', '53100'].includes(code)) return 'no-space-left'

  return /^E[A-Z]+$/.test(code) ? unusableFile : undefined
}
