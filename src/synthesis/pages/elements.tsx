import { figureFr, fr, shortened } from '#src/synthesis/french.ts'
import { LevelMark } from '#src/synthesis/charts/marks.tsx'
import type { Synthesis } from '#src/synthesis/synthesis.ts'
import { elementsHeadline } from '#src/synthesis/texts-fr.ts'
import { Section } from './section.tsx'

/** A title, a label or a source takes a few lines, not the sheet. */
const mostSigns = 160
/** A longer description may run over two sheets. */
const mostWhole = 900

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
          <li key={index} className={(description ?? '').length > mostWhole ? 'tall' : undefined}>
            <h3 className="h3" dir="auto">
              {fr(shortened(title, mostSigns))}
            </h3>
            {level !== undefined && (
              <p className="note">
                <LevelMark level={level} />{' '}
                {fr(`Niveau ${level}, ${(questionnaire.levelNames[level - 1] ?? '').toLocaleLowerCase('fr')}`)}
              </p>
            )}
            {indicator !== undefined && (
              <>
                <Figure value={indicator.value} unit={shortened(indicator.unit, 20)} />
                <p className="small">{fr(shortened(indicator.label, mostSigns))}</p>
                <p className="note">
                  {fr(
                    [indicator.period, indicator.source && shortened(indicator.source, mostSigns)]
                      .filter((each) => each !== undefined)
                      .join(', '),
                  )}
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

/** Smaller where it would take a second line. */
function Figure({ value, unit }: { readonly value: number; readonly unit: string }) {
  const figure = figureFr(value, unit, 2)
  return <p className={figure.length > 12 ? 'v long' : 'v'}>{figure}</p>
}
