import type { FileProblemCode, ProblemDetails } from '#src/shared/problem.ts'

type Sentence = (details: ProblemDetails) => string

export const usage = typeset(`Utilisation : npm run -s jalon -- COMMANDE

  score FICHIER [--questionnaires DOSSIER]          le score d'une grille de réponses, en JSON
  synthesis FICHIER --audience DESTINATION --out SORTIE.pdf
                                                    la synthèse PDF d'une grille de réponses ; destinations : full
                                                    (utilité sociale), lcd-internal et lcd-public (discriminations)
  questionnaire check [DOSSIER]                     contrôle les questionnaires du projet, ou ceux d'un dossier
  questionnaire export ID@VERSION                   la forme canonique d'une version
  questionnaire publish DOSSIER                     fige une version : son empreinte entre dans published.json
  backup FICHIER                                    sauvegarde toute la base dans un nouveau fichier
  restore FICHIER                                   restaure une sauvegarde dans une base vide
  schemas                                           écrit les schémas JSON des formats publics

Codes de sortie : 0 tout va bien ; 2 refus, un problème par ligne de JSON ; 1 défaut du programme.
`)

/** The French sentence of a problem, with its figures. */
export function sentenceOf(code: FileProblemCode, details: ProblemDetails): string {
  const sentence: Sentence = sentences[code]

  return typeset(sentence(details))
}

/** What to tell when the program itself fails. */
export function faultSentence(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)

  return typeset(`Jalon a rencontré une erreur inattendue et s'est arrêté : ${reason}`)
}

/** What `questionnaire check` answers where all is well. */
export function checkedSentence(versions: number): string {
  return versions === 1 ? 'Une version contrôlée, aucun défaut.' : `${versions} versions contrôlées, aucun défaut.`
}

/** What `questionnaire publish` answers. */
export function publishedSentence(key: string, sha256: string): string {
  return typeset(`${key} est publiée et ne peut plus changer. Empreinte : ${sha256}`)
}

