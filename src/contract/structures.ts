import { z } from 'zod'
import { id, kind } from './common.ts'

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

export const structure = structureBody.extend({ id, isExample: z.boolean(), accompaniments: z.int() })
/** GET /api/structures?search= (50 at most, by name); PATCH /api/structures/:id takes a partial body. */
export const structures = z.array(structure)
export type Structure = z.infer<typeof structure>
