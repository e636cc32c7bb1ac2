import { describe, expect, test } from 'vitest'
import { personalData } from '#src/privacy/named-person.ts'

/** Between bars, as people write them; a line that ends is a bar too. */
const cases = (text: string) => text.split(/\s\|\s|\n\s*/u).filter((each) => each !== '')
const kinds = (text: string) => [...new Set(personalData(text).map(({ kind }) => kind))]

const emails = cases(`
  Écrire à jean.dupont@exemple.fr | JEAN.DUPONT@EXEMPLE.FR a répondu | contact : a@b.fr
  mail rh_2@sous-domaine.exemple.org. | voir « marie-claude@exemple.com » | l'adresse o’brien@exemple.fr
  écrire à jean.dupont (at) exemple.fr | jean.dupont [arobase] exemple.fr`)

const phones = cases(`
  0612345678 | 06 12 34 56 78 | 06.12.34.56.78 | 06-12-34-56-78 | 06/12/34/56/78 | +33612345678 | +33 6 12 34 56 78
  +33 (0)6 12 34 56 78 | 0033 6 12 34 56 78 | tél. 01 40 20 50 50, le matin | tel:07.88.77.66.55 | 06 12 345 678
  +262 692 12 34 56 | +590 690 12 34 56 | +33.6.12.34.56.78 | 06 1234 5678 | 06  12  34  56  78 | (06) 12 34 56 78
  +32 475 12 34 56 | +213 661 12 34 56`)

const socialSecurityNumbers = cases(`
  284058819102552 | 2 84 05 88 191 025 52 | 1 85 07 2A 004 123 | 1 85 07 2B 004 123 | 2 84 05 88 191 025
  n° de sécu 2840588191025 | 185072a004123 | 2-84-05-88-191-025-52 | 2 84 05 88 191 025 / 52 | 7 84 05 88 191 025`)

const names = cases(`
  Fatima Benali | Karim Ben Ali | Karim Ben | Jean-Pierre Le Goff | Jean Pierre Martin | Marie-Thérèse de La Tour
  Élodie Lefèvre | Éric Noël | François Müller | Noémie O’Connor | Sophie D'Almeida | Sophie d’Almeida
  Mohamed El Amrani | Mamadou Diallo | Aïcha Traoré | Nguyen Minh | Maria da Silva | JEAN DUPONT | DUPONT Jean
  DUPONT-MARTIN Claire | FATIMA BENALI | Abdoulaye Sow | Ana Popescu | Ivan Petrov | Olena Kovalenko | Yusuf Yilmaz
  Mehdi Haddad | Inès Moreau | Zoé Petit | Léa Martin | Chloé Roux | Théo Blanc | Noah Leroy | Jules Faure
  Manon Girard | Kévin Durand | Kevin Durand | Jordan Lopez | Dylan Morel | Mathis Brun | Nathan Roy | Oumar Ba
  Ousmane Sy | Fatoumata Koné | Ibrahim Camara | Samira Bouzid | Nadia Cherif | Yasmine Hamidi | Rachid Taha
  Hassan Al Hamad | Khadija Ait Ahmed | Bintou Keita | Moussa Cissé | Salif Barry | Tiago Ferreira | João Pereira
  Svetlana Ivanova | Amandine Leroux | Jean-Baptiste Colin | Anne-Laure Petit | Anne Sophie Petit | Marie Curie
  Pierre Durand | Rose Martin | Claire Fontaine | Victor Hugo | Florence Arnaud | Martin Martin | Saïd Belkacem
  Gaëlle Le Bihan | Yann Le Floc’h | Loïc Guével | Maëlle Tanguy | Thi Lan Tran | Mireille Darc | Josette Roy
  Bernadette Soubirous | Ghislain Roy | Hugues Capet | Abdelkrim Zidane | Youssef Amara | Soumaya Fares | Latifa Ziani
  Zineb Alaoui | Hamza Nasri | Amadou Ndiaye | Cheikh Diop | Aminata Sall | Mariam Touré | Priya Sharma
  Tarek Mansour | Nour El Hachem | Leïla Slimani | Sékou Touré | Modou Fall | Monsieur K. refuse | M. K. refuse
  Mme B. est partie | Mr Dupont refuse | Mr. Dupont refuse | M Dupont refuse | Mme. Dupont refuse | MME DUPONT refuse
  MONSIEUR DUPONT refuse | madame Sylla est venue | monsieur Diallo est venu | mme Sylla est venue | Mlle Roy
  Mmes Roy et Petit | MM. Roy et Petit | Me Dupuis, avocat | Dr Martin a écrit | Docteur Martin a écrit
  Karim B. est parti | J.-P. Martin est parti | Mme de La Tour | M. d'Almeida | M. d’Almeida | M. El Amrani
  Madame la Directrice, Mme Roy | Fatima B. et Karim | notre collègue Awa D. | M.Dupont refuse | Monsieur O’Connor
  Mme N’Diaye | Mme LE GOFF | le départ d’Awa Diarra | qu’Amina Diallo | remplace Karim Benali
  la recrue Karim Benali | chez Amadou N’Diaye`)

