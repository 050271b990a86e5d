/** The mails that somebody asks for in order to sign in. */
export const signInMails = {
  codeSubject: 'Votre code de connexion à Sillage',
  codeIntro: 'Voici le code à saisir sur la page de connexion. Il sert une fois, pendant {{minutes}} minutes.',
  codeNotYou: 'Vous ne l’avez pas demandé ? Ne le donnez à personne ; sans lui, rien ne se passe.',
  passwordSubject: 'Choisir un nouveau mot de passe pour Sillage',
  passwordIntro:
    'Vous avez demandé à changer de mot de passe. Ce lien sert une fois, pendant {{hours}} h : il mène à la page où vous en choisirez un autre.',
  passwordNotYou: 'Vous n’avez rien demandé ? Ne faites rien : votre mot de passe reste le même.',
}
