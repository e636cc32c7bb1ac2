/** The journeys' thresholds. They belong to the method's rules, not to a questionnaire. */
export const thresholds = {
  coreFactsPercent: 50,
  unknownPercent: 15,
  /** Of a dimension's weight, automatic exclusions apart. */
  notApplicablePercent: 20,
  fewestArguments: 3,
  mostArguments: 10,
  fewestActions: 3,
  mostActions: 8,
  /** A computed dimension under this score needs an action or a written exception. */
  weakScore: 34,
  messageWords: 80,
  legalActionMonths: 3,
  firstStepDays: 30,
  mostLevelsRaised: 2,
  /** Fewer people than this are not asked what they live: they would be known. */
  fewestInvited: 10,
} as const
