import { capitalised, dayFr, fr, numberFr, shortened, siretFr } from '#src/synthesis/french.ts'
import { Rows, Section } from '#src/synthesis/pages/section.tsx'
import { kindsText } from '#src/synthesis/texts-fr.ts'
import { QuizChart } from '#src/synthesis/audit/charts/quiz-chart.tsx'
import { Scales } from '#src/synthesis/audit/charts/scales.tsx'
import type { AuditSynthesis } from '#src/synthesis/audit/model/audit-synthesis.ts'
import type { QuizPart } from '#src/synthesis/audit/model/quiz.ts'
import {
  auditPlanHeadline,
  contextHeadline,
  findingsHeadline,
  mapHeadline,
  perceptionHeadline,
  quizAbsence,
  quizHeadline,
} from '#src/synthesis/audit/texts-fr.ts'

/** Who, when, and what stays among whom; then what the team could tell apart, before and after. */
export function Context({ audit }: { readonly audit: AuditSynthesis }) {
  const { structure, about, leadPerson, meetings, period } = audit
  const rows: readonly (readonly [string, string])[] = [
    // The cover has it whole unless it is longer than this.
    ...(structure.name.length > 180 ? [['Structure', structure.name] as const] : []),
    ['Type', kindsText(structure.kinds)],
    ...(structure.siret === undefined ? [] : [['SIRET', siretFr(structure.siret)] as const]),
    ...(about.length === 0
      ? []
      : [
          [
            'Activités et territoire',
            shortened(about.map((text) => text.replace(/\.$/, '')).join(' ; '), mostSigns),
          ] as const,
        ]),
    ['Année évaluée', period],
    ...(leadPerson === undefined
      ? []
      : [['Personne référente', capitalised(shortened(leadPerson, mostSigns))] as const]),
  ]
  return (
    <Section id="cadre" kicker="Contexte et confidentialité" title={contextHeadline(audit)}>
      <div className="grid">
        <div className="c4">
          <h3 className="h3">La structure</h3>
          <Rows rows={rows} />
        </div>
        <div className="c4">
          <h3 className="h3">La démarche</h3>
          {meetings.length > 0 ? (
            <Rows rows={meetings.map(({ label, on }) => [label, dayFr(on)] as const)} />
          ) : (
            <p className="small">
              {fr(
                'Ce document est établi sur la grille de réponses de l’équipe, sans les dates des réunions. Chaque niveau y est un constat partagé, appuyé par des preuves quand il y en a.',
              )}
            </p>
          )}
        </div>
        <div className="c4 keep-inside">
          <h3 className="h3">Ce qui reste entre nous</h3>
          <ul className="small lim">
            <li>{fr('Ce document est confidentiel : chaque feuille le dit.')}</li>
            <li>{fr('Il parle de pratiques, jamais de personnes : ni nom, ni récit, ni origine, ni santé.')}</li>
            <li>
              {fr('Quiz et enquête sont anonymes. Rien n’est montré sous sept réponses, ni aucune case sous cinq.')}
            </li>
            <li>{fr('Une situation vécue ne s’écrit pas ici : elle se dit, par les voies de la page des recours.')}</li>
          </ul>
        </div>
      </div>
      <Essential audit={audit} />
      {audit.quiz.kind === 'none' && <Words />}
      <Quiz quiz={audit.quiz} />
    </Section>
  )
}

/** The quiz must stand on the same sheet. */
const mostSigns = 110

