import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'
import type { Wave } from '../waves.ts'

export type NewNeedProps = {
  number: string
  wave: Wave
  /** Where a case is opened for the same organisation, and those that were; null for a case that has none. */
  continuation: { base: string; organisationId: string; followedBy: readonly string[] } | null
}

/** A need that was told opens a case of its own, that says which one it follows. */
export function NewNeed({ number, wave, continuation }: NewNeedProps) {
  const { t } = useTranslation('followUps')
  if (!continuation) return null
  const { base, organisationId, followedBy } = continuation
  const to = `${base}/accompagnements/nouveau?${new URLSearchParams({ structure: organisationId, suite: number, vague: wave })}`
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <LinkButton to={to}>{t('openForNeed')}</LinkButton>
      {followedBy.length > 0 ? (
        <p className="text-ink-2">
          {t('openedSince')}{' '}
          {followedBy.map((following, index) => (
            <span key={following}>
              {index > 0 ? ', ' : ''}
              <Link to={`${base}/accompagnements/${following}`} className="inline-block py-1.5">
                {following}
              </Link>
            </span>
          ))}
        </p>
      ) : null}
    </div>
  )
}
