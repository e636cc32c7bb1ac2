/** Common first names in France, lower case and without accents: what makes two capitalised words look like a person. */
export const firstNames: ReadonlySet<string> = new Set(
  `abdallah abdel abdelaziz abdelhak abdelkader abdelkrim abdellah abderrahmane abdessamad abdou abdoulaye abdul abdullah
  abigail achille achraf adam adama adele adil adja adrian adriana adrien agathe agnes agnieszka ahmad ahmed aicha aida aisha
  aissata aissatou alain alban albert alex alexandra alexandre alexandru alexia alexis alfred ali alice alicia alima aline
  alioune alix aloys alphonse alya amadou amal amandine amar amara amaury ambre ambroise amel amelie amina aminata amine
  aminta amir amira ana anais anas anastasia anatole andre andrea andree andreea andrei andriy angela angele angelina
  angelique angelo ania anis anissa anita anna annabelle anne annette annick annie anouk anthony antoine antoinette antonio
  apolline ariane aristide arlette armand armande armando armel armelle arnaud artem arthur asma assane assia astrid aude
  audrey augustin augustine aurelie aurelien aurore awa axel ayman aymen ayoub ayse aziz aziza azzedine babacar badr bakary
  baptiste barbara barthelemy basile bassam bastien bastienne beatrice bechir bella benjamin benoit berenice bernadette
  bernard berthe bertille bertrand bianca bilal bintou blaise blandine bogdan boubacar brahim brahima brice brigitta brigitte
  bruna bruno calvin camelia camille candice carine carla carlos carole caroline cassandra catalina catherina catherine cathy
  cecile cecilia cedric celestin celestine celia celine chadia chafik chahinez chaima chantal charlene charles charlie
  charline charlotte cheikh cherif chiara chloe christel christelle christian christiane christine christophe christopher
  cindy claire clara clarisse claude claudette claudine clea clemence clement cleo colette coline coralie corinne cosmin
  coumba cristian cristina cyprien cyril cyrille dalila damien dana daniel daniela danielle danny daouda daphne daryl david
  deborah delphine demba denis denise desiree diana diane didier diego dieynaba dimitri dina djamel djamila djeneba djibril
  djibrilla dmitri dominic dominique donatien donia dorian doriane dorothee dounia driss dylan eddy edgar edith edmond edmonde
  edouard edwige elea elena eleonore elia elian eliane elias elif elijah eline elisa elisabeth elise elisee elliot elmira
  elodie eloi eloise elsa elsie elvire emeline emile emilie emilien emma emmanuel emmanuelle emna emre enora enzo eric erica
  erika ernest ernestine ersin erwan esma estelle esther ethan etienne eugene eugenie eva evan evelina evelyne fabien fabienne
  fabrice fadi fadila faical faiza fallou fanny fanta faouzi fares farid farida fathia fatiha fatim fatima fatma fatna fatou
  fatoumata faustine fayssal felix ferdinand fernand fernande fernando filipe fiona flavie flavien flora florence florent
  florian floriane fode francesca francesco francine francis francisca francisco franck francois francoise franklin fred
  freddy frederic frederica frederique gabin gabriel gabriela gabriella gael gaelle gaetan gaston gauthier gautier genevieve
  geoffrey georges georgette georgia gerald gerard germain germaine ghislain ghislaine ghizlane gilbert gilles giovanni giulia
  gladys goran gregoire gregory guillaume guillemette gustave guy gwenael gwenaelle gwendoline habib habiba hadja hafid hafida
  hafsa hakim hakima halima hamed hamid hamida hamidou hamza hana hanane hanna hannah hans harouna hasan hasna hassan hassane
  hatem hawa hayat hector heidi helena helene henri henriette herve hicham hichem hind horia hortense houda houria hubert hugo
  hugues ibrahim ibrahima idir idriss idrissa ifrah igor ikram ilan ilham ilhem ilyas ilyes imad imane imene imran inaya ines
  ingrid ioana irene irina isaac isabel isabella isabelle ismael ismaila issa issam issouf ivan ivana jacky jacqueline jacques
  jad jamal jamel jamila janine jaouad jasmine javier jawad jean jeanne jeremie jeremy jerome jessica jesus jihane joachim
  joana joanna joao joaquim joel joelle johan johann johanna johnny jonas jonathan jordan jorge jose josefina joseph josette
  josiane josselin josue joyce juan jules julia juliana juliane julianne julie julien juliette justin justine kader kadiatou kadidja
  kadija kaina kamal kamel kamila kamilia karamoko karen karim karima karine karl kassandra katarzyna katia katy kelly kenza
  kenzo ketty kevin keziah khadidja khadija khadra khaled khalid khalifa kheira killian koumba laetitia lahcen lahouari laila
  lakhdar lamia lamine lana landry larissa lassana latifa laura laure laureen laurence laurene laurent lauriane lazare lea
  leandre leandro leila lena lenny leo leon leonard leonie leonor leopold leslie liam lila lilia lilian liliane lina linda
  lionel lisa lisette livia lobna loic lola lorena lorenzo louane loubna louis louise louiza louna lounes luc luca lucas
  lucette luciana lucie lucien lucille ludovic luis lydia lydie lyes lyna madeleine maelle maelys maeva magali mahamadou mahdi
  maher mahmoud maimouna maiwenn malek malick malik malika malo mamadou mamady mame manon mansour manuel manuela marc marcel
  marcelin marcelle marcello marcio margareth margaux margerie margot marguerite maria mariam mariama mariana marianne marie
  mariella marielle mariette marilyne marina marine mario marion marius marouane marta martin martine marwa marwan maryam
  maryline maryse maryvonne massinissa mathias mathieu mathilde mathis mathurin matthieu maurice mauricette max maxence maxime
  mayssa medhi mehdi mehmet melanie melina melinda melissa melvin mercedes meriem meryem messaoud mia michaela michel michele
  micheline michelle mickael mickaella miguel mihaela mihai mikael milena mina minh mireille mirela miriam modibo modou
  mohamad mohamed mohammed mohand moise moktar momar moncef monia monika monique morgane mory mostafa mouhamed mouloud mouna
  mounia mounir mourad mouss moussa moustapha muriel murielle mustafa mustapha mylene myriam nabil nabila nadege nadia nadine
  nadir nadjet nadjib nael nafissatou naim naima najat najet najib najoua naomi nassim nassima natacha natalia natalya natasha
  nathalie nathan nawal nawel nawfel ndeye neila nelly nelson nesrine nestor neyla nguyen nicolae nicolas nicole nidal nihad
  nikita nils nina ninon nisrine noa noah noe noella noelle noemie noham nolan nolwenn nora norah norbert nordine nouha nour
  noura noureddine nouria oceane octave octavie odette odile ola oleg oleksandr oleksandra olena olga olha olivia olivier omar
  ombeline ophelie orane orlane oscar osman ouarda ouassim oulimata oumar oumou ousmane oussama ousseynou oxana pablo paolo
  pascal pascale pathe patrice patricia patrick paul paula pauletta paulette pauline pedro penda perrine peter petra philippe
  philomene pierre pierrette pierrick piotr prisca priscilla priya quentin rabah rabia rachel rachelle rachid rachida radia
  radouane rafael rahma raissa raja ralph ramata ramatoulaye ramdane rami ramon rania raoul raphael raphaelle ravi rayan
  rayane raymond raymonde rebecca reda redouane regine remi remy renata renaud rene renee ricardo richard rida rim rita robert
  roberta roberto robin rodolphe rodrigo rodrigue roger rokhaya roland rolande romain roman romane romeo romuald ronan rosa
  rosalie rose roseline rosette roxane ruben ruth ryan saad saadia sabah sabine sabri sabrina sabrine sadia sadio safia said
  saida salah salif salim salima salimata saliou salma salome salomon saloua samantha samba sami samia samir samira samuel
  samy sana sanaa sandie sandra sandrine sandy santiago sara sarah sasha sebastian sebastien segolene sekou selena selim selma
  semih serge sergio sergiu seydou shaima sherine shirley sidi siham sihem simeon simon simone sira sirine skander slimane
  sofia sofian sofiane sokhna solange solene soline sonia sophie soraya sory souad soufiane souleymane soumaya stanislas
  stefan stefania stella stephane stephanie steven stevy suzanne sven svetlana sylvain sylvana sylvette sylvia sylviane sylvie
  taha tahar tania tarek tarik tatiana teddy teresa tesnim thais thelma theo theodore theophile therese thi thiago thibaud
  thibault thibaut thierry thiphaine thomas tiago tidiane timeo timothee tiphaine titouan tom tony toufik tristan ulysse
  ursule valentin valentina valentine valerie vanessa vasile vera veronique vianney victor victoria victorien vincent violaine
  virgile virginia virginie vitor viviane vladimir volodymyr wafa wahiba wahid walid walter wanda warda wassim wendy wesley
  wilfrid wilfried william wissam wissem xavier yacine yael yahia yahya yamina yanis yann yannick yasin yasmina yasmine yassin
  yassine yaya yazid ylan yoan yoann yohan yohann yolande yoni youcef younes yousouf yousra youssef youssouf yulia yuliia
  yunus yusuf yvan yves yvette yvon yvonne yvonnick zahra zaineb zakaria zakia zeinab zeynep ziad zied zineb zinedine zoe
  zohir zohra zoubida zouhair`.split(/\s+/u),
)
