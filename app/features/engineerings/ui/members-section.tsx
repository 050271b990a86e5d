import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { CaseHeader, Member } from '../engineering.ts'
import { advisedMembers } from '../engineering-rules.ts'

type MembersSectionProps = {
  operator: string
  members: readonly Member[]
  search: string | null
  found: readonly CaseHeader[]
  canChange: boolean
  formKey: string
}

/** The cases of a collective engineering, and a search to add one. */
export function MembersSection({ operator, members, search, found, canChange, formKey }: MembersSectionProps) {
  const { t } = useTranslation('engineerings')
  const removal = useForm('remove-member')
  return (
    <Section title={t('members')} note={t('membersHint')} id="membres">
      {removal.formErrors.map(message => (
        <Notice key={message} tone="stop" role="alert">
          {message}
        </Notice>
      ))}
      {members.length > advisedMembers ? (
        <Notice tone="late">{t('manyMembers', { count: members.length })}</Notice>
      ) : null}
      {members.length === 0 ? <p>{t('noMember')}</p> : null}
      <ul className="divide-y divide-line">
        {members.map(member => (
          <li key={member.accompanimentId} className="flex flex-wrap items-center justify-between gap-x-6 py-1.5">
            <Link to={`/o/${operator}/accompagnements/${member.number}`} className="py-2">
              {member.name} · {member.number}
            </Link>
            {canChange ? (
              <MemberButton name="remove-member" one={{ ...member, id: member.accompanimentId }} formKey={formKey} />
            ) : null}
          </li>
        ))}
      </ul>
      {canChange ? <Search search={search} found={found} formKey={formKey} /> : null}
    </Section>
  )
}

type MemberButtonProps = { name: 'add-member' | 'remove-member'; one: { id: string; name: string }; formKey: string }

function MemberButton({ name, one, formKey }: MemberButtonProps) {
  const { t } = useTranslation('engineerings')
  const isAdd = name === 'add-member'
  return (
    <CommandForm name={name} formKey={`${formKey}.${one.id}`}>
      <Hidden name="accompanimentId" value={one.id} />
      <Button
        variant={isAdd ? 'plain' : 'quiet'}
        aria-label={t(isAdd ? 'addMemberNamed' : 'removeMemberNamed', { name: one.name })}
      >
        {t(isAdd ? 'addMember' : 'removeMember')}
      </Button>
    </CommandForm>
  )
}

function Search({ search, found, formKey }: Pick<MembersSectionProps, 'search' | 'found' | 'formKey'>) {
  const { t } = useTranslation('engineerings')
  return (
    <div className="mt-4 rounded-card bg-sunk px-4 py-4 sm:px-5">
      <Form
        method="get"
        action="#membres"
        role="search"
        aria-label={t('memberSearchLabel')}
        className="flex flex-wrap items-end gap-4"
      >
        <div className="min-w-0 flex-1 basis-64">
          <TextField name="membre" label={t('memberSearch')} type="search" defaultValue={search ?? ''} />
        </div>
        <Button>{t('find')}</Button>
      </Form>
      {search && found.length === 0 ? (
        <p role="status" className="mt-3">
          {t('noneFound', { text: search })}
        </p>
      ) : null}
      <ul className="mt-2 divide-y divide-line">
        {found.map(one => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-6 py-1.5">
            <span>
              {one.name} · {one.number}
            </span>
            <MemberButton name="add-member" one={one} formKey={formKey} />
          </li>
        ))}
      </ul>
    </div>
  )
}
