import { stringify } from 'yaml'
import { aQuestionnaireJson } from './a-questionnaire.ts'

const small = aQuestionnaireJson()
const dimensions = small['dimensions'] as readonly { readonly id: string }[]

/** The small questionnaire as its authors would write it, by file under `<id>/<version>/`. */
export function authored(id: string, version: string): Readonly<Record<string, string>> {
  const place = `${id}/${version}`
  const main = { id, version, title: 'Un essai', overall: false, dimensions: dimensions.map((each) => each.id) }

  return {
    [`${place}/questionnaire.yaml`]: stringify(main),
    [`${place}/indicators.yaml`]: stringify(small['indicators']),
    ...Object.fromEntries(dimensions.map((each) => [`${place}/dimensions/${each.id}.yaml`, stringify(each)])),
  }
}
