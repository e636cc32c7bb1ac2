/** Longest texts of a questionnaire, in characters: what fits the screens and the printed page. */
export const limits = {
  /** Under a chart's tile. */
  shortTitle: 28,
  /** Units, level names, keys of a correspondence. */
  name: 60,
  actionTitle: 90,
  title: 120,
  label: 160,
  /** One proof or one fact of a list. */
  item: 300,
  source: 300,
  question: 400,
  /** One answer of a quiz case. */
  option: 300,
  /** A rule of law in one or two sentences. */
  rule: 600,
  level: 500,
  /** Descriptions, methods, hints. */
  text: 1200,
  /** Texts of the sections that other methods add. */
  any: 2000,
} as const
