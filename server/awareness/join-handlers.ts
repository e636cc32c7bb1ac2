import type { PerceptionSheet, QuizSheet } from '#src/contract/awareness.ts'
import type { Problem } from '#src/contract/problems.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { findNetworkName } from '#server/database/queries/accounts.ts'
import { findForSystem } from '#server/database/queries/accompaniments.ts'
import { findByTicket, findCampaignById } from '#server/database/queries/awareness/perception.ts'
import { findQuizRound } from '#server/database/queries/awareness/quiz.ts'
import { findStructure } from '#server/database/queries/structures.ts'
import { transact, type Db } from '#server/database/unit-of-work.ts'
import { localDay } from '#server/dossiers/today.ts'
import type { JoinHandler } from '#server/rooms/join.ts'
import type { Services } from '#server/services.ts'
import { sectionsOf } from './sections-of.ts'
import { perceptionSheet, quizSheet } from './sheets.ts'

/**
 * What a quiz code and a perception ticket open: a sheet to answer, the same for everybody, and no seat. Entering writes
 * nothing, and a ticket that was used opens the same sheet: who looks at somebody's ticket learns nothing.
 */
export const awarenessJoinHandlers: Readonly<Record<'quiz' | 'perception', JoinHandler>> = {
  quiz: async (services, { found }) => {
    if (found === undefined) return unknown
    const sheet = await transact(services.db, found.networkId, (tx) => sheetOfQuiz(services, tx, found.subjectId))
    return sheet.ok ? ok({ reply: { kind: 'quiz', sheet: sheet.value } }) : sheet
  },

  perception: async (services, { code }) => {
    const ticketHash = services.awareness.secrets.ticketHash(code)
    const found = await services.db.transaction().execute((tx) => findByTicket(tx, ticketHash))
    if (found === undefined) return unknown
    const { networkId, campaignId } = found
    const sheet = await transact(services.db, networkId, (tx) => sheetOfSurvey(services, tx, networkId, campaignId))
    return sheet.ok ? ok({ reply: { kind: 'perception', sheet: sheet.value } }) : sheet
  },
}

const unknown = refused<Problem>({ code: 'code-unknown' })

async function sheetOfQuiz(services: Services, tx: Db, roundId: string): Promise<Result<QuizSheet, Problem>> {
  const round = await findQuizRound(tx, roundId)
  const access = round?.closedOn === null ? await findForSystem(tx, round.accompanimentId) : undefined
  return round === undefined || access === undefined
    ? unknown
    : ok(quizSheet(sectionsOf(services, access).quiz, round.round))
}

async function sheetOfSurvey(
  services: Services,
  tx: Db,
  networkId: string,
  campaignId: string,
): Promise<Result<PerceptionSheet, Problem>> {
  const campaign = await findCampaignById(tx, campaignId)
  if (campaign === undefined || campaign.closedOn !== null || campaign.until < localDay(services.clock()))
    return unknown
  const access = await findForSystem(tx, campaign.accompanimentId)
  const structure = access === undefined ? undefined : await findStructure(tx, access.structureId)
  const perception = access === undefined ? undefined : sectionsOf(services, access).perception
  if (structure === undefined || perception === undefined) return unknown

  const network = await findNetworkName(tx, networkId)
  return ok(perceptionSheet(perception, { structure: structure.name, network, until: campaign.until }))
}
