import { describe, expect, test } from 'vitest'
import { firstNameOf } from '#client/account/first-name.ts'
import { changeOf, identityErrors } from '#client/account/mine/identity-draft.ts'
import { homeTexts } from '#client/home/texts-fr.ts'

describe('a greeting', () => {
  test('says the first name, and none of a first advisor who has not said who they are', () => {
    const claire = { name: 'Claire Vasseur', email: 'claire@example.org' }
    const nobody = { name: 'Accompagnement', email: 'accompagnement@jalon.invalid' }
    expect(homeTexts.greeting(firstNameOf(claire), 3)).toBe('Bonjour Claire, trois accompagnements vous attendent')
    expect(homeTexts.greeting(firstNameOf(nobody), 3)).toBe('Bonjour, trois accompagnements vous attendent')
    expect(homeTexts.greeting(firstNameOf(nobody), 0)).toBe('Bonjour, rien ne vous attend pour l’instant')
    expect(homeTexts.welcome(firstNameOf(nobody))).toBe('Bienvenue, tout commence ici')
  })
})

describe('who somebody says they are', () => {
  test('needs a name and a whole address', () => {
    expect(identityErrors({ name: 'Claire', email: ' claire@example.org ' })).toEqual({})
    expect(Object.keys(identityErrors({ name: '  ', email: 'claire@' }))).toEqual(['name', 'email'])
  })

  test('is sent without the address where it is the same in other letters', () => {
    const user = { email: 'claire@example.org' }
    expect(changeOf({ name: ' Claire ', email: ' Claire@Example.org' }, user)).toEqual({ name: 'Claire' })
    expect(changeOf({ name: 'Claire', email: 'Claire.V@example.org' }, user)).toEqual({
      name: 'Claire',
      email: 'claire.v@example.org',
    })
  })
})
