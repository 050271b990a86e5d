import type { ExpertiseDomain } from '#app/features/diagnostics/expertise-domains.ts'

/** What practitioners, consultants and organisations write. Invented, in the words of the trade. */

type Theme = {
  need: string
  /** What the organisation does itself, and what is bought for it. */
  self: string
  bought: string
  strong: string
  weak: string
}

export const themes: Record<ExpertiseDomain, readonly [Theme, ...Theme[]]> = {
  strategic: [
    {
      need: 'Consolider le modèle économique',
      self: 'Tenir un plan de trésorerie à douze mois, revu chaque mois',
      bought: 'Accompagnement à la refonte du modèle économique',
      strong: 'Un projet lisible, porté par une équipe qui sait dire pourquoi elle est là.',
      weak: 'Deux financeurs font 70 % des ressources ; aucune piste de diversification n’est chiffrée.',
    },
    {
      need: 'Réécrire le projet associatif à cinq ans',
      self: 'Réunir le CA et l’équipe sur une journée de projet',
      bought: 'Appui à la réécriture du projet associatif',
      strong: 'L’intuition de départ est intacte et partagée par les fondateurs.',
      weak: 'Le projet écrit date de 2014 ; l’activité a doublé depuis.',
    },
    {
      need: 'Décider d’un changement d’échelle',
      self: 'Visiter deux structures qui ont essaimé',
      bought: 'Étude d’opportunité d’un second site',
      strong: 'La demande existe : quarante familles sur liste d’attente.',
      weak: 'Le besoin en fonds de roulement d’un second site n’a pas été estimé.',
    },
  ],
  organisational: [
    {
      need: 'Clarifier qui fait quoi entre la coordination et l’équipe',
      self: 'Écrire les fiches de poste et les relire ensemble',
      bought: 'Appui à l’organisation du travail et aux fiches de poste',
      strong: 'Une équipe polyvalente, qui se remplace sans drame.',
      weak: 'Tout remonte à la coordinatrice ; ses congés bloquent les achats.',
    },
    {
      need: 'Installer des temps de réunion qui décident',
      self: 'Tenir un relevé de décisions d’une page après chaque réunion',
      bought: 'Accompagnement aux pratiques de coopération',
      strong: 'L’information circule bien, de vive voix.',
      weak: 'Les réunions informent mais ne tranchent pas ; les sujets reviennent.',
    },
  ],
  functional: [
    {
      need: 'Mettre en place une comptabilité analytique',
      self: 'Saisir les temps par activité pendant un trimestre',
      bought: 'Mise en place d’outils de gestion analytique',
      strong: 'Les comptes sont tenus à jour par un cabinet, remis en mars.',
      weak: 'Le coût réel de chaque activité n’est pas connu.',
    },
    {
      need: 'Sécuriser la fonction employeur',
      self: 'Faire le tour des contrats et des entretiens en retard',
      bought: 'Appui à la fonction employeur',
      strong: 'Les bulletins sont externalisés et sans erreur relevée.',
      weak: 'Le document unique n’a pas été revu depuis trois ans.',
    },
    {
      need: 'Fixer des tarifs qui couvrent les coûts',
      self: 'Comparer les tarifs de quatre structures voisines',
      bought: 'Construction d’une grille tarifaire',
      strong: 'Des usagers prêts à payer un prix juste, s’il est expliqué.',
      weak: 'Les tarifs n’ont pas bougé depuis 2019.',
    },
  ],
  political: [
    {
      need: 'Construire une relation de partenaire avec l’agglomération',
      self: 'Préparer une note d’une page pour les élus',
      bought: 'Appui au plaidoyer et à la négociation pluriannuelle',
      strong: 'Une bonne image auprès des élus du quartier.',
      weak: 'Subventions annuelles, renégociées chaque automne.',
    },
    {
      need: 'Prendre place dans les réseaux de l’économie sociale',
      self: 'Adhérer à une tête de réseau et désigner une déléguée',
      bought: 'Appui à la stratégie de réseau',
      strong: 'Des liens d’entraide avec trois associations voisines.',
      weak: 'La structure est peu connue hors de sa commune.',
    },
  ],
  sociological: [
    {
      need: 'Partager la décision avec le CA',
      self: 'Écrire une délégation de pouvoirs et la voter',
      bought: 'Accompagnement de la gouvernance',
      strong: 'Un bureau présent, qui se réunit chaque mois.',
      weak: 'Le CA découvre les dossiers en séance ; deux sièges restent vides.',
    },
    {
      need: 'Préparer le départ de la fondatrice',
      self: 'Lister ce qu’elle seule sait faire',
      bought: 'Préparation d’une transmission de direction',
      strong: 'Un départ annoncé dix-huit mois à l’avance.',
      weak: 'Aucune passation n’est écrite ; les contacts sont dans un carnet.',
    },
    {
      need: 'Renouveler et fidéliser les bénévoles',
      self: 'Accueillir chaque nouveau bénévole avec un parrain',
      bought: 'Appui à la mobilisation des bénévoles',
      strong: 'Cinquante bénévoles, dont une quinzaine chaque semaine.',
      weak: 'La moyenne d’âge monte et les missions ne sont pas décrites.',
    },
  ],
  territorial: [
    {
      need: 'Coopérer avec les structures du même bassin',
      self: 'Inviter les structures voisines à une matinée de travail',
      bought: 'Étude d’un groupement d’employeurs',
      strong: 'Un bon maillage avec les mairies des alentours.',
      weak: 'Trois structures font la même tournée sans se parler.',
    },
    {
      need: 'Ouvrir une antenne en zone rurale',
      self: 'Enquêter auprès de soixante habitants',
      bought: 'Étude de faisabilité d’une antenne',
      strong: 'Deux communes proposent des locaux.',
      weak: 'Le temps de trajet des salariés n’est pas financé.',
    },
  ],
  sectoral: [
    {
      need: 'Préparer la réforme des aides du secteur',
      self: 'Suivre les ateliers de la fédération',
      bought: 'Appui à l’adaptation au nouveau conventionnement',
      strong: 'La directrice siège à la fédération régionale.',
      weak: 'Un tiers des recettes dépend d’un conventionnement qui change.',
    },
    {
      need: 'Professionnaliser la diffusion des spectacles',
      self: 'Tenir un fichier des lieux rencontrés',
      bought: 'Appui à la diffusion et à la production',
      strong: 'Des créations remarquées, reprises trois saisons.',
      weak: 'Personne n’a le temps de rappeler les programmateurs.',
    },
  ],
  technical: [
    {
      need: 'Choisir et installer un logiciel de gestion des adhérents',
      self: 'Nettoyer le fichier des adhérents',
      bought: 'Assistance au choix d’un outil de gestion',
      strong: 'Une salariée à l’aise avec les tableurs, que l’on écoute.',
      weak: 'Quatre fichiers pour les mêmes personnes.',
    },
    {
      need: 'Mettre les locaux aux normes d’accueil',
      self: 'Faire passer la commission de sécurité de la mairie',
      bought: 'Programmation des travaux et plan de financement',
      strong: 'Un bail long et un propriétaire conciliant.',
      weak: 'L’étage est fermé au public depuis le printemps.',
    },
  ],
}

