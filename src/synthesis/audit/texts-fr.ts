import { capitalised, inLetters, listFr, plural } from '#src/synthesis/french.ts'
import type { AuditSynthesis, AuditTally } from './model/audit-synthesis.ts'
import type { PerceptionPart, Reading } from './model/perception.ts'
import type { PublicStep } from './model/public-page.ts'
import type { QuizPart } from './model/quiz.ts'

/** Every sentence of both documents that is not the team's own nor the questionnaire's. Headings are findings. */
export const auditTexts = {
  confidential: 'Confidentiel',
  example: 'Structure d’exemple, données inventées',
  internalName: 'Synthèse interne',
  readings: {
    lower: 'La règle existe, elle ne se voit pas : perception plus basse que l’audit',
    same: 'L’audit et les personnes disent la même chose',
    higher: 'Mieux perçu que constaté : rassurer ne suffit pas',
    alone: 'Sans comparaison possible avec l’audit',
    experience: 'Vécu et vu',
    masked: 'Trop peu de réponses dans une case : répartition masquée',
  } satisfies Readonly<Record<Reading, string>>,
  steps: {
    'practices-read': {
      title: 'Nos pratiques relues en équipe',
      detail: 'Étape par étape, de la première rencontre jusqu’au départ.',
    },
    'team-aware': {
      title: 'Toute l’équipe sensibilisée',
      detail: 'Des cas concrets, travaillés et discutés ensemble.',
    },
    'people-asked': {
      title: 'La parole donnée à chaque personne',
      detail: 'Un questionnaire anonyme et facultatif, proposé à tous.',
    },
    'person-named': { title: 'Une personne à qui parler', detail: 'Elle écoute, oriente et garde la confidence.' },
    'plan-decided': {
      title: 'Un plan de progrès décidé',
      detail: 'Des actions datées, chacune avec une personne responsable.',
    },
  } satisfies Readonly<Record<PublicStep, { readonly title: string; readonly detail: string }>>,
  poster: {
    signed: 'La direction',
    done: 'Ce que nous avons fait',
    planned: 'Ce que nous allons faire',
    nothingPlanned: 'Nos prochaines actions seront affichées ici.',
    call: 'Une question, une idée ? Parlez-en.',
    here: 'Chez nous, en confiance',
    hereUnknown: 'La personne de votre choix',
    hereText: 'Une personne de l’équipe, de la direction ou du comité social et économique vous écoute.',
    hereListens: 'vous écoute.',
    outside: 'Dehors, gratuitement',
  },
} as const

export function mapHeadline({ legal, legalInPlace, legalToStrengthen, warnings }: AuditTally): string {
  if (legal === 0) return 'Les étapes, une à une'
  const unknown = legal - legalInPlace - legalToStrengthen - warnings
  if (unknown === legal)
    return `${capitalised(inLetters(legal))} ${plural(legal, 'critère légal', 'critères légaux')}, sans niveau encore`
  const parts = [
    legalInPlace > 0 ? `${inLetters(legalInPlace)} en place` : 'aucun en place',
    ...(legalToStrengthen > 0 ? [`${inLetters(legalToStrengthen)} à renforcer`] : []),
    ...(warnings > 0 ? [`${inLetters(warnings, 'feminine')} ${plural(warnings, 'vigilance')}`] : []),
    ...(unknown > 0 ? [`${inLetters(unknown)} sans niveau`] : []),
  ]
  return `${capitalised(inLetters(legal))} ${plural(legal, 'critère légal', 'critères légaux')} : ${parts.join(', ')}`
}

export function findingsHeadline({ supports, warnings, tally }: AuditSynthesis): string {
  const strong = `${inLetters(tally.strengths)} ${plural(tally.strengths, 'point')} d’appui`
  const watched = `${inLetters(warnings.length, 'feminine')} ${plural(warnings.length, 'vigilance')}`
  if (tally.legal > 0 && legalLevelled(tally) === 0) {
    return supports.length === 0
      ? 'Trop tôt pour dire ce qui tient et ce qu’il faut lever'
      : capitalised(`${strong}, les critères légaux restent à lire`)
  }
  if (supports.length === 0 && warnings.length === 0) return 'Ni point d’appui démontré, ni vigilance légale'
  if (supports.length === 0) return capitalised(`${watched} à lever, des appuis à démontrer`)
  return warnings.length === 0
    ? capitalised(`${strong}, aucune vigilance légale`)
    : capitalised(`${strong} pour lever ${watched}`)
}

/** Where no legal criterion is at level 1: which were read, for what was not read holds no good news. */
export function noWarningText(tally: AuditTally): string {
  const unread = tally.legal - legalLevelled(tally)
  if (tally.legal === 0) return 'Aucun critère légal ne s’applique ici.'
  if (unread === tally.legal) {
    return 'Aucun critère légal n’a encore de niveau : on ne sait pas s’il y a une vigilance.'
  }
  return [
    'Aucun critère légal n’est au niveau 1.',
    ...(tally.legalToStrengthen === 0
      ? []
      : ['Les critères légaux au niveau 2 restent à renforcer : ils ouvrent le plan de progrès.']),
    ...(unread === 0
      ? []
      : [
          `${capitalised(inLetters(unread))} ${plural(unread, 'critère légal n’a', 'critères légaux n’ont')} pas encore de niveau.`,
        ]),
  ].join(' ')
}

function legalLevelled({ legalInPlace, legalToStrengthen, warnings }: AuditTally): number {
  return legalInPlace + legalToStrengthen + warnings
}