const namesNobody = cases(`
  Île-de-France | en Île-de-France et en Bretagne | Code du travail | Code pénal, article 225-1 | Pôle Emploi
  Pôle emploi et France Travail | France Travail | Seine-Saint-Denis | rue Jean-Jaurès | 12 rue Jean Jaurès à Lille
  avenue Jean-Jaurès | boulevard Victor Hugo | place Pierre Mendès France | Saint-Denis | Saint Denis
  Saint-Martin-d’Hères | depuis janvier 2024 | En Mars et en Avril | Avril Mai Juin | CDD | CDD CDI CDDI
  un CDDI de 6 mois | Le CSE et la DREETS | La MDPH de Paris | ETTI et EITI | AI, ACI, EI | Emmaüs Défi
  Les Jardins de Cocagne | Les Restos du Cœur | La Croix-Rouge | Croix Rouge française | Secours Populaire
  Secours Catholique | Mission Locale de Lyon | Cap Emploi | Conseil Départemental du Nord | Conseil régional
  Défenseur des Droits | Cour de Cassation | Ministère du Travail | Inspection du Travail | Médecine du Travail
  Loi Travail | Loi Avenir Professionnel | Mme la Directrice | M. le Maire | Madame la Présidente | Monsieur le Préfet
  Mesdames, Messieurs | Madame, Monsieur | Chère Madame, Cher Monsieur | association Saint-Vincent-de-Paul
  Fondation Abbé Pierre | la Fondation Abbé-Pierre | Maison Camille Claudel | la Maison Simone Veil
  lycée Victor Hugo | école Jules Ferry | stade Louis II | station Charles de Gaulle | gare Saint-Lazare
  hôpital Lariboisière | Hôpital Robert-Debré | CHU Henri-Mondor | rue Marie Curie | quai Claude Bernard
  Paris Habitat | Lille Métropole | Grand Paris Sud | Val de Marne | Val-de-Marne | Hauts de Seine | Rhône-Alpes
  Provence-Alpes-Côte d’Azur | Nouvelle-Aquitaine | Pays de la Loire | Le Mans | La Réunion | Aix-en-Provence
  Clermont-Ferrand | Bourg-en-Bresse | Noël et Nouvel An | la Pentecôte | le Ramadan | Aïd el-Fitr | Kippour
  Union européenne | Fonds Social Européen | FSE+ | République française | Afrique du Nord | Moyen-Orient
  Éducation Nationale | Bac Pro | CAP Cuisine | BTS Assistant | Excel et Word | Google Meet | Microsoft Teams
  WhatsApp Business | SIRET 123 456 789 00012 | SIREN 123 456 789 | RCS Paris 123 456 789
  du 01/02/2024 au 28/02/2025 | le 12.03.2025 à 14 h | de 8 h 30 à 17 h 00 | 12 500 000 euros | 1 234 567,89 €
  article L1132-1 | articles L. 1132-1 à L. 1132-4 | L. 1132-1 | art. L.1132-1 | décret n° 2008-496 du 27 mai 2008
  le 39 28 | le 3919 | le 17, le 112 | le 0 800 05 95 95 | IBAN FR76 3000 4000 0100 0012 3456 789 | Convention 190
  OIT C190 | Rose et verte, la salle | Claire et nette | La règle est Claire | Rue Pierre-Sémard
  cité Jacques-Prévert | chantier Lucie Aubrac | chantier Jean Moulin | l’atelier Jean Moulin | résidence Anne Frank
  foyer Henri Barbusse | l’ESAT Jean Moulin | l’EHPAD Les Lilas | la Régie de quartier Saint Jean
  l’entreprise Martin | la SARL Dupont | la société Bernard Frères | le groupe Leroy Merlin | Leroy Merlin
  Paul et Jacques en parlent | Le Vendredi Saint | Journée du 8 Mars | 8 mars | Paris 18e | Porte de Clignancourt
  station Rosa Parks | espace Rosa Parks | Parc Georges Brassens | bibliothèque François Mitterrand
  prix Simone de Beauvoir | Marie et les autres | Le conseil de Pierre | M. et Mme | Mme et M.
  Un M. ou une Mme sur l’affiche | PV de CSE | PLIE de Lille | Plan B | Vitamine C | catégorie A. Puis B.
  Groupe A, groupe B | N. B. : à revoir | P. S. à lire | p. 12 | Niveau A. | Critère C. Voir plus bas
  salle B. Grande | Alpha Omega | Règlement Intérieur | Bonnes Pratiques | RGPD | CNIL | Le DUERP | Camille
  Avec Karim | LE CODE DU TRAVAIL | NON CONCERNÉ | LES SALARIÉS EN PARCOURS | À VOIR AVEC LE CSE | AGEFIPH
  Agefiph Nord | Adoma Lyon | Don Quichotte | Dominique et son équipe | France Active | France Relance
  France Services | Florence et Rome | Paris et Lourdes | Nancy Metz | à Nancy | ville de Nancy | Laval et Nantes
  Domaine Saint Jean | S.M.I.C. | P.M.E. | M.S.A. | C.D.D. | H.L.M. | Monsieur X et Madame Y | Monsieur Untel
  le 01.02.2024 14 h 30 | le 01/02/2024 à 14 h | CLAIRE EST LA RÈGLE | Mme l’Adjointe | aujourd’hui, d’Abord`)

