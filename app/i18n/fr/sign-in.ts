export const signIn = {
  title: 'Se connecter',
  lede: 'Suivre chaque accompagnement, du premier rendez-vous à ce qu’il en reste dix-huit mois plus tard.',
  email: 'Adresse électronique',
  password: 'Mot de passe',
  submit: 'Se connecter',
}