export const motives = [
  'La directrice nous appelle après le refus d’une subvention : « on tient jusqu’en juin ».',
  'Le président veut « y voir clair avant d’embaucher » et souhaite un regard extérieur.',
  'Baisse d’activité depuis deux ans, fatigue de l’équipe, CA partagé sur la suite.',
  'Projet de nouveau local ; ils demandent de l’aide pour le plan de financement.',
  'Orientés par le réseau après une réunion d’information sur la fonction employeur.',
  'Croissance rapide : quatre embauches en un an et une organisation restée artisanale.',
  'Départ de la coordinatrice à l’automne, rien n’est préparé.',
  'Ils ont suivi notre atelier sur les modèles économiques et veulent aller plus loin.',
] as const

export const prescribers = [
  'Maison des associations de démonstration',
  'Service vie associative de la ville',
  'Expert-comptable de la structure',
  'Conseillère du département',
  'Réseau régional de l’économie sociale',
] as const

export const referralTargets = [
  ['Point d’appui à la vie associative', 'Première question de statuts, sans salarié à ce jour.'],
  ['Chambre de métiers de démonstration', 'Activité purement commerciale, hors du champ du dispositif.'],
  ['Structure de financement solidaire', 'Besoin d’un prêt de trésorerie avant tout accompagnement.'],
  ['Incubateur Rives de Loire', 'Projet en émergence : l’idée n’est pas encore portée par une structure.'],
] as const

