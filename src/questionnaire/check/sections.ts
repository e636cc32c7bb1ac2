import { type SectionKey, sectionKeys } from '#src/questionnaire/sections/section-schemas.ts'
import { shapeProblems } from '#src/questionnaire/shape/problems.ts'
import { publishableSections } from '#src/questionnaire/shape/schema.ts'
import { isRecord } from '#src/shared/json.ts'
import type { FileProblem } from '#src/shared/problem.ts'
import { entriesAt, type Part, type Parts, textAt, valueAt } from './parts.ts'
import { repeatedIds } from './identifiers.ts'

/** The shape of the sections this project knows; those of other methods are kept as given. */
export function sectionShapeProblems(parts: Parts): readonly FileProblem[] {
  return sectionKeys.flatMap((key): readonly FileProblem[] => {
    const value = valueAt(parts.root, key)

    if (value === undefined) return []

    const parsed = publishableSections[key].safeParse(value, { reportInput: true })

    return parsed.success
      ? []
      : shapeProblems(parsed.error).map((problem) => ({ ...problem, path: `/${key}${problem.path}` }))
  })
}

/** Ids name one thing in their section, and in its entries. */
export function sectionIdentifierProblems({ root }: Parts): readonly FileProblem[] {
  const guidance = { value: valueAt(root, 'guidance'), path: '/guidance' }
  const lists = [
    ...(['quiz', 'perception', 'legalGrounds', 'landmarks', 'datedFacts'] satisfies readonly SectionKey[]).map((key) =>
      entriesAt(root, key),
    ),
    ...entriesAt(root, 'quiz').map((each) => entriesAt(each, 'options')),
    ...entriesAt(root, 'perception').map((each) => entriesAt(each, 'choices')),
    entriesAt(guidance, 'steps'),
  ]

  return lists.flatMap(repeatedIds)
}

/** A case has one right answer, and it is one of its options. */
export function quizProblems({ root }: Parts): readonly FileProblem[] {
  return entriesAt(root, 'quiz').flatMap((each): readonly FileProblem[] => {
    const answer = textAt(each, 'answer')

    return answer === undefined || idsOf(entriesAt(each, 'options')).has(answer)
      ? []
      : [{ code: 'unknown-answer', path: `${each.path}/answer`, details: { value: answer } }]
  })
}

/**
 * A survey is asked only with the page that informs people, splits answers by one question at most, and lets a person
 * decline each one at most in one way.
 */
export function perceptionProblems({ root, criteria }: Parts): readonly FileProblem[] {
  const items = entriesAt(root, 'perception')
  const known = idsOf(criteria)
  const groups = items.filter((item) => textAt(item, 'kind') === 'group')

  return [
    ...(items.length > 0 && valueAt(root, 'perceptionPage') === undefined ? [missing('perceptionPage')] : []),
    ...(items.length === 0 && valueAt(root, 'perceptionPage') !== undefined ? [missing('perception')] : []),
    ...groups
      .slice(1)
      .map(({ path }): FileProblem => ({ code: 'too-many', path: `${path}/kind`, details: { max: 1 } })),
    ...items.flatMap((item) =>
      entriesAt(item, 'choices')
        .filter((choice) => valueAt(choice, 'declined') === true)
        .slice(1)
        .map(({ path }): FileProblem => ({ code: 'too-many', path: `${path}/declined`, details: { max: 1 } })),
    ),
    ...items
      .flatMap((item) => entriesAt(item, 'criteria'))
      .flatMap(({ value, path }): readonly FileProblem[] =>
        typeof value === 'string' && !known.has(value) ? [{ code: 'unknown-criterion', path, details: { value } }] : [],
      ),
  ]
}

/** Another language says everything the first one does, and nothing else. */
export function translationProblems({ root }: Parts): readonly FileProblem[] {
  const items = entriesAt(root, 'perception')
  const page: Part = { value: valueAt(root, 'perceptionPage'), path: '/perceptionPage' }
  const paragraphs = entriesAt(page, 'information').length

  return keyed(root, 'perceptionTranslations').flatMap((language): readonly FileProblem[] => {
    const texts: Part = { value: valueAt(language, 'items'), path: `${language.path}/items` }
    const given = entriesAt(language, 'information').length

    return [
      ...(given === paragraphs
        ? []
        : [
            {
              code: given < paragraphs ? ('translation-missing' as const) : ('translation-unknown' as const),
              path: `${language.path}/information`,
              details: { value: `information (${paragraphs})` },
            },
          ]),
      ...sameKeys(texts, idsOf(items)),
      ...items.flatMap((item) => {
        const id = textAt(item, 'id') ?? ''
        const text: Part = { value: valueAt(texts, id), path: `${texts.path}/${id}` }

        return isRecord(text.value)
          ? sameKeys(
              { value: valueAt(text, 'choices'), path: `${text.path}/choices` },
              idsOf(entriesAt(item, 'choices')),
            )
          : []
      }),
    ]
  })
}

/** What a dated fact is used by exists, in whatever part of the version. */
export function datedFactProblems({ root, criteria, actions, indicators }: Parts): readonly FileProblem[] {
  const known = new Set(
    [
      criteria,
      actions,
      indicators,
      ...(['quiz', 'perception', 'legalGrounds', 'landmarks'] satisfies readonly SectionKey[]).map((key) =>
        entriesAt(root, key),
      ),
      entriesAt({ value: valueAt(root, 'guidance'), path: '/guidance' }, 'steps'),
    ].flatMap((parts) => [...idsOf(parts)]),
  )

  return entriesAt(root, 'datedFacts')
    .flatMap((fact) => entriesAt(fact, 'usedBy'))
    .flatMap(({ value, path }): readonly FileProblem[] =>
      typeof value === 'string' && !known.has(value) ? [{ code: 'unknown-reference', path, details: { value } }] : [],
    )
}

function sameKeys(holder: Part, expected: ReadonlySet<string>): readonly FileProblem[] {
  if (!isRecord(holder.value)) return []

  const given = new Set(Object.keys(holder.value))

  return [
    ...[...expected]
      .filter((id) => !given.has(id))
      .map((id): FileProblem => ({ code: 'translation-missing', path: holder.path, details: { value: id } })),
    ...[...given]
      .filter((id) => !expected.has(id))
      .map((id): FileProblem => ({
        code: 'translation-unknown',
        path: `${holder.path}/${id}`,
        details: { value: id },
      })),
  ]
}

function keyed(part: Part, key: string): readonly Part[] {
  const value = valueAt(part, key)

  return isRecord(value)
    ? Object.entries(value).map(([name, each]) => ({ value: each, path: `${part.path}/${key}/${name}` }))
    : []
}

function idsOf(parts: readonly Part[]): ReadonlySet<string> {
  return new Set(
    parts.flatMap((part) => {
      const id = textAt(part, 'id')

      return id === undefined ? [] : [id]
    }),
  )
}

function missing(key: SectionKey): FileProblem {
  return { code: 'missing-key', path: `/${key}` }
}
