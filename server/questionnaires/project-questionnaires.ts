import { fileURLToPath } from 'node:url'

/** The project's own questionnaires, wherever the command is run from. */
export const projectQuestionnaires = fileURLToPath(new URL('../../questionnaires', import.meta.url))
