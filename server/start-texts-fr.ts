import path from 'node:path'
import type { SettingExpectation, SettingFault } from '#server/config.ts'
import { sentenceOf } from '#server/cli/texts-fr.ts'
import type { FileFault } from '#server/questionnaires/content-error.ts'
import type { StartProblem } from '#server/start-refusal.ts'

/** Why Jalon does not start and what to do, as the person at the terminal reads it. */
export function startSentence(problem: StartProblem): string {
  const sentence: (given: never) => string = sentences[problem.code]

  // Each sentence is written for the problem of its own code, which the table's type guarantees.
  return sentence(problem as never)
}

type Sentences = { readonly [Code in StartProblem['code']]: (problem: Extract<StartProblem, { code: Code }>) => string }

const sentences: Sentences = {
  'settings-invalid': ({ faults }) =>
    ['Des réglages de l’environnement sont à corriger avant de relancer :', ...faults.map(settingLine)].join('\n'),
  'port-taken': ({ port }) =>
    `Le port ${port} est déjà pris par un autre programme : arrêtez-le, ou choisissez-en un autre, par exemple « PORT=${otherPort(port)} npm start ».`,
  'port-forbidden': ({ port }) =>
    `Votre compte n’a pas le droit d’ouvrir le port ${port} : choisissez-en un au-dessus de 1024, par exemple « PORT=3000 npm start ».`,
  'host-unknown': () =>
    'L’adresse d’écoute donnée par HOST n’est pas une adresse de cette machine : corrigez-la, ou retirez-la pour écouter sur 127.0.0.1.',
  'folder-locked': ({ folder }) =>
    `Un autre Jalon utilise déjà le dossier « ${folder} » : arrêtez-le d’abord, ou donnez un autre dossier, par exemple « DATA_DIR=.jalon-2 npm start ».`,
  'folder-not-writable': ({ folder }) =>
    `Jalon ne peut pas écrire dans « ${folder} » : donnez-en le droit à votre compte, ou choisissez un autre dossier avec DATA_DIR.`,
  'disk-full': ({ folder, neededMegabytes }) =>
    `Il reste moins de ${neededMegabytes} Mo pour la base de données dans « ${folder} » : libérez de la place, ou choisissez un autre disque avec DATA_DIR.`,
  'folder-closed': ({ folder, user }) =>
    `PostgreSQL refuse de fonctionner en root et le compte « ${user} », qui le remplace, ne peut pas traverser le dossier « ${folder} » : lancez Jalon avec un compte ordinaire, placez le projet dans un dossier ouvert (par exemple /opt/jalon), ou donnez une base avec DATABASE_URL.`,
  'no-unprivileged-user': () =>
    'PostgreSQL refuse de fonctionner en root et cette machine n’a ni compte « postgres » ni compte « nobody » : lancez Jalon avec un compte ordinaire, ou donnez une base avec DATABASE_URL.',
  'binaries-missing': ({ platform }) =>
    `Aucun PostgreSQL n’est installé pour cette machine (${platform}) : relancez « npm ci » sans exclure les paquets optionnels, ou donnez une base avec DATABASE_URL.`,
  'database-not-created': ({ detail }) =>
    `La base de données n’a pas pu être créée (${detail}) : corrigez la cause puis relancez.`,
  'database-not-started': ({ log }) =>
    `La base de données ne démarre pas : la cause est à la fin du journal « ${log} ».`,
  'database-other-version': ({ folder, found, expected }) =>
    `La base du dossier « ${folder} » vient de PostgreSQL ${found} et ce Jalon apporte PostgreSQL ${expected} : reprenez la version précédente de Jalon, sauvegardez, puis restaurez dans celle-ci.`,
  'database-unreachable': ({ host, cause }) =>
    `La base de données de ${host} ne répond pas (${cause}) : vérifiez DATABASE_URL et que le serveur est lancé.`,
  'database-too-old': ({ found }) =>
    `La base de données est un PostgreSQL ${found} et Jalon demande PostgreSQL 15 ou plus récent : mettez le serveur à jour, ou retirez DATABASE_URL.`,
  'database-unsafe': ({ setting }) =>
    `La base de données a été réglée avec « ${setting} = off » et pourrait perdre des réponses enregistrées : remettez « on » puis relancez.`,
  'database-role-refused': ({ role }) =>
    `Le compte de DATABASE_URL ne peut pas préparer le rôle « ${role} » : demandez à l’administratrice ou à l’administrateur de la base d’exécuter « CREATE ROLE ${role}; GRANT ${role} TO votre_compte; ».`,
  'database-role-too-strong': ({ role }) =>
    `Le rôle « ${role} » possède des tables ou passe outre les règles qui séparent les réseaux : retirez-lui ces droits (SUPERUSER, BYPASSRLS, propriété des tables) puis relancez.`,
  'migration-changed': ({ name }) =>
    `La migration « ${name} », déjà appliquée à cette base, a été modifiée depuis : reprenez la version de Jalon d’où elle vient.`,
  'migration-missing': ({ name }) =>
    `Cette base a reçu la migration « ${name} » d’un Jalon plus récent : installez cette version plus récente puis relancez.`,
  'questionnaires-invalid': ({ faults }) =>
    ['Les questionnaires ont des défauts à corriger avant de relancer :', ...faults.map(faultLine)].join('\n'),
}

