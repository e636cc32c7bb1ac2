import { z } from 'zod'
import { id, kind } from './scalars.ts'

export const legalForms = ['association', 'cooperative', 'company', 'foundation', 'public', 'other'] as const

/** POST /api/structures, and the `structure` of a new accompaniment. */
export const structureBody = z.strictObject({
  name: z.string().trim().min(1).max(120),
  siret: z.string().optional(),
  kinds: z.array(kind).max(6),
  legalForm: z.enum(legalForms).optional(),
  department: z.string().optional(),
  city: z.string().trim().max(80).optional(),
  member: z.boolean().optional(),
})
export type StructureBody = z.infer<typeof structureBody>

const { siret, legalForm, department, city, member } = structureBody.shape

/** PATCH /api/structures/:id: an absent field stays as it is, null empties one that may be empty. */
export const changeStructureBody = structureBody.partial().extend({
  siret: siret.nullable(),
  legalForm: legalForm.nullable(),
  department: department.nullable(),
  city: city.nullable(),
  member: member.nullable(),
})
export type ChangeStructureBody = z.infer<typeof changeStructureBody>

export const structure = structureBody.extend({ id, isExample: z.boolean(), accompaniments: z.int() })
/** GET /api/structures?search=: 50 at most, by name. */
export const structures = z.array(structure)
export type Structure = z.infer<typeof structure>
