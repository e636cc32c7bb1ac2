/** What the person at the terminal can mend: one French sentence, no stack. */
export class SetUpRefusal extends Error {}

export const sentences = {
  projectNotWritable: (folder) =>
    `Jalon ne peut pas écrire dans « ${folder} » : donnez à votre compte le droit d’y écrire, ou copiez le projet dans un dossier qui vous appartient, puis relancez.`,
  installFailed: () =>
    'L’installation des paquets a échoué (détails ci-dessus) : vérifiez la connexion au registre npm et la place sur le disque, puis relancez.',
  npmMissing: () =>
    'La commande « npm » est introuvable : installez Node avec npm depuis https://nodejs.org puis relancez.',
  nodeMissing: (version) =>
    `Le paquet npm « node » n’a pas pu fournir Node ${version} pour cette machine : installez Node ${version} depuis https://nodejs.org puis relancez.`,
  buildFailed: (what) => `La construction de ${what} a échoué (détails ci-dessus).`,
}