/** The finding of each sheet that follows, for who reads only one. */
function Essential({ audit }: { readonly audit: AuditSynthesis }) {
  const rows: readonly (readonly [string, string])[] = [
    ['Les étapes', mapHeadline(audit.tally)],
    ['Points d’appui et vigilances', findingsHeadline(audit)],
    ...(audit.perception.kind === 'shown'
      ? [['La perception, face à l’audit', perceptionHeadline(audit.perception)] as const]
      : []),
    ['Le plan de progrès', auditPlanHeadline(audit)],
  ]
  return (
    <section className="essential" aria-labelledby="synthese-essentiel">
      <h3 className="h3" id="synthese-essentiel">
        {fr('L’essentiel')}
      </h3>
      <dl>
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{fr(term)}</dt>
            <dd>{fr(text)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Words() {
  return (
    <section className="vocabulary" aria-labelledby="synthese-mots">
      <h3 className="h3" id="synthese-mots">
        Quatre mots pour lire la suite
      </h3>
      <dl>
        <div>
          <dt>
            <Scales silent /> Critère légal
          </dt>
          <dd>{fr('Une obligation, ou un risque juridique direct. Il passe en premier.')}</dd>
        </div>
        <div>
          <dt>{fr('Point d’appui')}</dt>
          <dd>{fr('Niveau 3 ou 4, avec une pièce ou un indicateur qui le prouve.')}</dd>
        </div>
        <div>
          <dt>À démontrer</dt>
          <dd>{fr('Niveau 3 ou 4, déclaré par l’équipe, sans preuve encore.')}</dd>
        </div>
        <div>
          <dt className="miss">Vigilance</dt>
          <dd>{fr('Niveau 1 sur un critère légal : une action dans les trois mois.')}</dd>
        </div>
      </dl>
    </section>
  )
}

function Quiz({ quiz }: { readonly quiz: QuizPart }) {
  if (quiz.kind === 'none') {
    return (
      <section className="quiz" aria-labelledby="synthese-quiz">
        <h3 className="h3" id="synthese-quiz">
          {fr('Le quiz de l’équipe')}
        </h3>
        <p className="small">{fr(quizAbsence(quiz) ?? '')}</p>
      </section>
    )
  }
  const { before, after, cases, rows, paired } = quiz
  const last = after ?? before
  return (
    <section className="quiz" aria-labelledby="synthese-quiz">
      <div className="grid">
        <div className="c4">
          <h3 className="h3" id="synthese-quiz">
            {fr(quizHeadline(quiz))}
          </h3>
          <p className="bighero">
            {numberFr(last?.mean ?? 0, 1)}
            <small>{fr(` sur ${cases}`)}</small>
          </p>
          <p className="small lab">
            {fr(`bonnes réponses en moyenne, ${after === undefined ? 'avant' : 'après'} la sensibilisation`)}
          </p>
          {after !== undefined && before !== undefined && (
            <p className="note">{fr(`${numberFr(before.mean, 1)} avant`)}</p>
          )}
          <p className="small gap">
            {fr(
              [
                `Les mêmes ${cases} cas.`,
                before === undefined ? '' : `Avant : ${before.answers} réponses.`,
                after === undefined ? '' : `Après : ${after.answers} réponses.`,
                paired === undefined
                  ? before !== undefined && after !== undefined
                    ? 'Les deux groupes peuvent différer : de petits écarts ne prouvent rien.'
                    : ''
                  : `${paired} personnes ont répondu les deux fois.`,
              ]
                .filter((part) => part !== '')
                .join(' '),
            )}
          </p>
          <p className="note gap">{fr('Résultat de groupe, dès sept réponses. Aucun résultat individuel n’existe.')}</p>
        </div>
        <figure className="c8" role="group" aria-label={fr('Part de bonnes réponses par cas')}>
          <p className="h3 between chart-head">
            <span className="head-word">{fr('Part de bonnes réponses par cas')}</span>
            <span className="note">
              <svg className="dot" width="2.8mm" height="2.8mm" viewBox="0 0 2.8 2.8" aria-hidden="true">
                <circle cx={1.4} cy={1.4} r={1.1} fill="none" stroke="var(--level-4)" strokeWidth={0.35} />
              </svg>{' '}
              avant{'\u00a0\u00a0 '}
              <svg className="dot" width="2.8mm" height="2.8mm" viewBox="0 0 2.8 2.8" aria-hidden="true">
                <circle cx={1.4} cy={1.4} r={1.3} fill="var(--level-4)" />
              </svg>{' '}
              après
            </span>
          </p>
          <QuizChart rows={rows} />
        </figure>
      </div>
    </section>
  )
}
