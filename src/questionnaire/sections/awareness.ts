/**
 * What a method may add at the top of a questionnaire to raise a team's awareness: a quiz of cases, an anonymous
 * perception survey, the law it rests on, and what to do in a serious situation. All of it is content, French unless a
 * translation says otherwise; every entry that the law may change carries the day it was read.
 */

/** A text that may stop being true: the day it was checked against its source, and the day by which to check again. */
export type Validity = {
  /** `YYYY-MM-DD`. */
  readonly readOn: string
  /** `YYYY-MM-DD`: from this day `questionnaire check` warns. */
  readonly reviewBy: string
}

/** `quiz`: cases with one right answer; options keep their id, the screen shuffles them. */
export type QuizCase = {
  readonly id: string
  readonly title: string
  readonly situation: string
  readonly question?: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
  /** Id of the right option. */
  readonly answer: string
  /** Why, in words for someone who is not a jurist. */
  readonly explanation: string
  /** "Ce que fait une bonne équipe". */
  readonly goodPractice: string
  /** Help for the person who leads the debate. */
  readonly presenterNotes?: string
  readonly legalBasis: readonly LegalBasis[]
  readonly source?: string
}

/** A rule explained in one sentence, then named. */
export type LegalBasis = {
  readonly rule: string
  /** "article L1132-1 du code du travail". */
  readonly reference: string
  readonly validity: Validity
  readonly source?: string
}

/** `perception`: what is asked without an account, and never in free text. */
export type Perception = {
  /** Title of the phone page, never the method's own subject. */
  readonly title: string
  /** What people read before they begin: purpose, optional, anonymity, who answers for the data. */
  readonly information: readonly string[]
  readonly items: readonly PerceptionItem[]
  /** Other languages by code (`en`, `ar`…), read from `perception.<code>.yaml`; same ids, every text present. */
  readonly translations?: Readonly<Record<string, PerceptionTexts>>
  readonly source?: string
}

export type PerceptionItem = {
  readonly id: string
  /**
   * `group`: what the person is here, the only split there is; `statement`: a sentence to agree with;
   * `experience`: lived or seen ("vécu et vu"), never split.
   */
  readonly kind: 'group' | 'statement' | 'experience'
  readonly text: string
  /** In the order of the scale: neighbours may be merged when too few answered. */
  readonly choices: readonly PerceptionChoice[]
  /** Criteria of the audit that speak of the same thing. */
  readonly criteria?: readonly string[]
  readonly source?: string
}

export type PerceptionChoice = {
  readonly id: string
  readonly text: string
  /** "Ne souhaite pas répondre". */
  readonly declined?: boolean
  /** Whether the answer speaks well of the practice; absent for groups. */
  readonly favourable?: boolean
}

export type PerceptionTexts = {
  /** Name of the language in itself: "English". */
  readonly language: string
  readonly direction?: 'ltr' | 'rtl'
  readonly title: string
  readonly information: readonly string[]
  /** Texts of the page's own buttons and sentences, by key (the phone page's `PerceptionWords`). */
  readonly words: Readonly<Record<string, string>>
  readonly items: Readonly<
    Record<string, { readonly text: string; readonly choices: Readonly<Record<string, string>> }>
  >
}

/** `legalGrounds`: the grounds the law protects ("critères"), explained. */
export type LegalGround = {
  readonly id: string
  readonly title: string
  readonly definition: string
  /** A short example from the life of a structure. */
  readonly example?: string
  readonly legalBasis: readonly LegalBasis[]
}

/** `guidance`: the fixed page "Que faire face à une situation ?"; it records nothing. */
export type Guidance = {
  readonly title: string
  readonly introduction: string
  readonly steps: readonly {
    readonly id: string
    readonly title: string
    readonly text: string
    readonly contacts?: readonly GuidanceContact[]
  }[]
  readonly validity: Validity
  readonly source?: string
}
export type GuidanceContact = {
  readonly label: string
  /** As dialled: "17", "3928". */
  readonly phone?: string
  /** `https` only. */
  readonly url?: string
  readonly hint?: string
}

/** `poster`: the words of the page for the wall that are the method's own; the rest is the structure's. */
export type PosterWords = {
  readonly title: string
  /** Printed until the direction has written its own. */
  readonly commitment: string
  /** What calls people to speak. */
  readonly call: string
  /** Whom to turn to outside the structure. */
  readonly outside?: { readonly phone?: string; readonly text: string }
  readonly source?: string
}

/** `landmarks`: national figures that help to read results; they never judge. */
export type Landmark = {
  readonly id: string
  readonly text: string
  readonly source: string
  readonly validity: Validity
}

/** `datedFacts`: thresholds and facts used by the wording of criteria, so that one check watches them all. */
export type DatedFact = {
  readonly id: string
  readonly text: string
  readonly usedBy: readonly string[]
  readonly validity: Validity
  readonly source?: string
}

/** The sections above, as a questionnaire carries them; each may be absent. */
export type AwarenessSections = {
  readonly quiz: readonly QuizCase[]
  readonly perception?: Perception
  readonly legalGrounds: readonly LegalGround[]
  readonly guidance?: Guidance
  readonly poster?: PosterWords
  readonly landmarks: readonly Landmark[]
  readonly datedFacts: readonly DatedFact[]
}