export function supportsBand({ supports, tally }: AuditSynthesis): string {
  const count = supports.length
  if (count === 0) return 'Points d’appui'
  const all = tally.strengths > count ? ` sur ${inLetters(tally.strengths)}` : ''
  return `${capitalised(inLetters(count))} ${plural(count, 'point d’appui', 'points d’appui')}${all} : ce qui tient et se prouve`
}

export function warningsBand(count: number): string {
  return count === 0
    ? 'Vigilances'
    : `${capitalised(inLetters(count, 'feminine'))} ${plural(count, 'vigilance')} : la loi est en jeu, l’échéance est de trois mois au plus`
}

export function contextHeadline({ stages }: AuditSynthesis): string {
  const count = stages.length
  return `${capitalised(inLetters(count, 'feminine'))} ${plural(count, 'étape relue', 'étapes relues')} en équipe, pour décider et non pour juger`
}

/** Who was asked and why nothing is shown; never an empty frame. */
export function quizAbsence(quiz: QuizPart): string | undefined {
  return quiz.kind === 'shown'
    ? undefined
    : 'Aucun résultat de groupe à montrer : le quiz n’a pas été mené, ou moins de sept personnes y ont répondu.'
}

export function quizHeadline({ before, after }: Extract<QuizPart, { kind: 'shown' }>): string {
  if (after === undefined) return 'Le quiz de l’équipe, avant la sensibilisation'
  if (before === undefined) return 'Le quiz de l’équipe, après la sensibilisation'
  if (after.mean > before.mean) return 'Le quiz : l’équipe repère mieux'
  return after.mean < before.mean ? 'Le quiz : l’équipe a encore à revoir' : 'Le quiz : autant de bonnes réponses'
}

export function perceptionAbsence(part: PerceptionPart): string | undefined {
  if (part.kind === 'shown') return undefined
  const sentences = {
    'not-asked': 'L’enquête anonyme n’a pas été menée ; ce document ne dit que ce que l’équipe a constaté.',
    skipped: 'L’enquête anonyme n’a pas été menée.',
    'too-few': 'L’enquête a reçu moins de sept réponses : rien n’en est montré, pour que personne ne soit reconnu.',
    'still-open': 'L’enquête est encore ouverte : ses résultats paraîtront à sa clôture.',
  }
  return `${sentences[part.why]}${part.reason === undefined ? '' : ` Motif : ${part.reason}`}`
}

/** Two findings at most: the heading holds in two lines, the table says the rest. */
export function perceptionHeadline({ rows }: Extract<PerceptionPart, { kind: 'shown' }>): string {
  const count = (reading: Reading) => rows.filter((row) => row.reading === reading).length
  const parts = [
    ...(count('lower') > 0
      ? [
          `${inLetters(count('lower'), 'feminine')} ${plural(count('lower'), 'règle')} encore à rendre ${plural(count('lower'), 'visible')}`,
          ...(count('same') > 0
            ? [`${inLetters(count('same'))} ${plural(count('same'), 'constat partagé', 'constats partagés')}`]
            : []),
        ]
      : []),
    ...(count('higher') > 0
      ? [
          `${inLetters(count('higher'))} ${plural(count('higher'), 'point mieux perçu que constaté', 'points mieux perçus que constatés')}`,
        ]
      : []),
  ]
  return parts.length === 0 ? 'Ce que disent les personnes, sans leur nom' : capitalised(listFr(parts.slice(0, 2)))
}

export function auditPlanHeadline({ plan, warnings, suggestions }: AuditSynthesis): string {
  if (plan.length === 0 && suggestions.length === 0) return 'Le plan reste à décider'
  if (plan.length === 0) return 'Le plan reste à décider : voici par où commencer'
  const lifting = plan.filter(({ warning }) => warning !== undefined).length
  const count = `${capitalised(inLetters(plan.length, 'feminine'))} ${plural(plan.length, 'action')} pour progresser`
  if (warnings.length === 0 || lifting === 0) return count
  return plan.length === lifting
    ? `${count}, toutes pour lever une vigilance`
    : `${count}, dont ${inLetters(lifting, 'feminine')} pour lever ${plural(lifting, 'une vigilance', 'les vigilances')}`
}

/** What the document cannot say, from its own content. */
export function auditLimits({ stages, tally, quiz, perception }: AuditSynthesis): readonly string[] {
  const uncomputed = stages.filter(({ score }) => !score.computable).length
  return [
    ...(uncomputed === 0
      ? []
      : [
          `${capitalised(inLetters(uncomputed, 'feminine'))} ${plural(uncomputed, 'étape n’a', 'étapes n’ont')} pas de score : moins de 60 % du poids a un niveau.`,
        ]),
    ...(tally.toDemonstrate === 0
      ? []
      : [
          `${capitalised(inLetters(tally.toDemonstrate))} ${plural(tally.toDemonstrate, 'critère')} au niveau 3 ou 4 ${plural(tally.toDemonstrate, 'est déclaré', 'sont déclarés')} sans preuve.`,
        ]),
    ...(quiz.kind === 'none' ? ['Sans quiz, le document ne dit pas ce que l’équipe sait repérer.'] : []),
    ...(perception.kind === 'none'
      ? ['Sans enquête, il ne dit pas ce que vivent les personnes.']
      : ['L’enquête est facultative : celles et ceux qui n’ont pas répondu pensent peut-être autrement.']),
    'Une auto-évaluation ne dit pas si la loi est respectée : elle dit où regarder, et quoi renforcer d’abord.',
  ]
}
