import type { ProblemCode } from '#src/contract/problems.ts'

/** One sentence for each refusal: what happened, and what to do about it. */
export const problemTitles = {
  'not-json': 'La demande n’est pas lisible : du JSON était attendu.',
  invalid: 'Certaines informations ne conviennent pas. Rien n’a été enregistré.',
  'reason-missing': 'Une raison est nécessaire : elle sera gardée dans l’historique.',
  'file-missing': 'Aucun fichier n’a été reçu. Choisissez-en un.',
  'file-empty': 'Ce fichier est vide. Choisissez-en un autre.',
  'not-signed-in': 'Votre connexion a pris fin. Demandez un nouveau lien pour continuer.',
  'not-allowed': 'Votre rôle ne permet pas de faire cela. Demandez à l’accompagnatrice ou à l’accompagnateur.',
  'wrong-origin': 'Cette demande ne vient pas d’une page de Jalon : elle est refusée par prudence.',
  'not-found': 'Cette page n’existe pas, ou vous n’y avez pas accès.',
  'stale-revision': 'Quelqu’un a modifié cette réponse entre-temps. Choisissez la version à garder.',
  'stale-state': 'L’accompagnement a avancé entre-temps. Rechargez la page.',
  'steps-missing': 'Il reste des choses à faire avant cette étape.',
  'event-impossible': 'Cette action n’est pas possible à ce stade de l’accompagnement.',
  'operation-reused': 'Cette opération a déjà servi à enregistrer autre chose. Rechargez la page.',
  'address-taken': 'Cette adresse appartient déjà à un autre réseau. Utilisez-en une autre.',
  'already-invited': 'Cette personne a déjà accès à l’accompagnement avec ce rôle.',
  'read-only': 'À ce stade, cette réponse ne se modifie plus.',
  'correction-already-open': 'Une correction est déjà ouverte.',
  'correction-not-open': 'La synthèse est remise : ouvrez une correction avant de l’imprimer à nouveau.',
  'not-delivered': 'La synthèse n’est pas encore remise : modifiez les réponses directement.',
  'synthesis-not-ready': 'La synthèse n’est pas encore imprimée. Patientez quelques instants.',
  'too-many-proofs': 'Cinquante preuves au plus par élément : retirez-en une avant d’en ajouter.',
  'questionnaire-missing': 'Aucune version publiée de ce questionnaire n’est installée.',
  'sign-in-link-spent': 'Ce lien a déjà servi, ou il est trop ancien. Demandez-en un nouveau.',
  'too-large': 'C’est trop volumineux pour être enregistré.',
  'file-too-large': 'Ce fichier dépasse 10 Mo. Réduisez-le ou découpez-le.',
  'wrong-media-type': 'Ce type de contenu n’est pas attendu ici.',
  'file-type-refused':
    'Ce fichier n’est pas d’un type accepté. Envoyez un PDF, une image (PNG, JPEG, WebP) ou un document ODT, DOCX, ODS ou XLSX.',
  'too-many-requests': 'Trop de demandes en peu de temps. Patientez quelques minutes.',
  internal:
    'Une erreur de notre côté a empêché cette action. Rien n’est perdu ; réessayez, ou transmettez le numéro ci-dessous.',
  unavailable: 'Jalon n’est pas disponible pour l’instant. Réessayez dans un moment.',
} as const satisfies Record<ProblemCode, string>
