import { layout, prefix, type RouteConfig, route } from '@remix-run/route-config'

/** The addresses of the product, in French for its users; the files keep the words of the glossary. */
export default [
  route('/', 'routes/public/home.tsx'),
  route('connexion', 'routes/public/sign-in.tsx'),
  route('deconnexion', 'routes/public/sign-out.tsx'),
  ...prefix('o/:operator', [
    layout('routes/operator/operator-layout.tsx', [route('aujourdhui', 'routes/operator/today.tsx')]),
  ]),
] satisfies RouteConfig
