import type { Dossier, DossierStructure } from '#src/accompaniment/dossier.ts'
import type { Entry, EntryValue } from '#src/accompaniment/entry.ts'
import type { GuardInput } from '#src/accompaniment/guards/guard.ts'
import type { Journey } from '#src/accompaniment/journeys/journey.ts'
import { journeyOf } from '#src/accompaniment/journeys/journey-of.ts'
import { answerSheetOf } from '#src/accompaniment/sheet.ts'
import type { AnswerSheet } from '#src/answers/answer-sheet.ts'
import type { Person } from '#src/contract/people.ts'
import type { ProofView } from '#src/contract/proofs.ts'
import type { Structure } from '#src/contract/structures.ts'
import type { SynthesisView } from '#src/contract/syntheses.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import type { Access } from '#server/database/queries/accompaniments.ts'
import { findSurvey } from '#server/awareness/find-survey.ts'
import { listEntries } from '#server/database/queries/entries.ts'
import { listPeople } from '#server/database/queries/people.ts'
import { listProofs } from '#server/database/queries/proofs.ts'
import { findStructure } from '#server/database/queries/structures.ts'
import { listSynthesisRows, type SynthesisRow } from '#server/database/queries/syntheses.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { withoutNulls } from '#server/database/without-nulls.ts'
import type { LoadedQuestionnaire } from '#server/questionnaires/catalogue.ts'

/** All the versions at hand, by `id@version`. */
export type Questionnaires = ReadonlyMap<string, LoadedQuestionnaire>

/** Everything about one accompaniment, as rows and as the pure rules want it. */
export type LoadedDossier = {
  readonly access: Access
  readonly structure: Structure
  readonly entries: readonly Entry[]
  readonly proofs: readonly ProofView[]
  readonly people: readonly Person[]
  readonly syntheses: readonly SynthesisView[]
  readonly sheet: AnswerSheet
  /** What guards look at; holds the questionnaire, the dossier and the score. */
  readonly input: GuardInput
}

export async function loadDossier(
  questionnaires: Questionnaires,
  tx: Db,
  access: Access,
  today: string,
): Promise<LoadedDossier> {
  const { questionnaire, sha256 } = questionnaireOf(questionnaires, access)
  const structure = await findStructure(tx, access.structureId)
  if (structure === undefined) throw new Error(`accompaniment ${access.id} has no structure`)

  // One connection serves a transaction: these run one after the other anyway.
  const entries = await listEntries(tx, access.id)
  const proofs = await listProofs(tx, access.id)
  const people = await listPeople(tx, access.id)
  const syntheses = synthesisViews(await listSynthesisRows(tx, access.id), access.frozen, lastChange(entries, proofs))
  const survey = await findSurvey(tx, access.id, today)
  const dossier = dossierOf(journeyOf(questionnaire), { access, structure, entries, proofs, people, syntheses, survey })
  const sheet = answerSheetOf(questionnaire, dossier)
  const score = scoreAnswerSheet(questionnaire, sha256, sheet)

  return {
    access,
    structure,
    entries,
    proofs,
    people,
    syntheses,
    sheet,
    input: { questionnaire, dossier, score, today },
  }
}

/** The very version that was pinned; it is stored, so its absence is a fault of the installation. */
export function questionnaireOf(questionnaires: Questionnaires, access: Access): LoadedQuestionnaire {
  const loaded = questionnaires.get(`${access.questionnaireId}@${access.questionnaireVersion}`)
  if (loaded === undefined || loaded.sha256 !== access.questionnaireSha256)
    throw new Error(`the questionnaire of accompaniment ${access.id} is not the one it was started with`)
  return loaded
}

type Parts = Pick<LoadedDossier, 'access' | 'structure' | 'entries' | 'proofs' | 'people' | 'syntheses'> & {
  readonly survey: Dossier['survey']
}

function dossierOf(
  journey: Journey,
  { access, structure, entries, proofs, people, syntheses, survey }: Parts,
): Dossier {
  return {
    state: access.state,
    ...(access.resumeState === null ? {} : { resumeState: access.resumeState }),
    structure: dossierStructure(structure),
    entries: new Map(
      entries.flatMap(({ key, value }): [string, EntryValue][] => (value === null ? [] : [[key, value]])),
    ),
    proofs: proofs.map(({ target, kind, name, testimony }) => ({
      target,
      kind,
      name,
      ...(testimony === undefined ? {} : { testimony }),
    })),
    people,
    // An invitation is written in the same transaction as the person it invites.
    ...(survey === undefined ? {} : { survey }),
    invitationSent: people.some(({ role }) => role === 'referent'),
    synthesisPrinted: journey.audiences.every((audience) =>
      syntheses.some((view) => view.audience === audience && view.state === 'ready' && view.current),
    ),
  }
}

function dossierStructure({ name, siret, kinds, department, member }: Structure): DossierStructure {
  return {
    name,
    kinds,
    ...(siret === undefined ? {} : { siret }),
    ...(department === undefined ? {} : { department }),
    ...(member === undefined ? {} : { member }),
  }
}

/** Authorisations and appointments are not printed from the content: they do not make a print out of date. */
function lastChange(entries: readonly Entry[], proofs: readonly ProofView[]): string {
  const instants = [
    ...entries.filter(({ key }) => !/^(consent|meeting)\//.test(key)).map(({ updatedAt }) => updatedAt),
    ...proofs.map(({ addedAt }) => addedAt),
  ]
  return instants.reduce((last, instant) => (instant > last ? instant : last), '')
}

/** Before delivery the current print is the newest that shows the present content; after, the newest revision. */
function synthesisViews(rows: readonly SynthesisRow[], frozen: boolean, changedAt: string): readonly SynthesisView[] {
  return rows.map((row) => {
    const same = rows.filter(({ audience }) => audience === row.audience)
    const newest = Math.max(...same.map(({ revision }) => revision))
    const firstDraft = same.find(({ revision }) => revision === 0)
    const requestedAt = row.requestedAt.toISOString()
    const current = frozen ? row.revision === newest : row === firstDraft && requestedAt >= changedAt
    return { ...withoutNulls(row), requestedAt, current }
  })
}
