import { isExcluded } from '#src/scoring/criterion.ts'
import { questionWording } from './question-wording.ts'
import type { Criterion, Dimension, Kind, Questionnaire } from './questionnaire.ts'
import { exampleName, reasonName, surveyLimits } from './survey-answers.ts'

/** Words of the screen that the questionnaire does not hold; the client gives them. */
export type SurveyTexts = {
  readonly unknown: string
  readonly notApplicable: string
  readonly example: string
  readonly reason: string
}

/** The part of SurveyJS's JSON that is used here: no HTML, no file, nothing fetched by URL. */
export type SurveyJson = {
  readonly locale: 'fr'
  readonly showTitle: false
  readonly showNavigationButtons: false
  readonly showQuestionNumbers: 'off'
  readonly textUpdateMode: 'onBlur'
  readonly clearInvisibleValues: 'none'
  readonly pages: readonly SurveyPage[]
}

export type SurveyPage = {
  readonly name: string
  readonly title: string
  readonly description?: string
  readonly elements: readonly SurveyPanel[]
}

export type SurveyPanel = { readonly type: 'panel'; readonly name: string; readonly elements: readonly SurveyElement[] }

export type SurveyElement =
  | {
      readonly type: 'radiogroup'
      readonly name: string
      readonly title: string
      readonly description?: string
      readonly choices: readonly { readonly value: string | number; readonly text: string }[]
    }
  | {
      readonly type: 'comment'
      readonly name: string
      readonly title: string
      readonly maxLength: number
      readonly rows: number
      readonly visibleIf: string
      readonly isRequired?: true
      readonly validators?: readonly { readonly type: 'text'; readonly minLength: number }[]
    }

/**
 * The self-assessment as SurveyJS shows it to a structure of these kinds: a page per dimension, a panel per criterion
 * that concerns the structure. A view only: answers are judged by our own rules, and SurveyJS never pipes one answer
 * into a text, because it would insert it raw.
 */
export function toSurveyJson(questionnaire: Questionnaire, kinds: readonly Kind[], texts: SurveyTexts): SurveyJson {
  return {
    locale: 'fr',
    showTitle: false,
    showNavigationButtons: false,
    showQuestionNumbers: 'off',
    textUpdateMode: 'onBlur',
    clearInvisibleValues: 'none',
    pages: questionnaire.dimensions.flatMap((dimension) => {
      const criteria = dimension.criteria.filter((criterion) => !isExcluded(criterion, kinds))
      const elements = criteria.map((criterion) => criterionPanel(questionnaire, criterion, kinds, texts))

      return elements.length === 0 ? [] : [dimensionPage(dimension, elements)]
    }),
  }
}

function dimensionPage({ id, title, description }: Dimension, elements: readonly SurveyPanel[]): SurveyPage {
  return {
    name: `dimension--${id}`,
    title: unpiped(title),
    ...(description === undefined ? {} : { description: unpiped(description) }),
    elements,
  }
}

function criterionPanel(
  { levelNames }: Questionnaire,
  criterion: Criterion,
  kinds: readonly Kind[],
  texts: SurveyTexts,
): SurveyPanel {
  const { id, hint, levels } = criterion
  const levelText = (text: string, index: number) => {
    const name = levelNames?.[index]

    return name === undefined ? text : `${name} — ${text}`
  }

  return {
    type: 'panel',
    name: `criterion--${id}`,
    elements: [
      {
        type: 'radiogroup',
        name: id,
        title: unpiped(questionWording(criterion, kinds)),
        ...(hint === undefined ? {} : { description: unpiped(hint) }),
        choices: [
          ...levels.map((text, index) => ({ value: index + 1, text: unpiped(levelText(text, index)) })),
          { value: 'unknown', text: texts.unknown },
          { value: 'notApplicable', text: texts.notApplicable },
        ],
      },
      {
        type: 'comment',
        name: reasonName(id),
        title: texts.reason,
        maxLength: surveyLimits.text,
        rows: 2,
        visibleIf: `{${id}} = 'notApplicable'`,
        isRequired: true,
        validators: [{ type: 'text', minLength: surveyLimits.reason }],
      },
      {
        type: 'comment',
        name: exampleName(id),
        title: texts.example,
        maxLength: surveyLimits.text,
        rows: 3,
        visibleIf: `{${id}} notempty`,
      },
    ],
  }
}

/** Braces name an answer to SurveyJS; an invisible word joiner after each makes it a name that no question has. */
function unpiped(text: string): string {
  return text.replaceAll('{', '{\u2060')
}
