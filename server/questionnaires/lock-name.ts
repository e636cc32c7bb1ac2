/** The file that locks the published versions of a folder of questionnaires. */
export const lockName = 'published.json'
