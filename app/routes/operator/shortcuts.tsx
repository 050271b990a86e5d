import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { palettePage } from '#app/features/palette/palette-page.query.server.ts'
import { ShortcutSwitch } from '#app/features/palette/ui/shortcut-switch.tsx'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(palettePage, {
  words: ['palette'],
  input: () => ({}),
  title: t => t('palette:shortcuts.title'),
})
export const meta = titled

const tasks = ['day', 'case', 'note', 'session', 'open'] as const
const keys = ['palette', 'arrows', 'enter', 'escape', 'question', 'noteField'] as const

export default function Shortcuts() {
  const { t } = useTranslation('palette')
  const { page } = useLoaderData<typeof loader>()
  const table = (caption: string, rows: readonly { key: string; what: string; how: string }[]) => (
    <div className="mb-8 max-w-3xl">
      <DataTable
        caption={caption}
        rows={rows}
        compact
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', header: t('shortcuts.what'), rowHeader: true, cell: ({ what }) => what },
          { key: 'how', header: t('shortcuts.how'), cell: ({ how }) => <kbd>{how}</kbd> },
        ]}
      />
    </div>
  )
  return (
    <>
      <PageHeader title={t('shortcuts.title')} lede={t('shortcuts.lede')} />
      {table(
        t('shortcuts.tasksTitle'),
        tasks.map(key => ({ key, what: t(`shortcuts.tasks.${key}`), how: t(`shortcuts.paths.${key}`) })),
      )}
      {table(
        t('shortcuts.keysTitle'),
        keys.map(key => ({ key, what: t(`shortcuts.does.${key}`), how: t(`shortcuts.keys.${key}`) })),
      )}
      <p>
        <Link to={`${page.base}/aller`}>{t('title')}</Link>
      </p>
      <ShortcutSwitch />
    </>
  )
}