export const conclusions = [
  'La structure est utile et reconnue ; sa fragilité vient de recettes trop concentrées. Le parcours proposé travaille d’abord les coûts, puis les recettes, et associe le CA à chaque décision.',
  'L’activité est saine, l’organisation n’a pas suivi. Nous proposons de clarifier les rôles avant toute embauche et de donner au bureau des tableaux simples.',
  'Le diagnostic montre une gouvernance courte et une équipe solide. Les besoins retenus sont partagés par la présidente et les salariés présents aux trois séances.',
  'La question posée portait sur le local ; le travail a fait apparaître un besoin plus ancien : décider ensemble de ce que la structure veut devenir.',
] as const

export const participants = [
  'Présidente, trésorier, directrice, deux salariés',
  'Co-présidents, coordinatrice, une bénévole',
  'Président, secrétaire, équipe salariée au complet',
] as const

export const documentsSeen = [
  'Statuts, trois derniers comptes annuels, budget prévisionnel, rapport d’activité, organigramme',
  'Comptes annuels, conventions en cours, procès-verbaux de CA, document unique',
] as const

export const sessionDecisions = [
  'Le coût complet de chaque activité est calculé et partagé ; deux ateliers sont déficitaires. Le CA décidera en mars.',
  'Cartographie des financeurs faite. Trois pistes retenues, une par administrateur.',
  'Les rôles du bureau et de la direction sont écrits. La délégation sera votée au prochain CA.',
  'Relecture du projet associatif : cinq intentions gardées sur onze.',
  'Le tableau de bord est réduit à sept indicateurs, remplis chaque mois par la coordinatrice.',
  'Scénarios comparés : rester, grandir, s’adosser. L’équipe écarte le troisième.',
  'Point d’étape avec la chargée de mission : le calendrier tient, la trésorerie s’est redressée.',
  'Atelier tarifs : nouvelle grille testée sur l’année écoulée, à présenter aux adhérents.',
] as const

export const sessionNextSteps = [
  'Envoyer les comptes du premier semestre',
  'Rédiger la délégation de pouvoirs',
  'Prendre rendez-vous avec la banque',
  'Présenter les scénarios au CA',
  'Relire le projet de grille tarifaire',
  'Compléter le tableau de bord de septembre',
] as const

export const notes = [
  'Appel de la directrice : très contente de la dernière séance, inquiète pour la subvention de l’agglomération.',
  'Penser à prévenir la présidente avant d’écrire à l’équipe.',
  'Le trésorier préfère le téléphone, après 18 h.',
  'Croisée à la journée du réseau : ils embauchent finalement en avril.',
  'Le local est accessible par la cour ; sonner deux fois.',
  'À revoir avec Nadia : le besoin « trésorerie » est peut-être une urgence.',
  'Le CA a changé : nouvelle secrétaire, très présente.',
] as const

export const finalReports = [
  'Les actions prévues ont été menées. La structure dispose d’un budget par activité, tenu chaque mois, et d’un CA qui décide sur pièces. Reste à confirmer le partenariat avec l’agglomération, que la présidente porte désormais seule.',
  'L’ingénierie a tenu son calendrier à une séance près. Les nouveaux tarifs sont appliqués depuis la rentrée ; l’équipe dit avoir « repris la main ». Un point de vigilance : la trésorerie d’été.',
  'Objectifs atteints en partie : le projet associatif est voté, la réorganisation attend un recrutement. La structure sait à qui s’adresser et n’a pas besoin d’un nouvel accompagnement avant un an.',
] as const

