import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type Act, beginsWith, pages, pagesNamed, placeOfAct } from '../palette.ts'

export type PaletteFound = {
  base: string
  typed: string
  act: Act
  cases: readonly { number: string; title: string; programme: string }[]
  organisations: readonly { id: string; name: string; department: string | null }[]
}

/** What was found, as links in groups: the same on the page and over it. */
export function PaletteResults({ found, typed, onGo }: { found: PaletteFound; typed: string; onGo?: () => void }) {
  const { t } = useTranslation('palette')
  const { base, act, cases, organisations } = found
  const named = pagesNamed(
    pages.map(({ key, path }) => ({ key, to: `${base}/${path}`, label: t(`pages.${key}`) })),
    typed,
  )
  const groups = [
    {
      title: typed ? t(`found.${act}`) : t('waiting'),
      links: cases.map(({ number, title, programme }) => ({
        key: number,
        to: `${base}/accompagnements/${number}${placeOfAct(act)}`,
        label: title,
        more: `${number} · ${programme}`,
      })),
    },
    {
      title: t('organisations'),
      links: organisations.map(({ id, name, department }) => ({
        key: id,
        to: `${base}/structures/${id}`,
        label: name,
        more: department ?? '',
      })),
    },
    {
      title: t('pagesTitle'),
      isNamed: typed.trim().length > 2 && named.some(({ label }) => beginsWith(label, typed)),
      links: named.map(({ key, to, label }) => ({ key, to, label, more: '' })),
    },
  ]
    .filter(({ links }) => links.length > 0)
    // A page whose name one is typing comes before a case that holds the same letters.
    .sort((a, b) => Number(b.isNamed ?? false) - Number(a.isNamed ?? false))
  if (groups.length === 0) return <p className="py-4 text-ink-2">{t('nothing')}</p>
  return (
    <>
      {groups.map(({ title, links }) => (
        <section key={title} aria-label={title} className="mt-3">
          <h2 className="mb-1 font-sans text-sm font-semibold text-ink-2">{title}</h2>
          <ul>
            {links.map(({ key, to, label, more }) => (
              <li key={key}>
                <Link
                  to={to}
                  onClick={onGo}
                  data-result=""
                  className="flex min-h-11 flex-wrap items-center gap-x-3 rounded-control px-3 py-1.5 text-ink no-underline hover:bg-sea-tint hover:text-ink"
                >
                  {label}
                  {more ? <span className="text-sm text-ink-2">{more}</span> : null}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
