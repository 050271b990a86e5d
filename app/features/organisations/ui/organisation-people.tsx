import { Link } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import { PersonForm, type PersonShown } from './person-form.tsx'

export type OrganisationPeopleProps = {
  people: readonly PersonShown[]
  /** Whose form is open: an id, or `nouvelle`. */
  open: string | null
  formKey: string
}

export function OrganisationPeople({ people, open, formKey }: OrganisationPeopleProps) {
  const { t } = useTranslation(['organisations', 'choices'])
  const functions: Record<string, string> = t('choices:function', { returnObjects: true })
  const dayWords = useDayWords()
  const dates = ({ fromOn, toOn }: PersonShown) =>
    [
      fromOn && t('organisations:page.since', { on: dayWords(fromOn) }),
      toOn && t('organisations:page.until', { on: dayWords(toOn) }),
    ]
      .filter(Boolean)
      .join(' ')
  const edited = people.find(({ id }) => id === open)
  return (
    <Section
      title={t('organisations:page.people')}
      action={
        open === 'nouvelle' ? null : (
          <LinkButton to="?personne=nouvelle#personne" icon={Plus}>
            {t('organisations:page.addPerson')}
          </LinkButton>
        )
      }
    >
      {edited || open === 'nouvelle' ? (
        <PersonForm formKey={formKey} person={edited ?? null} key={edited?.id ?? 'nouvelle'} />
      ) : null}
      {people.length === 0 && !open ? <p className="text-ink-2">{t('organisations:page.noPeople')}</p> : null}
      <ul className="divide-y divide-line">
        {people.map(person => (
          <li key={person.id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            <div className="min-w-0">
              <p className="font-semibold">{person.name}</p>
              <p className="text-ink-2">
                {[person.role, functions[person.function], dates(person)].filter(Boolean).join(' · ')}
                <br />
                {[person.email ?? t('organisations:page.noEmail'), person.phone].filter(Boolean).join(' · ')}
              </p>
            </div>
            <Link
              to={`?personne=${person.id}#personne`}
              aria-label={t('organisations:page.editPerson', { name: person.name })}
              className="inline-block py-1.5"
            >
              {t('organisations:page.edit')}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
