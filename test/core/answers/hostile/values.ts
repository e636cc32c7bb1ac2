import { ratio, number, top, distinct, type HostileCase } from './hostile-case.ts'

export const values: readonly HostileCase[] = [
  ['indicators that are a list', top({ indicators: [] }), ['wrong-type', '/indicators']],
  ['indicators that are null', top({ indicators: null }), ['wrong-type', '/indicators']],
  ['an unknown indicator', top({ indicators: { xyz: { value: 1 } } }), ['unknown-indicator', '/indicators/xyz']],
  [
    'an indicator named constructor',
    top({ indicators: { constructor: { value: 1 } } }),
    ['unknown-indicator', '/indicators/constructor'],
  ],
  [
    'a criterion’s id as indicator',
    top({ indicators: { accueil: { value: 1 } } }),
    ['unknown-indicator', '/indicators/accueil'],
  ],
  ['a value that is a number', ratio(3), ['wrong-type', '/indicators/taux']],
  ['a value that is null', ratio(null), ['wrong-type', '/indicators/taux']],
  ['a value that is a list', ratio([3, 5]), ['wrong-type', '/indicators/taux']],
  [
    'an empty ratio',
    ratio({}),
    ['missing-key', '/indicators/taux/numerator'],
    ['missing-key', '/indicators/taux/denominator'],
  ],
  ['a ratio without denominator', ratio({ numerator: 3 }), ['missing-key', '/indicators/taux/denominator']],
  [
    'a ratio given as a value',
    ratio({ value: 59.6 }),
    ['unknown-key', '/indicators/taux/value'],
    ['missing-key', '/indicators/taux/numerator'],
    ['missing-key', '/indicators/taux/denominator'],
  ],
  [
    'a number given as a ratio',
    number({ numerator: 3, denominator: 5 }),
    ['unknown-key', '/indicators/nombre/numerator'],
    ['unknown-key', '/indicators/nombre/denominator'],
    ['missing-key', '/indicators/nombre/value'],
  ],
  [
    'a number with a denominator too',
    number({ value: 3, denominator: 5 }),
    ['unknown-key', '/indicators/nombre/denominator'],
  ],
  ['a numerator as a text', ratio({ numerator: '31', denominator: 52 }), ['wrong-type', '/indicators/taux/numerator']],
  [
    'a denominator that is null',
    ratio({ numerator: 31, denominator: null }),
    ['wrong-type', '/indicators/taux/denominator'],
  ],
  [
    'a negative numerator',
    ratio({ numerator: -1, denominator: 52 }),
    ['number-out-of-range', '/indicators/taux/numerator'],
  ],
  [
    'a negative denominator',
    ratio({ numerator: 1, denominator: -52 }),
    ['number-out-of-range', '/indicators/taux/denominator'],
  ],
  [
    'both negative',
    ratio({ numerator: -1, denominator: -52 }),
    ['number-out-of-range', '/indicators/taux/numerator'],
    ['number-out-of-range', '/indicators/taux/denominator'],
  ],
  [
    'a numerator beyond 1e12',
    ratio({ numerator: 1e12 + 1, denominator: 52 }),
    ['number-out-of-range', '/indicators/taux/numerator'],
  ],
  [
    'an infinite numerator',
    ratio(JSON.parse('{"numerator":1e999,"denominator":5}')),
    ['number-out-of-range', '/indicators/taux/numerator'],
  ],
  [
    'a ratio that overflows',
    ratio({ numerator: 1e12, denominator: 5e-324 }),
    ['number-out-of-range', '/indicators/taux/denominator'],
  ],
  ['a number as a text', number({ value: '41,3' }), ['wrong-type', '/indicators/nombre/value']],
  ['a number that is true', number({ value: true }), ['wrong-type', '/indicators/nombre/value']],
  ['a number that is not one', number({ value: Number.NaN }), ['number-out-of-range', '/indicators/nombre/value']],
  ['a number beyond 1e12', number({ value: 1e12 + 1 }), ['number-out-of-range', '/indicators/nombre/value']],
  ['a negative count', number({ value: -1 }), ['number-out-of-range', '/indicators/nombre/value']],
  [
    'a number under -1e12',
    (sheet) => ({ ...sheet, indicators: { ecart: { value: -1e12 - 1 } } }),
    ['number-out-of-range', '/indicators/ecart/value'],
  ],
  ['a source that is a list', number({ value: 1, source: ['ASP'] }), ['wrong-type', '/indicators/nombre/source']],
  ['a source too long', number({ value: 1, source: 'a'.repeat(2001) }), ['text-too-long', '/indicators/nombre/source']],
  [
    'a comment with a control character',
    number({ value: 1, comment: '\u0001' }),
    ['invalid-text', '/indicators/nombre/comment'],
  ],
  ['a period on a value', number({ value: 1, period: '2025' }), ['unknown-key', '/indicators/nombre/period']],
  [
    'proofs of a value that are a text',
    number({ value: 1, proofs: 'a.pdf' }),
    ['wrong-type', '/indicators/nombre/proofs'],
  ],
  ['51 proofs of a value', number({ value: 1, proofs: distinct(51) }), ['too-many', '/indicators/nombre/proofs']],
  [
    'the same proof of a value twice',
    number({ value: 1, proofs: ['a.pdf', 'a.pdf'] }),
    ['duplicate', '/indicators/nombre/proofs/1'],
  ],
  [
    'the same proof in two compositions',
    number({ value: 1, proofs: ['\u00e9.pdf', 'e\u0301.pdf'] }),
    ['duplicate', '/indicators/nombre/proofs/1'],
  ],
]

export const proofs: readonly HostileCase[] = [
  ['proofs that are a list', top({ proofs: ['a.pdf'] }), ['wrong-type', '/proofs']],
  ['proofs of an unknown criterion', top({ proofs: { xyz: ['a.pdf'] } }), ['unknown-criterion', '/proofs/xyz']],
  ['proofs of a criterion that are a text', top({ proofs: { accueil: 'a.pdf' } }), ['wrong-type', '/proofs/accueil']],
  ['a proof that is an object', top({ proofs: { accueil: [{ name: 'a.pdf' }] } }), ['wrong-type', '/proofs/accueil/0']],
  ['a blank proof', top({ proofs: { accueil: [' '] } }), ['missing-key', '/proofs/accueil/0']],
  ['a proof too long', top({ proofs: { accueil: ['a'.repeat(2001)] } }), ['text-too-long', '/proofs/accueil/0']],
  ['a proof with a line feed', top({ proofs: { accueil: ['a\n.pdf'] } }), ['invalid-text', '/proofs/accueil/0']],
  [
    'the same proof twice',
    top({ proofs: { accueil: ['a.pdf', 'b.pdf', 'a.pdf'] } }),
    ['duplicate', '/proofs/accueil/2'],
  ],
  ['51 proofs', top({ proofs: { accueil: distinct(51) } }), ['too-many', '/proofs/accueil']],
]
