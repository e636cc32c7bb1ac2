import { compileEntryRules, type EntryRules } from '#src/accompaniment/entry-rules.ts'
import type { LoadedQuestionnaire } from '#server/questionnaires/catalogue.ts'
import type { Access } from '#server/database/queries/accompaniments.ts'

/** What the server found out about one person in one accompaniment, and the compiled rules of its entries. */
export type Decision = { readonly access: Access; readonly rules: EntryRules; readonly today: string }

/**
 * Decisions kept in memory, so that a save asks the database once. None can outlive what it rests upon: the save carries
 * the accompaniment's `access_stamp`, and the database refuses one that has changed.
 */
export type Decisions = {
  readonly find: (userId: string, accompanimentId: string, today: string) => Decision | undefined
  readonly keep: (userId: string, access: Access, questionnaire: LoadedQuestionnaire, today: string) => Decision
  readonly forget: (userId: string, accompanimentId: string) => void
}

const mostKept = 5_000

export function createDecisions(): Decisions {
  const decisions = new Map<string, Decision>()
  const compiled = new Map<string, EntryRules>()

  return {
    find: (userId, accompanimentId, today) => {
      const decision = decisions.get(`${userId} ${accompanimentId}`)
      // A dated access may end at midnight.
      return decision?.today === today ? decision : undefined
    },
    keep: (userId, access, { questionnaire, sha256 }, today) => {
      const kind = `${sha256} ${[...access.kinds].toSorted().join()}`
      const rules = compiled.get(kind) ?? compileEntryRules(questionnaire, access.kinds)
      compiled.set(kind, rules)
      if (decisions.size >= mostKept) decisions.clear()
      const decision = { access, rules, today }
      decisions.set(`${userId} ${access.id}`, decision)
      return decision
    },
    forget: (userId, accompanimentId) => {
      decisions.delete(`${userId} ${accompanimentId}`)
    },
  }
}
