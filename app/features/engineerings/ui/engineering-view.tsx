import { useTranslation } from 'react-i18next'
import type { ListedSession } from '#app/features/sessions/session.ts'
import { SessionsList } from '#app/features/sessions/ui/sessions-list.tsx'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { type EngineeringPage, engineeringValues } from '../engineering.ts'
import { ConsultantsSection } from './consultants-section.tsx'
import { ContractFacts } from './contract-facts.tsx'
import { EngineeringForm } from './engineering-form.tsx'
import { stateTones } from './engineering-words.ts'
import { MembersSection } from './members-section.tsx'

type EngineeringViewProps = { page: EngineeringPage; formKey: string; base: string; sessionsBase: string | null }

/** One engineering: its contract, its sessions, its members when it has several, and who is let in. */
export function EngineeringView({ page, formKey, base, sessionsBase }: EngineeringViewProps) {
  const { t } = useTranslation('engineerings')
  const { engineering } = page
  const isCancelled = engineering.state === 'cancelled'
  return (
    <>
      {isCancelled ? <Notice tone="stop">{t('cancelled')}</Notice> : null}
      <Section
        title={engineering.title ?? t('untitled')}
        action={<StatusTag tone={stateTones[engineering.state]}>{t(`states.${engineering.state}`)}</StatusTag>}
      >
        <ContractFacts engineering={engineering} providers={page.providers} heldQuarters={heldOf(page)} />
        {isCancelled ? null : <Edit page={page} formKey={formKey} base={base} />}
      </Section>
      <Sessions page={page} sessionsBase={sessionsBase} />
      {engineering.kind === 'collective' ? (
        <MembersSection
          operator={page.operator}
          members={page.members}
          search={page.search}
          found={page.found}
          canChange={!isCancelled}
          formKey={formKey}
        />
      ) : null}
      <ConsultantsSection consultants={page.consultants} canInvite={!isCancelled} formKey={formKey} />
      {isCancelled ? null : <Cancel formKey={formKey} />}
    </>
  )
}

const heldOf = ({ sessions }: EngineeringPage) =>
  sessions.reduce((sum, { status, quarters }) => sum + (status === 'held' ? (quarters ?? 0) : 0), 0)

function Edit({ page, formKey, base }: Pick<EngineeringViewProps, 'page' | 'formKey' | 'base'>) {
  const { t } = useTranslation('engineerings')
  const form = useForm('engineering')
  const { engineering, members } = page
  const nameOf = (id: string) => members.find(({ accompanimentId }) => accompanimentId === id)?.name
  const choices = page.actions.map(({ id, title, accompanimentId, engineeringId }) => ({
    id,
    label: members.length > 1 ? [nameOf(accompanimentId), title].filter(Boolean).join(' : ') : title,
    chosen: engineeringId === engineering.id,
  }))
  return (
    <div className="mt-3">
      <Disclosure label={t('edit')} open={form.reply !== null}>
        <div className="pt-3">
          <EngineeringForm
            key={form.generation}
            name="engineering"
            formKey={formKey}
            values={engineeringValues(engineering)}
            version={engineering.version}
            providers={page.providers}
            actions={{ [engineering.kind]: choices }}
            cancelTo={base}
          />
        </div>
      </Disclosure>
    </div>
  )
}

function Sessions({ page, sessionsBase }: Pick<EngineeringViewProps, 'page' | 'sessionsBase'>) {
  const { t } = useTranslation('engineerings')
  const locale = useLocale()
  const record = sessionsBase && page.engineering.state !== 'cancelled' && (
    <LinkButton to={`${sessionsBase}/nouvelle?ingenierie=${page.engineering.id}`}>{t('recordSession')}</LinkButton>
  )
  return (
    <Section title={t('sessions')} action={page.sessions.length > 0 ? record : null}>
      {page.sessions.length === 0 ? (
        <EmptyState title={t('noSessionTitle')} level={3} action={record}>
          {t('noSessionHelp')}
        </EmptyState>
      ) : (
        <SessionsList
          label={t('sessions')}
          sessions={page.sessions}
          today={page.today}
          locale={locale}
          addressOf={sessionsBase ? (session: ListedSession) => `${sessionsBase}/${session.id}` : null}
          againTo={null}
        />
      )}
    </Section>
  )
}

function Cancel({ formKey }: { formKey: string }) {
  const { t } = useTranslation('engineerings')
  const form = useForm('cancel')
  return (
    <div className="mt-10 border-t border-line pt-4">
      <Dialog
        id="annuler"
        title={t('cancelTitle')}
        trigger={t('cancel')}
        variant="danger"
        closeLabel={t('keep')}
        open={form.reply !== null}
      >
        <p className="mb-4">{t('cancelHelp')}</p>
        <CommandForm name="cancel" formKey={formKey} className="space-y-4">
          <FormTroubles form={form} fields={[{ name: 'reason', label: t('cancelReason') }]} />
          <TextArea {...form.field('reason')} label={t('cancelReason')} rows={2} required />
          <Button variant="danger">{t('cancelConfirm')}</Button>
        </CommandForm>
      </Dialog>
    </div>
  )
}
