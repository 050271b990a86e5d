import { Link, useLocation, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { isInSpace, type ReachedSpace } from '../spaces.ts'

type Reaching = { spaces: ReachedSpace[] }

/** From one of her spaces to another, for whoever has several: each is its own address, with its own rights. */
export function SpacesNav() {
  const { t } = useTranslation('common')
  const { pathname } = useLocation()
  const spaces = useRouteLoaderData<Reaching>('root')?.spaces ?? []
  if (spaces.length === 0) return null
  return (
    <nav aria-label={t('spaces.label')} className="text-[0.9375rem]">
      <ul className="flex flex-wrap gap-x-4">
        {spaces.map(space => (
          <li key={space.to}>
            <Link
              to={space.to}
              aria-current={isInSpace(space, pathname) ? 'true' : undefined}
              className="inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            >
              {space.kind === 'team' ? space.operator : t(`spaces.${space.kind}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