export const opinionComments = [
  'Avis favorable. Le comité demande que le trésorier soit présent à toutes les séances.',
  'Parcours cohérent ; veiller à l’articulation avec l’expert-comptable.',
  'Le comité souhaite être informé du plan de financement du local.',
] as const

export const verbatims = [
  'On avait peur des chiffres ; maintenant c’est nous qui les présentons au conseil.',
  'Quelqu’un nous a enfin posé les questions que nous évitions depuis cinq ans.',
  'Sans cet appui, nous aurions signé le bail et fermé au bout d’un an.',
  'La consultante a travaillé avec nous, pas à notre place : c’est resté.',
  'Nous avons embauché une deuxième animatrice, en contrat durable cette fois.',
  'Le plus utile n’était pas prévu : se parler, une fois par mois, sans ordre du jour.',
  'Le bureau ne tient plus sur une seule personne.',
  'Nous avons dit non à un appel à projets, pour la première fois, et c’était la bonne décision.',
  'Le budget se construit maintenant en octobre, plus en mars dans l’urgence.',
  'Deux bénévoles savent lire le compte de résultat. Avant, c’était zéro.',
  'On a enfin écrit qui décide de quoi.',
  'La commune nous a renouvelé sa confiance parce que le dossier tenait debout.',
  'Nos tarifs n’avaient pas bougé depuis huit ans : nous savons les expliquer aujourd’hui.',
  'Nous avons gardé les deux postes. Sans le plan de trésorerie, l’un des deux partait.',
  'Rencontrer trois autres structures dans le même cas nous a fait gagner un an.',
  'L’équipe a cessé de tout porter seule ; le conseil d’administration a repris sa place.',
  'Ce n’est pas réglé, mais nous savons ce qui reste à faire et dans quel ordre.',
  'Le local partagé est signé. On en parlait depuis trois assemblées générales.',
  'Nous avons appris à chiffrer une prestation avant de l’accepter.',
  'Le départ de la fondatrice nous faisait peur : il est préparé.',
  'Nous répondons à trois, en groupement, à des marchés que nous n’aurions jamais regardés.',
  'Les entretiens annuels existent, et les gens restent.',
  'Le plus dur a été de renoncer à une activité que nous aimions et qui nous coûtait.',
  'Le projet associatif tient en deux pages, et tout le monde peut le raconter.',
] as const

export const alliances = ['Membre du collectif des structures de l’insertion.', 'Aucune pour l’instant.'] as const
export const newAlliances = [
  'Un groupement d’achat avec deux voisines.',
  'Une convention avec la communauté de communes.',
] as const

export const newNeeds = [
  'Comprendre la réforme des emplois aidés.',
  'Former les deux nouveaux administrateurs.',
  'Trouver un local plus grand avant deux ans.',
] as const