/** What patterns alone cannot tell: whoever reads must, as the hint beside the field says. */
const notTold = cases(`
  Dupont Jean | Diarra Awa | fatima benali | K. Benali est parti | F. B. est partie`)

/** Names of firms and of places that bear a person’s: one is warned for nothing, and says so in one touch. */
const warnedForNothing = cases(`
  Yves Rocher | Louis Vuitton | Jean Louis David | Rosa Parks | Ali Baba`)

describe.each([
  ['email', emails],
  ['phone', phones],
  ['nir', socialSecurityNumbers],
  ['name', names],
] as const)('what is an %s', (kind, texts) => {
  test.each(texts)('« %s » is told', (text) => {
    expect(kinds(text)).toEqual([kind])
  })

  test('is told in the middle of a sentence, whatever the spaces are', () => {
    const sentences = texts.flatMap((text) => [
      `Il y a eu ${text}, dit l’équipe.`,
      `Il y a eu ${text.replaceAll(' ', '\u00a0')} ce jour.`,
    ])
    expect(sentences.filter((sentence) => !kinds(sentence).includes(kind))).toEqual([])
  })
})

test.each(namesNobody)('« %s » points at nobody', (text) => {
  expect(personalData(text)).toEqual([])
  expect(personalData(`L’équipe note : ${text}, puis décide.`)).toEqual([])
})

test('the limits are known: whoever moves one moves its line here', () => {
  expect(notTold.filter((text) => personalData(text).length > 0)).toEqual([])
  expect(warnedForNothing.filter((text) => personalData(text).length === 0)).toEqual([])
})