const expectations: Readonly<Record<SettingExpectation, string>> = {
  'postgres-url': 'une adresse PostgreSQL, comme postgres://compte:motdepasse@machine:5432/jalon',
  port: 'un nombre de 1 à 65535',
  host: 'un nom ou une adresse de cette machine, comme 127.0.0.1 ou 0.0.0.0',
  'http-url': 'l’adresse que les gens tapent, comme https://jalon.exemple.fr',
  'smtp-url': 'une adresse SMTP, comme smtps://compte:motdepasse@machine:465',
  'mail-address': 'une adresse électronique, comme « Jalon <jalon@exemple.fr> »',
  'long-secret': 'un texte d’au moins 32 caractères tirés au hasard',
  'yes-or-no': '« yes » ou « no »',
  'log-level': '« fatal », « error », « warn », « info », « debug », « trace » ou « silent »',
  path: 'un chemin de dossier',
}

function faultLine({ file, line, path: pointer, code, details }: FileFault): string {
  const place = line === undefined ? file : `${file}:${line}`

  return `  ${[place, pointer].filter(Boolean).join(' ')} : ${sentenceOf(code, details ?? {})}`
}

function settingLine({ setting, expected }: SettingFault): string {
  return `  ${setting} doit être ${expectations[expected]}.`
}

function otherPort(port: number): number {
  return port >= 65_535 ? 3000 : port + 1
}

/** What the terminal shows once everything answers. */
export function welcome(address: string, signInLink: string | undefined, dataDirectory: string): string {
  const lines = [`Jalon est prêt : ${address}`]
  if (signInLink !== undefined)
    lines.push('', 'Pour entrer la première fois (ce lien ne sert qu’une fois) :', `  ${signInLink}`)
  lines.push(
    '',
    `Données et journaux : ${path.relative(process.cwd(), dataDirectory) || dataDirectory} · Ctrl-C pour arrêter.`,
  )

  return lines.join('\n')
}

export const stopping = 'Arrêt en cours : les enregistrements commencés se terminent (Ctrl-C à nouveau pour forcer)…'
export const stopped = 'Jalon est arrêté.'
export const logNotWritable = 'Le journal ne peut plus être écrit : vérifiez la place sur le disque. Jalon continue.'
export const databaseLost =
  'La base de données s’est arrêtée : Jalon s’arrête aussi. Relancez-le ; rien de ce qui était enregistré n’est perdu.'
