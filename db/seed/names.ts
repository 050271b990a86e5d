import type { LegalForm } from '#db/schema/organisations.ts'
import type { Commune } from './places.ts'

/** Everything here is invented: names of organisations, of providers and of people. */
export type Cast = { name: string; sector: string; commune: Commune; form: LegalForm }

const cast = (sector: string, form: LegalForm, ...named: [string, Commune][]): Cast[] =>
  named.map(([name, commune]) => ({ name, sector, form, commune }))

/** The organisations of the DLA, by sector: about the shares of the national notes (culture first, then insertion). */
export const organisationsOfDla: readonly Cast[] = [
  ...cast(
    'Culture',
    'association',
    ['Le Chaland des histoires', 'Jargeau'],
    ['Compagnie Brume et Balafon', 'Orléans'],
    ['La Fabrique aux échos', 'Fleury-les-Aubrais'],
    ['Théâtre du Gué perdu', 'Meung-sur-Loire'],
    ['Cinéma itinérant Bobine de Sologne', 'La Ferté-Saint-Aubin'],
    ['Les Ateliers du Martin-bleu', 'Beaugency'],
    ['Fanfare et Compagnie des Mauves', 'Meung-sur-Loire'],
    ['Le Silo sonore', 'Patay'],
    ['Maison des contes du Gâtinais', 'Montargis'],
    ['L’Encre et la Marée', 'Blois'],
    ['Cirque Petite Toile', 'Saint-Jean-de-Braye'],
  ),
  ...cast(
    'Insertion et emploi',
    'association',
    ['Ressourcerie La Deuxième Rive', 'Gien'],
    ['Les Jardins du Dhuy-Vert', 'Olivet'],
    ['Chantier Mains et Murs', 'Montargis'],
    ['Tremplin des Aubrais-Sud', 'Fleury-les-Aubrais'],
    ['La Conserverie des Trois-Rives', 'Châteauneuf-sur-Loire'],
    ['Atelier vélo Rayon Libre', 'Orléans'],
    ['Les Couturières du Loing', 'Châlette-sur-Loing'],
    ['Blanchisserie Clair-Savon', 'Saran'],
    ['Régie de quartier Les Blossières-Nord', 'Orléans'],
  ),
  ...cast(
    'Enfance, jeunesse, famille',
    'association',
    ['Crèche parentale Les Galipettes', 'Saint-Jean-de-la-Ruelle'],
    ['La Cabane aux Cent Marmots', 'Chécy'],
    ['Maison des ados La Boussole', 'Pithiviers'],
    ['Ludothèque Pion Rouge', 'Ingré'],
    ['Les Francs Passeurs', 'Vendôme'],
    ['Centre de loisirs La Grande Ourse', 'Neuville-aux-Bois'],
    ['Parents en Chemin', 'Amilly'],
    ['Espace de vie sociale Le Préau', 'Lorris'],
  ),
  ...cast(
    'Services à la personne',
    'association',
    ['Vivre chez soi en Puisaye-Loire', 'Briare'],
    ['Présence Val d’Or', 'Sully-sur-Loire'],
    ['Aide et Partage de la Beauce', 'Patay'],
    ['Le Relais des Aînés', 'Le Malesherbois'],
    ['Domicile Services des Trois-Rives', 'Beaugency'],
  ),
  ...cast(
    'Sport',
    'association',
    ['Voile et Galère de Loire', 'Orléans'],
    ['Escalade Bloc du Val', 'Olivet'],
    ['Boxe éducative Les Gants bleus', 'Dreux'],
    ['Handisport Horizon 45', 'Saran'],
    ['Cyclo-École du Berry', 'Bourges'],
  ),
  ...cast(
    'Environnement',
    'association',
    ['Les Sentinelles du fleuve', 'Saint-Benoît-sur-Loire'],
    ['Compost’Elles', 'La Chapelle-Saint-Mesmin'],
    ['Graines de bocage', 'Aubigny-sur-Nère'],
    ['Énergies de la Grande Prairie', 'Mer'],
    ['Atelier Terre crue', 'Joigny'],
  ),
  ...cast(
    'Alimentation',
    'scic',
    ['L’Épicerie des Passerelles', 'Orléans'],
    ['La Halle paysanne du Giennois', 'Gien'],
    ['Cantine Bonne Graine', 'Vierzon'],
  ),
  ...cast('Numérique et tiers-lieu', 'scop', ['Les Codeurs du canal', 'Montargis'], ['Studio Papier-Pixel', 'Chartres']),
  ...cast(
    'Numérique et tiers-lieu',
    'association',
    ['Tiers-lieu La Poudrière douce', 'Vendôme'],
    ['La Fabrique du Bief', 'Romorantin-Lanthenay'],
    ['Le Comptoir des voisins', 'Lamotte-Beuvron'],
  ),
  ...cast(
    'Santé et handicap',
    'association',
    ['Café signes L’Hirondelle', 'Orléans'],
    ['Répit Sologne', 'La Ferté-Saint-Aubin'],
    ['Maison partagée Les Tilleuls', 'Sens'],
  ),
  ...cast('Mobilité', 'association', ['Garage solidaire Tour de clé', 'Châlette-sur-Loing'], ['Roue libre en Sancerrois', 'Sancerre']),
  ...cast('Logement', 'societe_esus', ['Toits et Nous', 'Auxerre']),
  ...cast('Éducation populaire', 'association', ['Radio Loire-Vagabonde', 'Châteaudun'], ['Université populaire des Levées', 'Orléans']),
]

