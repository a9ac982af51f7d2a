// What people who write French take for a password when nobody stops them: the head of an attacker's list.

/**
 * The first lines stand in the order that an attacker tries them, the most used passwords of all first; the others by subject.
 * Written for this lab: a real list has millions of lines, of passwords that were in use.
 */
const LISTED = `
123456 123456789 azerty 12345678 azertyuiop 000000 1234561 qwerty loulou doudou 12345 soleil marseille motdepasse password
chouchou admin bonjour 123123 1234567 1234 111111 1234567890 nicolas camille chocolat jetaime chocolats princesse

112233 121212 123321 131313 159357 159753 222222 147258 147258369 258456 333333 444444 555555 654321 666666 777777 789456
789456123 888888 963852741 987654321 999999 00000000 0123456789 11111111 0000 1111 aaaaaa abc123 abcd1234 a1b2c3 1q2w3e4r
1a2b3c azer azert azertyui qsdfgh qsdfghjklm wxcvbn wxcvbnm poiuyt mlkjhg aqwzsx azeqsd azqsxw aqwxsz qwertyuiop qwertz
asdfgh asdfghjkl zxcvbnm abcdef abcdefg abcdefgh passw0rd 14juillet
mot-de-passe je-t-aime p@ssword p@ssw0rd élève été bébé

mdp passe secret secrets sesame ouvretoi monmotdepasse lemotdepasse changezmoi changeme bienvenue welcome login root user
invite compte session test essai toto tata titi tutu momo nono riri fifi zozo bibi lili lolo lulu mimi nana toutou
coucou salut hello bonsoir merci pardon oui non jamais toujours personne rien letmein iloveyou jetadore jtm jetm amour
monamour amours moncoeur coeur bisous bisou calin caline cherie cheri tresor bebe poupette poupee pupuce puce
lapuce choupette choupinette choupi chouchoute louloute minou minette mimine nounours nounou papillon coccinelle
libellule abeille fourmi grenouille tortue dauphin dolphin requin baleine tigre lion lionne panthere leopard loup louve renard
ourson ours panda koala girafe elephant zebre cheval chevaux poney licorne chien chienne chat chaton chatte lapin hamster
souris mouton cochon vache canard poulet poussin aigle faucon hibou corbeau serpent vipere dragon phenix bambi dumbo felix
filou caramel noisette vanille cannelle praline nougat bonbon gateau crepe brioche croissant baguette fromage raclette
fondue camembert saucisson jambon banane cerise fraise framboise pomme poire peche abricot citron orange mandarine ananas
mangue coco kiwi melon pasteque tomate carotte patate olive piment menthe basilic cafe the champagne
bordeaux bourgogne

lune etoile etoiles ciel nuage orage tonnerre eclair tempete pluie neige glace hiver printemps automne vacances voyage plage
ocean vague mer bateau voile pirate corsaire riviere montagne foret arbre fleur fleurs rose roses violette tulipe marguerite
lavande jasmin lotus bambou prairie jardin maison village chateau campagne paradis enfer ange angel demon diable dieu
marie paix liberte egalite fraternite bonheur sourire joie espoir destin hasard mystere magie magique fantome
vampire sorciere fee prince reine royal empereur napoleon chevalier guerrier ninja samourai titan zeus apollon athena venus
mars saturne jupiter mercure galaxie cosmos univers planete

paris lyon toulouse nice nantes strasbourg montpellier lille rennes reims toulon grenoble dijon angers nimes brest lemans
limoges tours amiens perpignan metz besancon orleans rouen mulhouse caen nancy avignon cannes antibes ajaccio bastia bayonne
biarritz pau annecy chambery colmar france corse bretagne normandie alsace lorraine provence savoie auvergne vendee picardie
reunion guadeloupe martinique guyane tahiti algerie maroc tunisie senegal cameroun portugal espagne italie belgique suisse
bruxelles geneve londres berlin madrid lisboa barcelone newyork miami tokyo quebec montreal

football foot ballon champion olympique psg omlom om ol asse losc fcnantes girondins zidane zizou platini thierry henry ronaldo
messi neymar mbappe griezmann rugby tennis basket hockey handball judo karate boxe natation danse danseuse gymnastique
escalade surf skate snowboard ski velo moto scooter yamaha honda kawasaki ducati ferrari porsche peugeot renault citroen
clio twingo mustang mercedes formule rallye pilote camion avion fusee
guitare piano violon batterie musique chanson rock metal rap techno reggae bobmarley johnny hallyday goldman brel mylene
farmer indochine metallica nirvana eminem rihanna beyonce shakira cinema film serie naruto sasuke goku sangoku vegeta onepiece
luffy pokemon pikachu mario zelda sonic minecraft fortnite starwars yoda batman superman spiderman matrix asterix obelix
idefix tintin milou garfield snoopy mickey minnie disney simba nemo stitch

alexandre alexis alice amandine amelie anais andrea andre anne annie anthony antoine arnaud arthur audrey aurelie aurelien
axel baptiste bastien benjamin benoit bernard bruno caroline catherine cecile celine charles charlotte chloe christian
christine christophe clara claire claude claudine clemence clement corinne cyril damien daniel david delphine denis didier
dominique dorian dylan elise elodie emilie emma enzo eric erwan estelle etienne eva fabien fabienne fabrice fanny fatima
florence florian francis franck francois francoise frederic gabriel gaelle georges gerard gilbert gilles gregory guillaume
helene hugo ines isabelle jacques jean jeanne jennifer jeremy jerome jessica joel johan jordan joseph josephine julia julie
julien juliette justine karim karine kevin laetitia laura laure laurence laurent lea leo leon leonie lina lisa loic lola
louis louise luc lucas lucie lucien ludovic madeleine magali manon marc marcel margaux margot marine marion martin martine
mathieu mathilde mathis matteo maxime megane melanie melissa michel michele mohamed monique morgane myriam nadia nadine
nathalie nathan nina noah noemie oceane olivia olivier pascal patrice patricia patrick paul pauline perrine philippe pierre
quentin rachel raphael raymond regis remi rene richard robert robin romain romane roger sabrina samuel sandra sandrine sarah
sebastien serge simon sophie stephane stephanie sylvain sylvie tanguy thomas theo tiffany tom tristan ugo valentin valentine
valerie vanessa veronique victor victoria vincent virginie william xavier yann yannick yasmine yves yvette zoe
`;

/** The passwords of the list, each once, in its order. */
export const WEAK_PASSWORDS: readonly string[] = LISTED.trim().split(/\s+/);
