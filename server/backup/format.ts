import { z } from 'zod'

/**
 * The file: gzip of lines of JSON. The first says what it is, the last how many rows stand between and their sum, so that
 * what was cut or altered shows. Rows and jobs are as PostgreSQL wrote them; nothing here reads what is in them.
 */
export const format = 'jalon/backup@1'

/** The first line. `migration` is the last one that the database had received. */
export const headerSchema = z.strictObject({ format: z.literal(format), migration: z.string(), takenAt: z.string() })

/** Announces the rows of a table, which follow one a line. */
export const tableSchema = z.strictObject({
  table: z.string(),
  columns: z.array(z.string()),
  next: z.record(z.string(), z.string()),
})

/** The last line: how many rows and jobs, and the SHA-256 of every line before this one. */
export const endSchema = z.strictObject({ end: z.strictObject({ rows: z.int().min(0), sha256: z.string() }) })

export type Header = z.infer<typeof headerSchema>

const row = '{"row":'
const job = '{"job":'
const table = '{"table":'
const end = '{"end":'

export function rowLine(json: string): string {
  return `${row}${json}}\n`
}

export function jobLine(json: string): string {
  return `${job}${json}}\n`
}

/** What a line between the first and the last is. */
export type Line =
  | { readonly kind: 'row' | 'job'; readonly json: string }
  | { readonly kind: 'table'; readonly value: z.infer<typeof tableSchema> }
  | { readonly kind: 'end'; readonly value: z.infer<typeof endSchema> }

/** Undefined where it is none of ours. */
export function parseLine(line: string): Line | undefined {
  if (line.startsWith(row)) return { kind: 'row', json: line.slice(row.length, -1) }
  if (line.startsWith(job)) return { kind: 'job', json: line.slice(job.length, -1) }
  if (line.startsWith(table)) {
    const parsed = tableSchema.safeParse(asJson(line))
    return parsed.success ? { kind: 'table', value: parsed.data } : undefined
  }
  if (line.startsWith(end)) {
    const parsed = endSchema.safeParse(asJson(line))
    return parsed.success ? { kind: 'end', value: parsed.data } : undefined
  }
  return undefined
}

export function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
