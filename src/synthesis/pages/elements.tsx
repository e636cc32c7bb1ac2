import { figureFr, fr } from '#src/synthesis/french.ts'
import { LevelMark } from '#src/synthesis/charts/marks.tsx'
import type { Synthesis } from '#src/synthesis/synthesis.ts'
import { elementsHeadline } from '#src/synthesis/texts-fr.ts'
import { Section } from './section.tsx'

/** What the structure's own trade brings, outside every score. */
export function Elements({ synthesis }: { readonly synthesis: Synthesis }) {
  const { elements, questionnaire } = synthesis
  if (elements.length === 0) return null
  return (
    <Section
      id="elements"
      kicker="Éléments spécifiques"
      title={elementsHeadline(elements.length)}
      className="flows"
      lead="Propres à l’activité de la structure, hors de tout score."
    >
      <ul className="elements">
        {elements.map(({ title, description, level, indicator }, index) => (
          <li key={index}>
            <h3 className="h3" dir="auto">
              {fr(title)}
            </h3>
            {level !== undefined && (
              <p className="note">
                <LevelMark level={level} />{' '}
                {fr(`Niveau ${level}, ${(questionnaire.levelNames[level - 1] ?? '').toLocaleLowerCase('fr')}`)}
              </p>
            )}
            {indicator !== undefined && (
              <>
                <p className="v">{figureFr(indicator.value, indicator.unit, 2)}</p>
                <p className="small">{fr(indicator.label)}</p>
                <p className="note">
                  {fr([indicator.period, indicator.source].filter((each) => each !== undefined).join(', '))}
                </p>
              </>
            )}
            {description !== undefined && (
              <p style={{ marginTop: '2mm' }} dir="auto">
                {fr(description)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
