import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { agreementPage } from '#app/features/agreements/agreement-page.query.server.ts'
import { dropFunderLogo } from '#app/features/agreements/drop-funder-logo.command.server.ts'
import { editAgreement } from '#app/features/agreements/edit-agreement.command.server.ts'
import { funderLogoRoom } from '#app/features/agreements/funder-logo-room.query.server.ts'
import { inviteFunder } from '#app/features/agreements/invite-funder.command.server.ts'
import { keepLogo } from '#app/features/agreements/keep-logo.server.ts'
import { revokeFunder } from '#app/features/agreements/revoke-funder.command.server.ts'
import { setFunderLogo } from '#app/features/agreements/set-funder-logo.command.server.ts'
import { setAgreementTarget } from '#app/features/agreements/set-target.command.server.ts'
import { AgreementCases } from '#app/features/agreements/ui/agreement-cases.tsx'
import { EditAgreementForm } from '#app/features/agreements/ui/agreement-forms.tsx'
import { FunderLogo } from '#app/features/agreements/ui/funder-logo.tsx'
import { ReadersPanel } from '#app/features/agreements/ui/readers-panel.tsx'
import { TargetsPanel } from '#app/features/agreements/ui/targets-panel.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { receive } from '#app/http/receive.server.ts'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { day } from '#app/kernel/day.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Columns } from '#app/ui/section.tsx'

export const loader = page(agreementPage, {
  words: ['agreements', 'figures'],
  title: (t, { agreement }) => `${agreement.code} · ${t('agreements:title')}`,
})
const back = (key: string) => ({
  done: ({ agreementId }: { agreementId: string }, { params }: { params: { operator?: string } }) => ({
    to: `/o/${params.operator}/conventions/${agreementId}`,
    toast: { key },
  }),
})
export const action = act({
  edit: on(editAgreement, back('saved')),
  target: on(setAgreementTarget, back('targetSaved')),
  invite: on(inviteFunder, back('funderInvited')),
  logo: receive(setFunderLogo, { room: funderLogoRoom, field: 'file', take: keepLogo, ...back('logoSaved') }),
  dropLogo: on(dropFunderLogo, back('logoDropped')),
  revoke: on(revokeFunder, back('funderRevoked')),
})
export const meta = titled

export default function Agreement() {
  const { t } = useTranslation('agreements')
  const locale = useLocale()
  const { page, formKey } = useLoaderData<typeof loader>()
  const { agreement, operator } = page
  const written = (stored: string) => {
    const value = day(stored)
    return value ? formatDay(value, locale) : stored
  }
  return (
    <>
      <PageHeader
        title={agreement.title ?? agreement.code}
        crumbs={[{ to: `/o/${operator}/conventions`, label: t('title') }]}
        here={agreement.code}
        crumbsLabel={t('page.way')}
        meta={[
          agreement.funder,
          t('page.dates', { from: written(agreement.startsOn), to: written(agreement.endsOn) }),
          t('page.cases', { count: page.naming.total }),
        ]}
        action={<LinkButton to={`/o/${operator}/rapports`}>{t('page.toReports')}</LinkButton>}
      />
      <Columns side={<ReadersPanel formKey={formKey} readers={page.readers} canInvite={page.canInvite} />}>
        <TargetsPanel formKey={formKey} targets={page.targets} year={Number(page.today.slice(0, 4))} />
        <Card title={t('edit.title')}>
          <EditAgreementForm formKey={formKey} programmes={page.programmes} agreement={agreement} />
        </Card>
        <div className="mt-5">
          <FunderLogo
            formKey={formKey}
            funder={agreement.funder}
            logo={
              page.logo && {
                name: page.logo.name,
                address: `/o/${operator}/conventions/${agreement.id}/logos/${page.logo.id}`,
              }
            }
          />
        </div>
        <AgreementCases operator={operator} agreementId={agreement.id} naming={page.naming} />
      </Columns>
    </>
  )
}
