import { top, argument, element, measured, action, type HostileCase } from './hostile-case.ts'

export const keyArguments: readonly HostileCase[] = [
  ['key arguments that are an object', top({ keyArguments: {} }), ['wrong-type', '/keyArguments']],
  [
    '11 key arguments',
    top({ keyArguments: Array.from({ length: 11 }, () => ({ criterion: 'accueil', claim: 'Bien.' })) }),
    ['too-many', '/keyArguments'],
  ],
  ['an argument that is a text', top({ keyArguments: ['Bien.'] }), ['wrong-type', '/keyArguments/0']],
  [
    'an empty argument',
    top({ keyArguments: [{}] }),
    ['missing-key', '/keyArguments/0/criterion'],
    ['missing-key', '/keyArguments/0/claim'],
  ],
  ['an unknown key', argument({ order: 1 }), ['unknown-key', '/keyArguments/0/order']],
  [
    'an argument on an unknown criterion',
    argument({ criterion: 'xyz' }),
    ['unknown-criterion', '/keyArguments/0/criterion'],
  ],
  [
    'an argument on an excluded criterion',
    argument({ criterion: 'exclu' }),
    ['criterion-excluded', '/keyArguments/0/criterion'],
  ],
  ['an argument whose criterion is a number', argument({ criterion: 1 }), ['wrong-type', '/keyArguments/0/criterion']],
  ['a claim of 121 characters', argument({ claim: 'a'.repeat(121) }), ['text-too-long', '/keyArguments/0/claim']],
  ['a blank claim', argument({ claim: '' }), ['missing-key', '/keyArguments/0/claim']],
  [
    'an unknown indicator',
    argument({ indicators: ['taux', 'xyz'] }),
    ['unknown-indicator', '/keyArguments/0/indicators/1'],
  ],
  ['an indicator twice', argument({ indicators: ['taux', 'taux'] }), ['duplicate', '/keyArguments/0/indicators/1']],
  ['indicators that are a text', argument({ indicators: 'taux' }), ['wrong-type', '/keyArguments/0/indicators']],
  ['a quotation that is a text', argument({ quote: 'Merci.' }), ['wrong-type', '/keyArguments/0/quote']],
  [
    'a quotation without its author’s function',
    argument({ quote: { text: 'Merci.', consent: true } }),
    ['missing-key', '/keyArguments/0/quote/role'],
  ],
  [
    'a quotation without consent',
    argument({ quote: { text: 'Merci.', role: 'salariée' } }),
    ['missing-key', '/keyArguments/0/quote/consent'],
  ],
  [
    'a consent that is a text',
    argument({ quote: { text: 'Merci.', role: 'salariée', consent: 'oui' } }),
    ['wrong-type', '/keyArguments/0/quote/consent'],
  ],
  [
    'a quotation with a name',
    argument({ quote: { text: 'Merci.', role: 'salariée', consent: true, name: 'X' } }),
    ['unknown-key', '/keyArguments/0/quote/name'],
  ],
]

export const elements: readonly HostileCase[] = [
  ['elements that are null', top({ customElements: null }), ['wrong-type', '/customElements']],
  [
    '6 elements',
    top({ customElements: Array.from({ length: 6 }, () => ({ title: 'Vélos' })) }),
    ['too-many', '/customElements'],
  ],
  ['an element without title', top({ customElements: [{}] }), ['missing-key', '/customElements/0/title']],
  ['an unknown key', element({ level: 3 }), ['unknown-key', '/customElements/0/level']],
  ['a title on two lines', element({ title: 'a\nb' }), ['invalid-text', '/customElements/0/title']],
  [
    'a description too long',
    element({ description: 'a'.repeat(2001) }),
    ['text-too-long', '/customElements/0/description'],
  ],
  [
    'an indicator without unit',
    element({ indicator: { label: 'Vélos', value: 1 } }),
    ['missing-key', '/customElements/0/indicator/unit'],
  ],
  ['a value as a text', measured({ value: '12,5' }), ['wrong-type', '/customElements/0/indicator/value']],
  [
    'an infinite value',
    measured({ value: Number.POSITIVE_INFINITY }),
    ['number-out-of-range', '/customElements/0/indicator/value'],
  ],
  [
    'a period that is no year',
    measured({ period: '2025-2026' }),
    ['invalid-date', '/customElements/0/indicator/period'],
  ],
  [
    'an indicator with an unknown key',
    measured({ numerator: 1 }),
    ['unknown-key', '/customElements/0/indicator/numerator'],
  ],
]

export const plans: readonly HostileCase[] = [
  ['a plan that is an object', top({ plan: { action: 'Écrire' } }), ['wrong-type', '/plan']],
  ['an action without title', top({ plan: [{}] }), ['missing-key', '/plan/0/action']],
  ['an action of 91 characters', action({ action: 'a'.repeat(91) }), ['text-too-long', '/plan/0/action']],
  ['an unknown key', action({ priority: 'P1' }), ['unknown-key', '/plan/0/priority']],
  ['an action on an unknown criterion', action({ criterion: 'xyz' }), ['unknown-criterion', '/plan/0/criterion']],
  ['the 30th of February', action({ due: '2026-02-30' }), ['invalid-date', '/plan/0/due']],
  ['29 February of a common year', action({ due: '2025-02-29' }), ['invalid-date', '/plan/0/due']],
  ['29 February of 1900', action({ due: '1900-02-29' }), ['invalid-date', '/plan/0/due']],
  ['the 31st of April', action({ due: '2026-04-31' }), ['invalid-date', '/plan/0/due']],
  ['the 13th month', action({ due: '2026-13-01' }), ['invalid-date', '/plan/0/due']],
  ['month 0', action({ due: '2026-00-10' }), ['invalid-date', '/plan/0/due']],
  ['day 0', action({ due: '2026-01-00' }), ['invalid-date', '/plan/0/due']],
  ['a French date', action({ due: '30/06/2026' }), ['invalid-date', '/plan/0/due']],
  ['a date without zeros', action({ due: '2026-6-3' }), ['invalid-date', '/plan/0/due']],
  ['a date and time', action({ due: '2026-06-30T00:00:00Z' }), ['invalid-date', '/plan/0/due']],
  ['a date that is a number', action({ due: 20260630 }), ['wrong-type', '/plan/0/due']],
  ['an owner on two lines', action({ owner: 'a\nb' }), ['invalid-text', '/plan/0/owner']],
]