export const testimonies = [
  {
    kind: 'testimony',
    body: 'Quand nous avons appelé, il restait trois mois de trésorerie et personne n’osait le dire. Aujourd’hui nous avons un tableau d’une page que tout le CA comprend. Ce n’est pas devenu facile ; c’est devenu clair.',
  },
  {
    kind: 'case_study',
    body: 'En dix-huit mois, la structure est passée de deux à cinq financeurs. La part du premier est tombée de 62 % à 38 %. Deux contrats courts sont devenus durables. La directrice attribue la moitié de ce chemin à l’accompagnement, l’autre au départ d’un concurrent.',
  },
  {
    kind: 'unexpected_effect',
    body: 'En préparant le plan de financement, les bénévoles ont découvert qu’ils faisaient à eux seuls l’équivalent de deux temps pleins. Ils en ont fait une fête, puis une charte.',
  },
  {
    kind: 'visit',
    body: 'Visite de l’atelier avec deux élues. Elles sont restées une heure de plus que prévu et ont demandé à rencontrer les salariées en parcours.',
  },
  {
    kind: 'testimony',
    body: 'La première séance, nous étions venus pour un logiciel de facturation. À la quatrième, nous avions réécrit notre grille tarifaire et compris pourquoi nous perdions de l’argent sur les ateliers du samedi.',
  },
  {
    kind: 'public_debate',
    body: 'Devant cent vingt adhérents, le conseil a présenté les comptes sans un tableau : trois phrases et un dessin. Le débat a duré une heure, et portait enfin sur le projet.',
  },
  {
    kind: 'unexpected_effect',
    body: 'La mise à plat des horaires devait réduire les heures supplémentaires. Elle a surtout révélé que deux équipes faisaient le même trajet à une heure d’écart ; elles partagent un véhicule depuis.',
  },
  {
    kind: 'case_study',
    body: 'Avant : une subvention à 70 % du budget, votée en juin. Après : trois financeurs, dont un pluriannuel, et un fonds de roulement de deux mois. Entre les deux : neuf jours d’appui et une assemblée générale difficile.',
  },
  {
    kind: 'testimony',
    body: 'Je suis arrivée à la présidence sans rien connaître à la comptabilité. On ne m’a pas fait un cours : on a ouvert nos factures ensemble. Aujourd’hui c’est moi qui pose les questions au cabinet.',
  },
  {
    kind: 'visit',
    body: 'Le nouvel atelier est plus petit que l’ancien et tout y est à portée de main. Le loyer a baissé d’un tiers ; la différence paie quatre heures d’encadrement par semaine.',
  },
] as const

/** How those who tell agree to be quoted. */
export const speakers = [
  'une administratrice',
  'le président',
  'la trésorière',
  'la directrice',
  'un bénévole',
] as const

export const volunteerActivities = [
  'Préparation des séances avec le bureau',
  'Mise au propre des comptes',
  'Participation aux ateliers',
  'Enquête auprès des usagers',
] as const

export const suspensionReasons = [
  'Arrêt de la directrice : la structure demande à reprendre dans quelques mois.',
  'Attente de la décision de la mairie sur le local, qui conditionne tout le parcours.',
] as const

export const ineligibilityReasons = [
  'Aucun salarié ni projet d’embauche ; la demande porte sur une subvention d’équipement.',
  'La structure a les moyens d’acheter ce conseil et le dit elle-même.',
] as const

export const abandonComments = [
  'La nouvelle présidence ne souhaite pas poursuivre.',
  'Liquidation prononcée au printemps.',
  'Rapprochement avec une association voisine, qui reprend les salariés.',
] as const

export const reasons = [
  'Convenu avec la présidente, au vu de la situation de la structure.',
  'Le besoin est nouveau et ne recoupe pas le précédent parcours.',
  'Décidé en réunion d’équipe ; le comité a été informé.',
] as const

/** What the funder of the demonstration asks about the report that she reads. */
export const readerQuestions = [
  {
    about: 'jobs_concerned',
    body: 'Les emplois concernés sont-ils ceux de toutes les structures accompagnées, ou seulement de celles dont l’effectif est connu ?',
  },
  {
    about: 'organisations_supported',
    body: 'Une structure accompagnée deux années de suite est-elle comptée dans les deux rapports ?',
  },
] as const
export const readerAnswer =
  'De celles dont l’effectif est connu le jour du diagnostic : le calcul dit pour combien. Les autres ne sont ni devinées, ni comptées à zéro.'

export const keptFilters = [
  { name: 'À relancer', search: 'retard=1', shared: 'oui' },
  { name: 'Diagnostics en cours', search: 'etat=diagnostic&vue=liste' },
] as const

export const handoverBriefs = [
  'La directrice préfère le téléphone, le matin. Le budget 2026 est attendu avant le comité.',
  'Tout est à jour. La trésorière change en janvier : se présenter à elle.',
] as const
