import type { NotComputableReason, OverallScore } from '#src/scoring/score.ts'
import { capitalised, fr, inLetters, listFr, numberFr, plural } from './french.ts'
import type { Synthesis } from './synthesis.ts'

/** Every sentence of the document that is not the team's own nor the questionnaire's. Headings are findings. */
export const texts = {
  kinds: {
    AI: 'association intermédiaire',
    ACI: 'atelier et chantier d’insertion',
    EI: 'entreprise d’insertion',
    ETTI: 'entreprise de travail temporaire d’insertion',
    EITI: 'entreprise d’insertion par le travail indépendant',
    OTHER: 'structure adhérente',
  },
  gradeMeaning: {
    A: 'indicateur calculé et pièce',
    B: 'pièce ou témoignage vérifiable',
    C: 'déclaration de l’équipe',
  },
  grades: {
    A: { name: 'Indicateur et pièce', rule: 'valeur calculée, au moins une pièce' },
    B: { name: 'Pièce ou témoignage', rule: 'document, lien, témoignage daté' },
    C: { name: 'Déclaration', rule: 'niveau 3 ou 4 en C : à démontrer, jamais un point fort' },
  },
  notComputable: {
    'nothing-applicable': 'aucun critère ne concerne la structure',
    'nothing-answered': 'aucun critère n’a de niveau',
    'coverage-too-low': 'moins de 60 % du poids a un niveau',
  } satisfies Readonly<Record<NotComputableReason, string>>,
  levelMeanings: [
    'au fil des demandes',
    'des actions, selon les occasions',
    'organisé et suivi pour tous',
    'effets mesurés, ouvert à d’autres',
  ],
  answers: { unknown: 'ne sait pas', unanswered: 'sans réponse', notApplicable: 'non concerné' },
  masked: 'masqué (moins de 5 personnes)',
  zeroDenominator: 'non calculable (dénominateur nul)',
  notMeasured: 'non mesuré',
} as const

type Tally = Synthesis['profile']['tally']

export function profileHeadline({ strengths, toDemonstrate }: Tally): string {
  if (strengths === 0 && toDemonstrate === 0) return 'Un premier état des lieux, pour savoir d’où l’on part'
  const strong = `${capitalised(inLetters(strengths))} ${plural(strengths, 'point fort démontré', 'points forts démontrés')}`
  const claimed = `${inLetters(toDemonstrate, 'feminine')} ${plural(toDemonstrate, 'force', 'forces')} encore à prouver`
  if (strengths === 0) return capitalised(claimed)
  return toDemonstrate === 0 ? strong : `${strong}, ${claimed}`
}

export function argumentsHeadline(count: number): string {
  return count === 1
    ? 'Une chose que nous pouvons affirmer'
    : `${capitalised(inLetters(count))} choses que nous pouvons affirmer`
}

/** What the years say where there are years; else how many values there are. */
export function indicatorsHeadline({ indicators, notMeasured }: Pick<Synthesis, 'indicators' | 'notMeasured'>): string {
  const rows = indicators.flatMap((group) => group.rows)
  const better = rows.filter(({ trend }) => trend === 'better').length
  const worse = rows.filter(({ trend }) => trend === 'worse').length
  const measured = rows.filter(({ result }) => result.kind === 'value').length
  const missing = rows.filter(({ result }) => result.kind === 'unavailable').length + notMeasured.length
  const parts: string[] = []
  if (better + worse > 0) {
    if (better > 0) {
      parts.push(`${inLetters(better)} ${plural(better, 'indicateur s’améliore', 'indicateurs s’améliorent')}`)
    }
    const noun = better > 0 ? '' : ` ${plural(worse, 'indicateur')}`
    if (worse > 0) parts.push(`${inLetters(worse)}${noun} ${plural(worse, 'se dégrade', 'se dégradent')}`)
  } else {
    parts.push(
      measured === 0
        ? 'aucune valeur encore'
        : `${inLetters(measured)} ${plural(measured, 'indicateur mesuré', 'indicateurs mesurés')}`,
    )
  }
  if (missing > 0) {
    const noun = better + worse + measured > 0 ? '' : ` ${plural(missing, 'indicateur')}`
    parts.push(`${inLetters(missing)}${noun} ${plural(missing, 'reste', 'restent')} à mesurer`)
  }
  return capitalised(parts.join(', '))
}

export function planHeadline(plan: Synthesis['plan']): string {
  const first = plan.filter(({ priority }) => priority === 'P1').length
  const count = `${capitalised(inLetters(plan.length, 'feminine'))} ${plural(plan.length, 'action')} pour progresser`
  return first === 0 || plan.length === 1
    ? count
    : `${count}, dont ${inLetters(first, 'feminine')} ${plural(first, 'prioritaire')}`
}

export function identityHeadline({ keyFigures, period }: Pick<Synthesis, 'keyFigures' | 'period'>): string {
  const count = keyFigures.length
  return count === 0
    ? 'Qui nous sommes'
    : `${capitalised(inLetters(count))} ${plural(count, 'chiffre')} pour dire l’année ${period}`
}

export function elementsHeadline(count: number): string {
  return count === 1
    ? 'Ce que notre métier apporte en plus'
    : `${capitalised(inLetters(count))} apports propres à nos métiers`
}

export function kindsText(kinds: Synthesis['structure']['kinds']): string {
  return capitalised(listFr(kinds.map((kind) => texts.kinds[kind])))
}

/** The overall score where the questionnaire asks for one, and else that there is none. */
export function overallText(overall: OverallScore | undefined): string {
  if (overall === undefined) return 'Il n’y a pas de note globale.'
  return overall.computable
    ? `Score d’ensemble : ${numberFr(overall.value)} %, moyenne des scores selon leur poids.`
    : 'Score d’ensemble : non calculé, faute de réponses.'
}

/** What the document is, and what it is not. */
export function statusText(networkName: string | undefined): string {
  const by = networkName === undefined ? '' : ` par ${networkName}`
  return fr(`Auto-évaluation accompagnée${by}, établie avec l’équipe ; ne vaut ni label ni certification.`)
}

/** What the document cannot say, from its own content. */
export function limitTexts({ profile, indicators, notMeasured }: Synthesis): readonly string[] {
  const uncomputed = profile.dimensions.flatMap(({ title, score }) =>
    score.computable ? [] : [`${title} n’a pas de score : ${texts.notComputable[score.reason]}.`],
  )
  const masked = indicators.flatMap(({ rows }) => rows).filter(({ result }) => result.kind === 'masked').length
  const { toDemonstrate } = profile.tally
  return [
    ...uncomputed.slice(0, 3),
    ...(toDemonstrate === 0
      ? []
      : [
          `${capitalised(inLetters(toDemonstrate))} ${plural(toDemonstrate, 'critère')} au niveau 3 ou 4 ${plural(toDemonstrate, 'est déclaré', 'sont déclarés')} sans preuve.`,
        ]),
    ...(masked === 0
      ? []
      : [
          `${capitalised(inLetters(masked, 'feminine'))} ${plural(masked, 'valeur porte', 'valeurs portent')} sur moins de cinq personnes et ${plural(masked, 'reste masquée', 'restent masquées')}.`,
        ]),
    ...(notMeasured.length === 0
      ? []
      : [
          `${capitalised(inLetters(notMeasured.length))} ${plural(notMeasured.length, 'indicateur')} du socle ${plural(notMeasured.length, 'n’est pas mesuré', 'ne sont pas mesurés')}.`,
        ]),
    'L’évaluation ne dit pas ce qui serait arrivé sans la structure.',
  ].map(fr)
}
