import { Form, useLoaderData } from '@remix-run/react'
import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { palettePage } from '#app/features/palette/palette-page.query.server.ts'
import { PaletteResults } from '#app/features/palette/ui/palette-results.tsx'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(palettePage, { words: ['palette'], title: t => t('palette:title') })
export const meta = titled

export default function PalettePage() {
  const { t } = useTranslation('palette')
  const { page } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('title')} />
      <Form method="get" role="search" className="flex max-w-2xl flex-wrap items-end gap-3">
        <div className="grow basis-64">
          <TextField
            key={page.typed}
            name="q"
            type="search"
            label={t('field')}
            hint={t('hint')}
            defaultValue={page.typed}
          />
        </div>
        <Button icon={Search}>{t('submit')}</Button>
      </Form>
      <PaletteResults found={page} typed={page.typed} />
    </>
  )
}
