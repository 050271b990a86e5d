import './styles.css'
import type { LinksFunction, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isCookieless } from '#app/http/cookieless.ts'
import { rootLoader } from '#app/http/root-page.server.ts'
import { PageWords } from '#app/i18n/page-words.tsx'
import { BareShell } from '#app/ui/bare-shell.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { useNonce } from '#app/ui/nonce.ts'

export const links: LinksFunction = () => [{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }]
export const meta: MetaFunction = () => [{ title: 'Sillage' }]

export const loader = rootLoader

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  const nonce = useNonce()
  const { pathname } = useLocation()
  return (
    <html lang={root?.locale ?? 'fr'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {isCookieless(pathname) ? null : (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

export default function Root() {
  const { locale, words } = useLoaderData<typeof loader>()
  return (
    <PageWords locale={locale} words={words}>
      <Outlet />
    </PageWords>
  )
}

export function ErrorBoundary() {
  const root = useRouteLoaderData<typeof loader>('root')
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  if (!root) return <BareError status={status} />
  return (
    <PageWords locale={root.locale} words={root.words}>
      <TranslatedError status={status} requestId={root.requestId} />
    </PageWords>
  )
}

const sentences = { 404: 'notFound', 405: 'notFound', 403: 'refused', 413: 'tooLarge', 503: 'unavailable' } as const

function TranslatedError({ status, requestId }: { status: number; requestId: string }) {
  const { t } = useTranslation('common')
  const kind = status in sentences ? sentences[status as keyof typeof sentences] : 'unexpected'
  return (
    <ErrorScreen
      status={status}
      title={t(`errors.${kind}Title`)}
      help={t(`errors.${kind}Help`, { id: requestId })}
      labels={{ brand: t('product'), skip: t('skipToContent'), home: t('errors.home') }}
    />
  )
}

type ErrorScreenProps = {
  status: number
  title: string
  help: string
  labels: { brand: string; skip: string; home: string }
}

function ErrorScreen({ status, title, help, labels }: ErrorScreenProps) {
  const home = (
    <LinkButton to="/" reloadDocument>
      {labels.home}
    </LinkButton>
  )
  return (
    <BareShell brand={labels.brand} homeTo="/" skipLabel={labels.skip} width="reading">
      <ErrorPage title={title} actions={home} reference={status}>
        <p>{help}</p>
      </ErrorPage>
    </BareShell>
  )
}

const bareLabels = { brand: 'Sillage', skip: 'Aller au contenu', home: 'Revenir à l’accueil' }

/** Even the root could not answer: the database is away, or worse. No words but these. */
function BareError({ status }: { status: number }) {
  return status === 503 ? (
    <ErrorScreen
      status={503}
      title="Le service est momentanément indisponible"
      help="Rien n’est perdu. Réessayez dans quelques instants."
      labels={bareLabels}
    />
  ) : (
    <ErrorScreen
      status={status}
      title="Quelque chose n’a pas fonctionné"
      help="Revenez en arrière et réessayez."
      labels={bareLabels}
    />
  )
}
