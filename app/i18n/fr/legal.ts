/** The legal pages. A line that begins with « - » is a line of a list. */
export const legal = {
  updated: 'Mis à jour le {{day}}.',
  privacy: {
    title: 'Vie privée',
    lede: 'Ce que Sillage sait de vous, pourquoi, combien de temps, et ce que vous pouvez demander.',
    sections: {
      who: {
        title: 'Qui est responsable',
        body: 'La structure qui vous accompagne ou qui vous emploie (DLA, incubateur, CRESS, Fabrique à initiatives…) décide de ce qui est noté et en répond : au sens du RGPD, elle est responsable du traitement. Sillage est l’outil qu’elle utilise ; celui qui l’héberge agit pour elle, en sous-traitant.\nDans ces pages, « votre opérateur » désigne cette structure.',
      },
      whoYours: {
        title: 'Votre opérateur',
        body: '{{operators}}. Pour toute demande, écrivez au responsable de l’équipe ou à la personne qui vous suit.',
      },
      what: {
        title: 'Ce qui est enregistré, et pourquoi',
        body: '- Structures accompagnées : identité, activité, emplois, finances, besoins, plan d’action, séances, suites. Pour mener l’accompagnement et rendre compte aux financeurs publics (mission d’intérêt public ou exécution d’une convention).\n- Leurs interlocuteurs : nom, fonction, coordonnées, présence aux séances, réponses aux questionnaires. Pour les mêmes raisons.\n- Témoignages : ce que vous avez dit, et l’usage que vous avez autorisé. Avec votre accord, que vous pouvez retirer.\n- Personnes qui se connectent : nom, adresse électronique, rôle, langue, empreinte du mot de passe, connexions ouvertes (adresse IP, navigateur, heures). Pour vous reconnaître et protéger l’accès.\n- Historique : qui a fait quoi, et quand. Pour pouvoir le prouver lors d’un contrôle.',
      },
      notThis: {
        title: 'Ce qui n’est pas fait',
        body: 'Aucune publicité, aucune mesure d’audience, aucun traceur, aucune décision automatisée, aucune revente. Sillage ne charge rien depuis un autre site.',
      },
      whoSees: {
        title: 'Qui y a accès',
        body: '- Les membres de l’équipe de votre opérateur.\n- Les prestataires, pour leurs seules missions, tant qu’elles durent puis quinze jours.\n- Les financeurs : des chiffres d’ensemble et les témoignages autorisés de leur convention, jamais les dossiers ; un chiffre qui désignerait une structure leur est caché.\n- Les réseaux : les rapports publiés, jamais les dossiers.\n- Celui qui héberge l’outil, pour le faire fonctionner.',
      },
      howLong: {
        title: 'Combien de temps',
        body: '- Dossiers d’accompagnement : votre opérateur fixe la durée, d’après ses conventions et ses obligations comptables (le plus souvent dix ans). Aujourd’hui Sillage n’efface pas de lui-même un dossier arrivé à terme.\n- Connexion : douze heures au plus. Code reçu par courriel : dix minutes. Lien de mot de passe : une heure, ou une semaine pour une invitation.\n- Essais de connexion et adresses d’où vous vous connectez : sous forme d’empreintes, quinze minutes et quatre-vingt-dix jours.',
      },
      cookies: {
        title: 'Cookies',
        body: 'Sillage n’utilise que des cookies nécessaires à son fonctionnement, lus par ce seul site ; ils ne demandent pas votre accord.\n- {{cookie}} : votre connexion, douze heures au plus.\n- langue : la langue choisie, un an.\nDeux autres ne durent que le temps d’une étape : fait, le message « c’est enregistré » (une minute), et courriel, l’adresse que vous venez de saisir pour vous connecter (quinze minutes).',
      },
      rights: {
        title: 'Vos droits',
        body: 'Vous pouvez demander à votre opérateur une copie de ce qui vous concerne, sa correction, son effacement quand la loi ne lui impose pas de le garder, la limitation de son usage, et vous y opposer. Il répond dans le mois. Vous pouvez retirer un accord à tout moment, par exemple celui de citer vos propos.\nSi la réponse ne vous convient pas, vous pouvez saisir la CNIL (www.cnil.fr).',
      },
      security: {
        title: 'Comment c’est protégé',
        body: 'Connexions chiffrées, mots de passe conservés sous forme d’empreintes, double authentification proposée à tous et demandée à ceux qui voient beaucoup de dossiers, cloisonnement de chaque opérateur par la base de données elle-même, historique que l’on ne peut pas réécrire sans que cela se voie.',
      },
    },
  },
  notices: {
    title: 'Mentions légales',
    lede: 'Qui publie ce site, et qui l’héberge.',
    sections: {
      publisher: {
        title: 'Éditeur',
        body: 'Ce site est mis en service par votre opérateur, ou par l’organisme qui l’installe pour plusieurs opérateurs. C’est à lui de vous donner son nom, son adresse et le nom de son directeur ou de sa directrice de la publication.',
      },
      publisherYours: { title: 'Votre opérateur', body: '{{operators}}.' },
      host: {
        title: 'Hébergement',
        body: 'L’hébergeur est choisi par celui qui installe Sillage. Son nom et ses coordonnées vous sont donnés sur demande par votre opérateur.',
      },
      product: {
        title: 'Le logiciel',
        body: 'Sillage est un logiciel de suivi des accompagnements de l’économie sociale et solidaire. Il utilise les caractères Atkinson Hyperlegible Next (Braille Institute) et Source Serif 4 (Adobe), sous licence SIL Open Font.\nLe fond des noms de communes et de départements vient du Code officiel géographique de l’Insee.',
      },
      content: {
        title: 'Contenus',
        body: 'Les textes, les chiffres et les témoignages appartiennent à ceux qui les ont écrits ou donnés. Un témoignage ne peut être réutilisé que dans les limites de l’accord de son auteur.',
      },
    },
  },
  accessibility: {
    title: 'Accessibilité : non conforme',
    shortTitle: 'Accessibilité',
    lede: 'Sillage est fait pour être utilisé par tous. Il n’a pas encore été audité : au sens de la loi, il est donc déclaré non conforme.',
    sections: {
      state: {
        title: 'État de conformité',
        body: 'Aucun audit de conformité au référentiel général d’amélioration de l’accessibilité (RGAA 4.1) n’a encore été mené par un tiers. Sans audit, le site est déclaré non conforme, même si beaucoup a été fait. Cette déclaration sera mise à jour après le premier audit.',
      },
      done: {
        title: 'Ce qui a été fait',
        body: '- La cible est WCAG 2.2 niveau AA et le RGAA.\n- L’outil axe contrôle les écrans à chaque modification, sans défaut accepté.\n- Les parcours principaux sont essayés au clavier seul, et sans JavaScript.\n- Chaque graphique a son tableau ; aucun état n’est donné par la couleur seule.\n- Les rapports en PDF sont balisés (PDF/UA-1).',
      },
      known: {
        title: 'Ce que nous savons manquer',
        body: '- Les outils automatiques ne trouvent qu’une partie des défauts ; des essais avec des lecteurs d’écran par leurs utilisateurs restent à faire.\n- Les documents que les équipes ajoutent à un dossier peuvent ne pas être accessibles.',
      },
      contact: {
        title: 'Signaler un obstacle',
        body: 'Si un écran ou un document vous bloque, dites-le à votre opérateur : la personne qui vous suit, ou le responsable de l’équipe. Il vous répond et vous donne l’information autrement.',
      },
      recourse: {
        title: 'Voies de recours',
        body: 'Si vous n’obtenez pas de réponse satisfaisante, vous pouvez saisir le Défenseur des droits : formulaire sur www.defenseurdesdroits.fr, auprès du délégué de votre région, ou par courrier gratuit, sans affranchir : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
      },
    },
  },
}
