import { isRecord } from '#src/shared/json.ts'
import { pointer } from '#src/shared/problem.ts'

export const perceptionFile = 'perception.yaml'

/** Where a part of the survey was written. */
type SurveyOrigin = { readonly at: string; readonly file: string; readonly within: string }

/**
 * The survey of a version out of its files: authors write the page and its items together in `perception.yaml`, and
 * each other language in `perception.<code>.yaml`; the canonical form keeps `perception` a plain list of items.
 */
export function compilePerception(files: ReadonlyMap<string, unknown>): {
  readonly sections: Readonly<Record<string, unknown>>
  readonly origins: readonly SurveyOrigin[]
} {
  const written = files.get(perceptionFile)
  const { items, ...page } = isRecord(written) ? written : { items: written }
  const languages = translationFiles(files)

  return {
    sections: {
      ...(items === undefined ? {} : { perception: items }),
      ...(isRecord(written) ? { perceptionPage: page } : {}),
      ...(languages.length === 0
        ? {}
        : { perceptionTranslations: Object.fromEntries(languages.map(({ file, code }) => [code, files.get(file)])) }),
    },
    origins: [
      { at: '/perception', file: perceptionFile, within: isRecord(written) ? '/items' : '' },
      { at: '/perceptionPage', file: perceptionFile, within: '' },
      ...languages.map(({ file, code }) => ({ at: pointer('perceptionTranslations', code), file, within: '' })),
    ],
  }
}

/** The files of other languages, by the code their name gives. */
export function translationFiles(
  files: ReadonlyMap<string, unknown>,
): readonly { readonly file: string; readonly code: string }[] {
  return [...files.keys()].toSorted().flatMap((file) => {
    const code = /^perception\.([a-z]{2,3})\.yaml$/.exec(file)?.[1]

    return code === undefined ? [] : [{ file, code }]
  })
}
