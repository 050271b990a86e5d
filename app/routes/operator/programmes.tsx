import { Link, useLoaderData, useParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { copyProgramme } from '#app/features/programmes/copy-programme.command.server.ts'
import { programmesPage } from '#app/features/programmes/programmes-page.query.server.ts'
import { takeProgramme } from '#app/features/programmes/take-programme.command.server.ts'
import { ShippedProgrammes } from '#app/features/programmes/ui/shipped-programmes.tsx'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(programmesPage, { words: ['programmes', 'settings'], title: t => t('programmes:title') })
export const meta = titled
export const action = act({
  copy: on(copyProgramme, {
    done: ({ code }, { params }) => ({
      to: `/o/${params.operator}/reglages/dispositifs/${code}`,
      toast: { key: 'programmeCopied' },
    }),
  }),
  take: on(takeProgramme, {
    done: (_value, { params }) => ({
      to: `/o/${params.operator}/reglages/dispositifs`,
      toast: { key: 'programmeTaken' },
    }),
  }),
})

/** The programmes of the operator, and a copy of one to adapt. */
export default function Programmes() {
  const { t } = useTranslation(['programmes', 'settings'])
  const { page, formKey } = useLoaderData<typeof loader>()
  const base = `/o/${useParams().operator}`
  const form = useForm('copy')
  return (
    <>
      <PageHeader
        title={t('programmes:title')}
        lede={t('programmes:lede')}
        crumbs={[{ to: `${base}/reglages`, label: t('settings:title') }]}
        crumbsLabel={t('settings:way')}
      />
      <DataTable
        caption={t('programmes:title')}
        hideCaption
        rows={page.programmes}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'name',
            header: t('programmes:name'),
            rowHeader: true,
            cell: ({ code, name }) => <Link to={code}>{name}</Link>,
          },
          {
            key: 'service',
            header: t('programmes:inService'),
            cell: ({ inService }) =>
              inService === null ? t('programmes:notInService') : t('programmes:version', { version: inService }),
          },
          {
            key: 'writing',
            header: t('programmes:writing'),
            cell: ({ version, inService }) => (version === inService ? '' : t('programmes:version', { version })),
          },
          {
            key: 'update',
            header: t('programmes:update.column'),
            cell: ({ code, name, isUpdateOffered }) =>
              isUpdateOffered ? (
                <Link to={`${code}/mise-a-jour`} aria-label={t('programmes:update.seeOf', { name })}>
                  {t('programmes:update.see')}
                </Link>
              ) : (
                t('programmes:update.upToDate')
              ),
          },
        ]}
      />
      <Section title={t('programmes:copy')} note={t('programmes:copyHelp')}>
        <CommandForm name="copy" formKey={formKey} key={form.generation} className="max-w-xl space-y-5">
          <FormTroubles
            form={form}
            fields={[
              { name: 'code', label: t('programmes:copyOf') },
              { name: 'name', label: t('programmes:newName') },
            ]}
          />
          <Select
            {...form.field('code', page.programmes[0]?.code)}
            label={t('programmes:copyOf')}
            options={page.programmes.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <TextField {...form.field('name')} label={t('programmes:newName')} />
          <Button variant="primary">{t('programmes:copySubmit')}</Button>
        </CommandForm>
      </Section>
      {page.shipped.length > 0 ? <ShippedProgrammes shipped={page.shipped} formKey={formKey} /> : null}
    </>
  )
}
