/** What is kept while a form is typed. */
export const drafts = {
  kept: 'Brouillon enregistré à {{at}}',
  failed: 'Le brouillon n’est pas enregistré : la connexion manque. Gardez cette page ouverte, elle réessaie.',
  found: 'Votre brouillon du {{at}} est revenu',
  foundHelp: 'Vous seul·e le voyez. Il ne compte pas tant que vous n’avez pas enregistré le formulaire.',
  discard: 'Jeter ce brouillon',
  openTwice: 'Ce formulaire est aussi ouvert dans un autre onglet. Écrivez dans un seul des deux.',
  elsewhere: 'Ce brouillon s’écrit aussi ailleurs',
  elsewhereHelp:
    'Un autre onglet ou un autre appareil l’a enregistré. Ce que vous tapez ici n’est plus gardé comme brouillon.',
  takeOver: 'Garder plutôt ce que j’écris ici',
}
