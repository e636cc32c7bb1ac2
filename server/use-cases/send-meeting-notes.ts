import { isUnreachable } from '#src/access/reachable.ts'
import { journeyOf } from '#src/accompaniment/journeys/journey-of.ts'
import { nextSteps } from '#src/accompaniment/missing-steps.ts'
import {
  criterionAnswer,
  meeting as meetingEntry,
  meetingTasks,
  parkedPoints,
  type Dossier,
} from '#src/accompaniment/dossier.ts'
import { meetingNotesBody, type MeetingNotesBody, type MeetingNotesReply } from '#src/contract/meeting-notes.ts'
import type { Problem } from '#src/contract/problems.ts'
import type { Criterion, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { appendAudit } from '#server/database/queries/journal.ts'
import { loadDossier, type LoadedDossier } from '#server/dossiers/load-dossier.ts'
import { postMail } from '#server/mail/post-mail.ts'
import { mailTexts, type MeetingNotes } from '#server/mail/texts-fr.ts'
import { onAccompaniment } from './on-accompaniment.ts'
import { invalid } from './parse-body.ts'

/**
 * What a meeting decided, what is missing and who does what, by mail to people of the accompaniment. Where the journey is
 * confidential the mail counts and links, and quotes nothing. An advisor's notes and positions never leave.
 */
export const sendMeetingNotes = onAccompaniment<MeetingNotesBody, MeetingNotesReply, { readonly meeting: string }>({
  name: 'send-meeting-notes',
  action: 'send-meeting-notes',
  effect: 'writes',
  body: meetingNotesBody,
  act: async ({
    services,
    tx,
    actor,
    access,
    params,
    body,
    now,
    today,
  }): Promise<Result<MeetingNotesReply, Problem>> => {
    const loaded = await loadDossier(services.questionnaires, tx, access, today)
    const { questionnaire } = loaded.input
    if (!journeyOf(questionnaire).meetings.includes(params.meeting)) return refused({ code: 'not-found' })

    const unknown = body.decided.findIndex((id) => criterionOf(questionnaire, id) === undefined)
    if (unknown !== -1) return invalid('unknown-criterion', 'decided', unknown)
    const here = loaded.people.filter(({ expiresOn }) => expiresOn === undefined || expiresOn >= today)
    const stranger = body.recipients.findIndex((id) => !here.some(({ userId }) => userId === id))
    if (stranger !== -1) return invalid('unknown-value', 'recipients', stranger)

    const notes = notesOf(loaded, params.meeting, body.decided, actor.name)
    const reached = access.isExample
      ? []
      : here.filter(({ userId, email }) => body.recipients.includes(userId) && !isUnreachable(email))
    const link = `${services.baseUrl}/accompaniments/${access.id}/meeting#closing`
    for (const { name, email } of reached)
      await postMail(tx, { networkId: access.networkId, to: { name, email }, link, now }, 'meeting-notes', notes)
    await appendAudit(tx, {
      networkId: access.networkId,
      at: now,
      actorId: actor.userId,
      action: 'meeting-notes-sent',
      accompanimentId: access.id,
      subject: params.meeting,
    })
    return ok({ sent: reached.length })
  },
})

function notesOf(
  { input, structure }: LoadedDossier,
  meeting: string,
  decided: readonly string[],
  sender: string,
): MeetingNotes {
  const { questionnaire, dossier } = input
  const { confidential } = journeyOf(questionnaire)
  const answered = decided.filter((id) => criterionAnswer(dossier, id) !== undefined)
  const tasks = meetingTasks(dossier, meeting).filter(({ done }) => done !== true)
  const startsAt = meetingEntry(dossier, meeting)?.startsAt
  const shown = <T>(items: readonly T[]): readonly T[] => (confidential ? [] : items)

  return {
    structure: structure.name,
    meeting,
    day: startsAt === undefined ? '' : longDay(startsAt.slice(0, 10)),
    sender,
    confidential,
    decidedCount: answered.length,
    decided: shown(answered.map((id) => decisionOf(questionnaire, dossier, id))),
    missingCount: nextSteps(input, 'advisor')[0]?.missing.length ?? 0,
    parked: shown(parkedPoints(dossier).map(({ text }) => text)),
    tasks: shown(
      tasks.map(({ text, owner, dueOn }) =>
        mailTexts.task(text, owner, dueOn === undefined ? undefined : longDay(dueOn)),
      ),
    ),
    tasksCount: tasks.length,
  }
}

function decisionOf(questionnaire: Questionnaire, dossier: Dossier, id: string): string {
  const answer = criterionAnswer(dossier, id)
  const title = criterionOf(questionnaire, id)?.title ?? id
  if (answer === undefined) return title
  const words =
    'level' in answer
      ? mailTexts.level(answer.level, questionnaire.levelNames?.[answer.level - 1])
      : 'unknown' in answer
        ? mailTexts.unknown
        : mailTexts.notApplicable
  return mailTexts.decided(title, words, answer.example)
}

function criterionOf({ dimensions }: Questionnaire, id: string): Criterion | undefined {
  return dimensions.flatMap(({ criteria }) => criteria).find((each) => each.id === id)
}

/** « 1er avril 2026 »: the first of a month alone is an ordinal in French. */
function longDay(day: string): string {
  const words = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
  return words.format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, '1er ')
}
