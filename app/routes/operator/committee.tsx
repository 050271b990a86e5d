import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { addCommitteeMember } from '#app/features/committees/add-member.command.server.ts'
import { committeePage } from '#app/features/committees/committee-page.query.server.ts'
import { recordItemOpinion } from '#app/features/committees/record-item-opinion.command.server.ts'
import { removeItem } from '#app/features/committees/remove-item.command.server.ts'
import { removeCommitteeMember } from '#app/features/committees/remove-member.command.server.ts'
import { saveItem } from '#app/features/committees/save-item.command.server.ts'
import { sendAgenda } from '#app/features/committees/send-agenda.command.server.ts'
import { AgendaSection } from '#app/features/committees/ui/agenda-section.tsx'
import { MembersSection } from '#app/features/committees/ui/members-section.tsx'
import { DocumentLinks } from '#app/features/documents/ui/document-links.tsx'
import { draftsHere } from '#app/features/drafts/drafts-here.query.server.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { formatDay } from '#app/i18n/formats.ts'
import { day } from '#app/kernel/day.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(committeePage, {
  words: ['committees', 'choices', 'files'],
  drafts: draftsHere,
  title: (t, { committee }, locale) => {
    const heldOn = day(committee.heldOn)
    return t('committees:on', { on: heldOn ? formatDay(heldOn, locale) : '' })
  },
})
export const meta = titled

const here = (toast: string) => ({
  done: (_value: unknown, { params }: { params: { operator?: string; committeeId?: string } }) => ({
    to: `/o/${params.operator}/comites/${params.committeeId}`,
    toast: { key: toast },
  }),
})
export const action = act({
  'save-item': on(saveItem, here('saved')),
  'remove-item': on(removeItem, here('saved')),
  'record-opinion': on(recordItemOpinion, here('saved')),
  'add-member': on(addCommitteeMember, here('saved')),
  'remove-member': on(removeCommitteeMember, here('saved')),
  'send-agenda': on(sendAgenda, here('agendaSent')),
})

export default function CommitteeMeeting() {
  const { t } = useTranslation('committees')
  const { page, formKey } = useLoaderData<typeof loader>()
  const dayWords = useDayWords()
  const { committee, base } = page
  return (
    <>
      <PageHeader title={t('on', { on: dayWords(committee.heldOn) })} />
      <p className="text-ink-2">
        {[committee.place, t('reach', { from: dayWords(committee.opensOn), to: dayWords(committee.closesOn) })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <AgendaSection {...page} formKey={formKey} />
      <MembersSection members={page.members} isSent={committee.sentAt !== null} formKey={formKey} />
      <Section title={t('pack')} id="dossier">
        <DocumentLinks base={`${base}/comites/${committee.id}/dossier`} />
      </Section>
    </>
  )
}
