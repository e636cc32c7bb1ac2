/** What the linter has no rule of its own for: the core reads no clock and throws nothing. */
const noClock = {
  create(context) {
    const refuse = (node) =>
      context.report({ node, message: 'The core reads no clock: take the instant as a parameter.' })
    const isDate = (node) => node.callee.type === 'Identifier' && node.callee.name === 'Date'

    return {
      NewExpression: (node) => isDate(node) && node.arguments.length === 0 && refuse(node),
      CallExpression: (node) => isDate(node) && refuse(node),
    }
  },
}

const noThrow = {
  create(context) {
    return {
      ThrowStatement: (node) => context.report({ node, message: 'The core throws nothing: return a refusal.' }),
    }
  },
}

export default { meta: { name: 'pure-core' }, rules: { 'no-clock': noClock, 'no-throw': noThrow } }