const sentences = {
  'file-unreadable': ({ value }) =>
    `Le fichier ou le dossier${named(value)} est introuvable ou illisible. Vérifiez son chemin et ses droits d'accès.`,
  'not-json': () => "Ce fichier n'est pas un texte JSON valide, encodé en UTF-8.",
  'too-large': () => 'Ce fichier dépasse 5 Mo, la taille maximale.',
  'wrong-format': () => "Le format annoncé (clé « format ») n'est pas celui qui est attendu ici.",
  'unknown-key': () => "Cette clé n'existe pas dans le format. Vérifiez son orthographe ou retirez-la.",
  'missing-key': () => 'Cette information est obligatoire et manque.',
  'wrong-type': () => "Cette valeur n'est pas du type attendu (texte, nombre, liste…).",
  'unknown-questionnaire': ({ value }) => `Ce questionnaire${named(value)} n'existe pas, ou pas dans cette version.`,
  'unknown-criterion': () => "Ce critère n'existe pas dans le questionnaire.",
  'criterion-excluded': () => "Ce critère ne concerne pas ce type de structure : il n'attend aucune réponse.",
  'unknown-indicator': ({ value }) => `Cet indicateur${named(value)} n'existe pas dans le questionnaire.`,
  'level-out-of-range': () => 'Le niveau est un nombre entier de 1 à 4.',
  'several-answers': () => 'Une seule réponse par critère : un niveau, « ne sait pas » ou « non concerné ».',
  'reason-missing': () => '« Non concerné » demande un motif d’au moins 3 caractères.',
  'number-out-of-range': () => 'Ce nombre est hors des limites admises.',
  'text-too-long': ({ max }) =>
    max === undefined ? 'Ce texte est trop long.' : `Ce texte est trop long : ${max} caractères au plus.`,
  'invalid-text': () =>
    'Ce texte contient des caractères interdits (caractères de contrôle, invisibles ou mal composés).',
  'invalid-siret': () => "Ce numéro SIRET n'est pas valide : 14 chiffres, clé de contrôle comprise.",
  'invalid-department': () => "Ce code de département n'existe pas (01 à 95, 2A, 2B, 971 à 976).",
  'invalid-date': () => "Cette date n'existe pas ou n'est pas écrite sous la forme attendue (AAAA-MM-JJ, ou AAAA).",
  'unknown-kind': () => "Ce type de structure n'existe pas : AI, ACI, EI, ETTI, EITI ou OTHER.",
  duplicate: ({ value }) => `Cet élément${named(value)} figure plusieurs fois.`,
  'too-many': ({ max }) => (max === undefined ? "Il y a trop d'éléments." : `Il y a trop d'éléments : ${max} au plus.`),

  'not-yaml': () => "Ce fichier n'est pas un texte YAML valide, encodé en UTF-8, sans alias ni clé répétée.",
  'nothing-found': ({ value }) => `Aucun questionnaire dans${named(value)}.`,
  'file-missing': () => 'Ce fichier obligatoire manque.',
  'file-unlisted': () =>
    "Ce fichier n'est pas attendu ici : une dimension doit figurer dans la liste de questionnaire.yaml.",
  'file-name-mismatch': ({ expected, found }) =>
    `Le nom annonce « ${expected} », le contenu « ${found} » : ils doivent être les mêmes.`,
  'too-deep': ({ max }) => `Les éléments sont imbriqués trop profondément : ${max} niveaux au plus.`,
  'invalid-id': () =>
    'Un identifiant ne contient que des minuscules sans accent, des chiffres et des tirets simples (80 caractères au plus).',
  'duplicate-id': ({ value }) => `L'identifiant « ${value} » est déjà pris dans cette version.`,
  'invalid-version': () => 'Le numéro de version a trois parties, comme 1.0.0.',
  'unknown-value': () => 'Cette valeur ne fait pas partie de celles qui sont admises ici.',
  'unknown-dimension': ({ value }) => `La dimension « ${value} » est annoncée mais son fichier manque.`,
  'empty-text': () => 'Ce texte est vide.',
  'empty-list': () => 'Cette liste est vide.',
  'levels-not-four': () => 'Il faut exactement quatre niveaux.',
  'identical-levels': ({ level, same }) =>
    `Les niveaux ${same} et ${level} disent la même chose : une équipe ne saurait pas choisir.`,
  'weight-out-of-range': () => 'Le poids est 1, 2 ou 3.',
  'excluded-for-every-kind': () => 'Personne ne pourrait répondre : tous les types de structure sont exclus.',
  'indicator-unused': ({ value }) => `Aucun critère n'utilise l'indicateur « ${value} ».`,
  'unit-inconsistent': () => "Un ratio en pourcentage se multiplie par 100 : l'unité et le facteur se contredisent.",
  'impossible-bounds': ({ min, max }) => `Aucune valeur ne peut être à la fois au moins ${min} et au plus ${max}.`,
  'action-without-level': () => "Cette action n'est proposée pour aucun niveau.",
  'legal-action-missing': () => 'Un critère légal doit proposer au moins une action pour le niveau 1.',
  'id-reused': ({ version, was }) =>
    `Cet identifiant a déjà un autre sens dans la version publiée ${version} (« ${was} ») : choisissez-en un nouveau.`,
  'raw-html': () => 'Ce texte contient du HTML : écrivez du texte simple.',
  'unsafe-url': () => 'Seules les adresses en https:// sont admises.',
  'published-version-changed': ({ value }) =>
    `La version publiée ${value} a changé : elle ne le peut plus. Rétablissez-la, ou créez une nouvelle version.`,
  'published-version-missing': ({ value }) => `La version publiée ${value} a disparu : rétablissez-la.`,

  'too-few': () => 'Il manque des éléments à cette liste : deux au moins.',
  'unknown-answer': ({ value }) => `La bonne réponse annoncée (« ${value} ») n'est pas une des options du cas.`,
  'unknown-reference': ({ value }) => `Rien dans cette version ne porte l'identifiant « ${value} ».`,
  'translation-missing': ({ value }) => `La traduction est incomplète : il manque « ${value} ».`,
  'translation-unknown': ({ value }) =>
    `La traduction contient « ${value} », qui n'existe pas dans le texte d'origine.`,
  'review-before-reading': () => 'La date de relecture prévue doit suivre la date de lecture.',
  'validity-passed': ({ value }) =>
    `Ce texte devait être relu avant le ${value} : vérifiez qu'il est toujours exact, puis changez ses dates dans une nouvelle version.`,

  'unknown-command': ({ value }) => `La commande${named(value)} n'existe pas.\n${usage}`,
  'missing-argument': ({ value }) => `Il manque une valeur : ${value}.`,
  'unknown-option': ({ value }) => `L'argument${named(value)} n'est pas attendu ici.`,
  'unknown-audience': ({ value }) => `Cette destination de la synthèse${named(value)} n'existe pas.`,
  'audience-of-another-journey': ({ value }) =>
    `Le document${named(value)} n'est pas celui de la démarche de ce questionnaire : choisissez une autre destination.`,
  'not-writable': ({ value }) => `Impossible d'écrire${named(value)}. Vérifiez le chemin et les droits d'accès.`,

  'no-space-left': () =>
    "La place manque sur le disque : rien n'a été gardé. Libérez de la place, puis relancez la commande.",
  'file-already-there': ({ value }) =>
    `Il y a déjà un fichier${named(value)} : il n'a pas été touché. Donnez un autre nom à la sauvegarde.`,
  'nothing-to-back-up': () =>
    "Il n'y a rien à sauvegarder : aucune base de Jalon à cet endroit. Vérifiez DATA_DIR ou DATABASE_URL.",
  'not-a-backup': ({ value }) => `Le fichier${named(value)} n'est pas une sauvegarde de Jalon.`,
  'backup-newer': () =>
    'Cette sauvegarde vient d’un Jalon plus récent que celui-ci : installez cette version plus récente, puis relancez.',
  'backup-damaged': () =>
    "Cette sauvegarde est incomplète ou abîmée : rien n'a été restauré. Prenez-en une autre copie.",
  'database-not-empty': () =>
    "La base contient déjà des données, et elles n'ont pas été touchées. Restaurez dans une base vide : un nouveau dossier avec DATA_DIR, ou une nouvelle base avec DATABASE_URL.",
  'database-already-newer': () =>
    'La base est vide, mais déjà prête pour une version de Jalon plus récente que la sauvegarde. Restaurez dans une base toute neuve : elle sera mise à jour ensuite.',
  'database-stopped': () => "La base de données s'est arrêtée en chemin : rien n'a été gardé. Relancez la commande.",
  interrupted: () => "Vous avez interrompu la commande : rien n'a été gardé.",
} as const satisfies Record<FileProblemCode, Sentence>

function named(value: string | number | undefined): string {
  return value === undefined || value === '' ? '' : ` « ${value} »`
}

/** French typography: typographic apostrophes, and spaces that keep a sign on its word's line. */
function typeset(text: string): string {
  return text
    .replaceAll("'", '’')
    .replaceAll('« ', '«\u00A0')
    .replaceAll(/ ([»:;!?])/g, '\u00A0$1')
}
