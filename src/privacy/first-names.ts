/** Common first names in France, lower case and without accents: what makes two capitalised words look like a person. */
export const firstNames: ReadonlySet<string> = new Set(
  `abdel abdelkader abdou abdoulaye adam adama adele adil adrien agathe agnes ahmed aicha aissatou alain alban albert alex
  alexandra alexandre alexis ali alice alicia aline alioune amadou amandine amel amelie amina aminata amine amira anais andre
  andrea angela angelique anissa anita anna anne annie anthony antoine antonio arnaud arthur asma assane assia audrey aurelie
  aurelien aurore awa axel ayoub aziz baptiste bastien beatrice benjamin benoit bernadette bernard bertrand bilal boubacar
  brahim brigitte bruno camille carine carla carlos carole caroline catherine cathy cecile cedric celia celine charles charlotte
  cheikh chantal cherif chloe christelle christian christiane christine christophe claire clara claude claudine clemence
  clement colette corinne cyril damien daniel daniela danielle david delphine denis denise diane didier diego djamila djibril
  dominique dylan edith edouard elena eliane elias elisabeth elise elodie eloise elsa emilie emma emmanuel emmanuelle enzo eric
  erwan estelle esther ethan etienne eva evelyne fabien fabienne fabrice fanny fanta farid farida fatima fatiha fatou fatoumata
  felix fernando florence florent florian francine francis franck francois francoise frederic gabriel gael gaelle genevieve
  geoffrey georges gerald gerard germain ghislaine gilbert gilles gregory guillaume guy gwenaelle habib hakim halima hamid hamza
  hana hanane hasan hassan hassane hector helene henri herve hichem hugo hugues ibrahim ibrahima idriss ines ingrid irene
  isabelle ismael issa ivan jacqueline jacques jamal jamila jean jeanne jeremy jerome jessica joao joel joelle johanna jonathan
  jordan jose joseph josiane julia julie julien juliette justine kader kadiatou kamel karen karim karima karine katia kevin
  khadija khalid khaled laetitia lamine latifa laura laure laurence laurent lea leila leo leon leonie lilia lina linda lionel
  lisa loic lola louis louise lucas lucie luc lucien ludovic luis lydia lydie madeleine maeva magali mahamadou malik malika
  mamadou manon manuel manuela marc marcel marcelle margaux margot maria mariam mariama marianne marie marina marine marion
  marius martin martine maryam maryse mathieu mathilde mathis matthieu maurice max maxime mehdi melanie melissa michel michele
  micheline michelle mickael miguel mireille mohamed mohammed monique morgane moussa mouhamed mourad mustapha myriam nabil nadege
  nadia nadine naima nathalie nathan nawel nelly nicolas nicole nina noa noe noemie nora noura odette odile olga olivia olivier
  omar oumar oumou oussama pablo pascal pascale patrice patricia patrick paul paula paulette pauline pedro philippe pierre
  quentin rachel rachid rachida raphael raymond rebecca regine remi renaud rene renee richard robert robin rodrigue roger roland
  romain romane rosa rose sabrina said saida salah salim salima salma sami samia samir samira samuel sandra sandrine sara sarah
  sebastien selim selma serge sidi simon simone sofia sofiane solange sonia sophie souad soufiane stephane stephanie steven
  suzanne sylvain sylvie tarik tatiana theo therese thierry thomas tom tony valentin valentine valerie vanessa veronique victor
  victoria vincent virginie viviane walid wassim william xavier yacine yann yannick yasmina yasmine youcef youssef youssouf yves
  yvette yvonne zahra zakaria zineb zoe zohra`.split(/\s+/u),
)
