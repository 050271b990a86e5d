import { index, layout, prefix, type RouteConfig, route } from '@remix-run/route-config'

/** The addresses of the product, in French for its users; the files keep the words of the glossary. */
export default [
  route('/', 'routes/public/home.tsx'),
  route('connexion', 'routes/public/sign-in.tsx'),
  route('connexion/code', 'routes/public/sign-in-code.tsx'),
  route('connexion/verification', 'routes/public/second-factor.tsx'),
  route('mot-de-passe', 'routes/public/forgotten-password.tsx'),
  route('mot-de-passe/:token', 'routes/public/new-password.tsx'),
  route('deconnexion', 'routes/public/sign-out.tsx'),
  route('langue', 'routes/public/language.tsx'),
  route('compte', 'routes/account/account.tsx'),
  route('compte/double-authentification', 'routes/account/second-factor.tsx'),
  route('r/:token', 'routes/personal/link.tsx'),
  ...prefix('o/:operator', [
    layout('routes/operator/operator-layout.tsx', [
      route('aujourdhui', 'routes/operator/today.tsx'),
      route('accompagnements', 'routes/operator/accompaniments.tsx'),
      route('accompagnements/nouveau', 'routes/operator/open-accompaniment.tsx'),
      route('accompagnements/:number', 'routes/operator/case/case-layout.tsx', [
        index('routes/operator/case/case-timeline.tsx'),
        route('accueil', 'routes/operator/case/case-intake.tsx'),
        route('diagnostic', 'routes/operator/case/case-diagnostic.tsx'),
        route('parcours', 'routes/operator/case/case-plan.tsx'),
        route('bilan', 'routes/operator/case/case-restitution.tsx'),
        route('suivi', 'routes/operator/case/case-follow-up.tsx'),
        route('documents', 'routes/operator/case/case-documents.tsx'),
        route('historique', 'routes/operator/case/case-history.tsx'),
        route('gerer', 'routes/operator/case/case-manage.tsx'),
      ]),
      route('structures', 'routes/operator/organisations.tsx'),
      route('structures/nouvelle', 'routes/operator/new-organisation.tsx'),
      route('structures/:id', 'routes/operator/organisation.tsx'),
      route('rappels', 'routes/operator/reminders.tsx'),
      route('notifications', 'routes/operator/notifications.tsx'),
      route('reglages', 'routes/operator/settings.tsx'),
      route('reglages/courrier', 'routes/operator/mailbox.tsx'),
      route('reglages/courrier/:id', 'routes/operator/mailbox-message.tsx'),
      route('reglages/calendrier', 'routes/operator/calendar.tsx'),
    ]),
  ]),
  ...prefix('consultant', [
    layout('routes/consultant/consultant-layout.tsx', [
      index('routes/consultant/missions.tsx'),
      ...prefix(':operator/missions/:engineeringId', [
        index('routes/consultant/mission.tsx'),
        route('seances/nouvelle', 'routes/consultant/new-session.tsx'),
        route('seances/:sessionId', 'routes/consultant/session.tsx'),
      ]),
    ]),
  ]),
  route('*', 'routes/public/unknown.tsx'),
] satisfies RouteConfig
