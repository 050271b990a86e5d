import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatDays } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden, Select, TextArea } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import type { CommitteeAdvice, CommitteeItem } from '../committee.ts'
import { OpinionForm } from './opinion-form.tsx'

export type AgendaProps = {
  formKey: string
  /** The address of the operator. */
  base: string
  items: readonly CommitteeItem[]
  advice: readonly CommitteeAdvice[]
  editing: CommitteeItem | null
  candidates: readonly { number: string; title: string }[]
}

/** The cases of a meeting, in the order of the agenda, each with what was said of it. */
export function AgendaSection({ formKey, base, items, advice, editing, candidates }: AgendaProps) {
  const { t } = useTranslation('committees')
  return (
    <Section title={t('agenda')} note={t('agendaHelp')} id="ordre-du-jour">
      {items.length === 0 ? <p className="text-ink-2">{t('noItem')}</p> : null}
      <ol className="space-y-7">
        {items.map(item => (
          <li key={item.id} className="space-y-2 border-l-3 border-line pl-4">
            <Item item={item} base={base} advice={advice} formKey={formKey} />
          </li>
        ))}
      </ol>
      <ItemForm editing={editing} candidates={candidates} formKey={formKey} key={editing?.id ?? 'new'} />
    </Section>
  )
}

function Item({
  item,
  base,
  advice,
  formKey,
}: Pick<AgendaProps, 'base' | 'advice' | 'formKey'> & { item: CommitteeItem }) {
  const { t } = useTranslation(['committees', 'choices'])
  const locale = useLocale()
  const said = advice.filter(({ itemId }) => itemId === item.id)
  return (
    <>
      <h3>
        <Link to={`${base}/accompagnements/${item.number}`}>{item.title}</Link>
      </h3>
      <p className="whitespace-pre-line">{item.presentation}</p>
      {item.questions ? (
        <p className="whitespace-pre-line">
          <strong>{t('committees:questions')}</strong> {item.questions}
        </p>
      ) : null}
      {item.warnings ? (
        <p className="whitespace-pre-line">
          <strong>{t('committees:warnings')}</strong> {item.warnings}
        </p>
      ) : null}
      {said.map(({ memberId, member, opinion, body }) => (
        <p key={memberId} className="text-ink-2">
          {member} : {t(`choices:opinion.${opinion}`)}
          {body ? ` · ${body}` : null}
        </p>
      ))}
      {item.opinion ? (
        <p>
          <strong>{t('committees:opinion')}</strong> {t(`choices:opinion.${item.opinion}`)}
          {item.advisedQuarters === null ? null : ` · ${formatDays(item.advisedQuarters / 4, locale)}`}
          {item.reason ? <span className="block whitespace-pre-line">{item.reason}</span> : null}
        </p>
      ) : null}
      <OpinionForm item={item} formKey={formKey} />
      <div className="flex flex-wrap items-center gap-x-4">
        <Link to={`?dossier=${item.number}#lignes`} className="inline-flex min-h-11 items-center">
          {t('committees:rewrite')}
          <span className="sr-only"> {item.title}</span>
        </Link>
        {item.opinion === null && said.length === 0 ? (
          <CommandForm name="remove-item" formKey={`${formKey}.${item.id}`}>
            <Hidden name="itemId" value={item.id} />
            <Button variant="quiet">
              {t('committees:removeItem')}
              <span className="sr-only"> {item.title}</span>
            </Button>
          </CommandForm>
        ) : null}
      </div>
    </>
  )
}

function ItemForm({ formKey, editing, candidates }: Pick<AgendaProps, 'formKey' | 'editing' | 'candidates'>) {
  const { t } = useTranslation('committees')
  const form = useForm('save-item')
  const isOpen = editing !== null || form.reply !== null || Boolean(form.draft?.kept)
  if (!editing && candidates.length === 0) return <p className="mt-4 text-ink-2">{t('noCandidate')}</p>
  return (
    <div id="lignes" className="mt-5">
      <Disclosure label={editing ? t('rewriteOf', { title: editing.title }) : t('addItem')} open={isOpen}>
        <CommandForm
          name="save-item"
          formKey={formKey}
          draft={form.draft}
          key={form.generation}
          className="mt-3 max-w-2xl space-y-5"
        >
          <FormTroubles
            form={form}
            fields={(['number', 'presentation', 'questions', 'warnings'] as const).map(name => ({
              name,
              label: t(name),
            }))}
          />
          {editing ? (
            <>
              <Hidden name="number" value={editing.number ?? ''} />
              <Hidden name="version" value={form.version(editing.version)} />
            </>
          ) : (
            <Select
              {...form.field('number')}
              label={t('number')}
              placeholder={t('chooseCase')}
              options={candidates.map(({ number, title }) => ({ value: number, label: `${title} (${number})` }))}
            />
          )}
          {!editing && form.reply?.conflict ? <Hidden name="version" value={form.reply.conflict.version} /> : null}
          <TextArea
            {...form.field('presentation', editing?.presentation)}
            label={t('presentation')}
            hint={t('presentationHint')}
            rows={8}
          />
          <TextArea {...form.field('questions', editing?.questions)} label={t('questions')} rows={3} />
          <TextArea
            {...form.field('warnings', editing?.warnings)}
            label={t('warnings')}
            hint={t('warningsHint')}
            rows={2}
          />
          <Button>{t('saveItem')}</Button>
        </CommandForm>
      </Disclosure>
    </div>
  )
}
