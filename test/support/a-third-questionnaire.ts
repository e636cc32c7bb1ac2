import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * An invented method nobody knows, as its authors would write it: three dimensions, nine criteria, one quiz, its own
 * words, no survey. Written under `folder`, in files.
 */
export async function writeThirdQuestionnaire(folder: string): Promise<void> {
  const version = path.join(folder, 'sobriete-numerique', '2.1.0')
  await mkdir(path.join(version, 'dimensions'), { recursive: true })
  const write = (name: string, text: string) => writeFile(path.join(version, name), text)
  const dimensions = ['materiel', 'usages', 'donnees']

  await write(
    'questionnaire.yaml',
    `id: sobriete-numerique
version: 2.1.0
title: Sobriété numérique
overall: true
journey: practices-audit
levelNames: [Rien, Un peu, Souvent, Toujours]
dimensions: [${dimensions.join(', ')}]
`,
  )
  await write('indicators.yaml', '[]\n')
  for (const [index, dimension] of dimensions.entries())
    await write(
      `dimensions/${dimension}.yaml`,
      `id: ${dimension}
title: Le thème ${dimension}
shortTitle: ${dimension}
description: Ce que nous faisons sur ce thème.
weight: ${index + 1}
source: '[essai]'
criteria:
${[1, 2, 3].map((rank) => criterion(dimension, rank)).join('')}`,
    )
  await write('quiz.yaml', [1, 2, 3, 4].map(quizCase).join(''))
}

const criterion = (dimension: string, rank: number) => `  - id: ${dimension}-${rank}
    title: Pratique ${rank} du thème ${dimension}
    shortTitle: Pratique ${rank}
    question: Que faisons-nous pour la pratique ${rank} ?
    plainQuestion: Que fait-on ?
    weight: ${rank}
    legal: ${rank === 1}
    levels: [Nous ne faisons rien., Nous essayons., Nous faisons., Nous transmettons.]
    excludedFor: []
    indicators: []
    proofs: [Une photo]
    source: '[essai]'
    actions:
      - id: ${dimension}-${rank}-1
        title: Commencer la pratique ${rank}
        description: Choisir une date et une personne.
        forLevels: [1, 2, 3]
        impact: 3
        effort: 1
        source: '[essai]'
`

const quizCase = (rank: number) => `- id: cas-${rank}
  title: Le cas ${rank}
  situation: Un ordinateur de cinq ans ralentit.
  question: Que faire ?
  options:
    - { id: a, text: En acheter un autre. }
    - { id: b, text: Le nettoyer et ajouter de la mémoire. }
    - { id: c, text: Ne rien faire. }
  answer: b
  explanation: Le fabriquer a coûté l’essentiel de ce qu’il coûtera à la planète.
  goodPractice: L’équipe garde ses machines sept ans.
  legalBasis:
    - rule: Un vendeur dit combien de temps il fournit des pièces.
      reference: article L111-4 du code de la consommation
      validity: { readOn: 2026-10-01, reviewBy: 2099-10-01 }
      source: '[essai]'
  source: '[essai]'
`