export const organisationsOfIncubator: readonly Cast[] = [
  ...cast('Alimentation', 'association', ['Bocaux du Val', 'Olivet'], ['La Miche en commun', 'Chécy']),
  ...cast('Réemploi', 'association', ['Matières grises', 'Saran'], ['Re-Toiles', 'Orléans'], ['Brique par brique', 'Gien']),
  ...cast('Mobilité', 'scop', ['Vélos-cargos Triporte', 'Orléans']),
  ...cast('Culture', 'association', ['Le Kiosque à sons', 'Beaugency'], ['Bibliobarque', 'Jargeau']),
  ...cast('Services à la personne', 'autre', ['Les Heures douces', 'Montargis']),
  ...cast('Environnement', 'association', ['Herbes folles & Cie', 'Saint-Jean-de-Braye'], ['Pluie d’été', 'Ingré']),
  ...cast('Habitat', 'scic', ['Habiter la levée', 'Meung-sur-Loire']),
]

export const providerNames = [
  'Cabinet Méandre',
  'Atelier Contrepoint conseil',
  'Coopérative Les Éclaireuses',
  'Marchand & Sillons',
  'Bureau d’études Grand Large',
  'Hélices formation',
  'Passage Conseil',
  'Studio Levier commun',
] as const

export const firstNames = [
  'Agathe', 'Amadou', 'Anaïs', 'Bastien', 'Béatrice', 'Bruno', 'Catherine', 'Cédric', 'Chloé', 'Claire', 'Damien', 'Djamila',
  'Émilie', 'Étienne', 'Fatou', 'Florence', 'François', 'Gaëlle', 'Gilles', 'Hakim', 'Isabelle', 'Jeanne', 'Joël', 'Karim',
  'Laurence', 'Léa', 'Loïc', 'Lucie', 'Marc', 'Mariam', 'Mathilde', 'Maud', 'Mehdi', 'Nicolas', 'Odile', 'Olivier',
  'Pascale', 'Philippe', 'Rachid', 'Romane', 'Salima', 'Sébastien', 'Solène', 'Sylvie', 'Thierry', 'Véronique', 'Victor', 'Zoé',
] as const

export const lastNames = [
  'Abadie', 'Aubrun', 'Belkacem', 'Berthier', 'Bonneval', 'Boucher', 'Caron', 'Chauvet', 'Cissé', 'Delmas', 'Diallo', 'Dufresne',
  'Esnault', 'Fouchard', 'Gallois', 'Gauthier', 'Guérineau', 'Haddou', 'Humbert', 'Jolivet', 'Kervella', 'Lacombe', 'Lambert', 'Lemaire',
  'Lucas', 'Mercier', 'Meunier', 'Morvan', 'Ndiaye', 'Paquet', 'Pelletier', 'Perrault', 'Pinson', 'Quentin', 'Renaudin', 'Rigaud',
  'Roussel', 'Sanchez', 'Seguin', 'Tessier', 'Thibault', 'Traoré', 'Vallet', 'Vasseur', 'Verdier', 'Vincent', 'Weber', 'Zeller',
] as const
