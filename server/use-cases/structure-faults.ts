import { isDepartment, isSiret } from '#src/answers/structure-identity.ts'
import type { StructureBody } from '#src/contract/structures.ts'
import { pointer, type FileProblem } from '#src/shared/problem.ts'

/** What the shape alone cannot tell: the key of a SIRET, a department that exists, a kind named twice. `at` is where it was sent. */
export function structureFaults(structure: StructureBody, ...at: readonly string[]): readonly FileProblem[] {
  const { siret, department, kinds } = structure
  const faults: readonly (FileProblem | false)[] = [
    siret !== undefined && !isSiret(siret) && { code: 'invalid-siret', path: pointer(...at, 'siret') },
    department !== undefined &&
      !isDepartment(department) && { code: 'invalid-department', path: pointer(...at, 'department') },
    new Set(kinds).size < kinds.length && { code: 'duplicate', path: pointer(...at, 'kinds') },
  ]
  return faults.filter((fault) => fault !== false)
}
