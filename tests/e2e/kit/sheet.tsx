import type { ReactElement } from 'react'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { BareShell } from '#app/ui/bare-shell.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxField, ChoiceGroup } from '#app/ui/choice-field.tsx'
import { ConflictPanel } from '#app/ui/conflict-panel.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Definition } from '#app/ui/definition.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { DateField, FileField, NumberField, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldGroup, FieldRow } from '#app/ui/field-frame.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { KeyFigures } from '#app/ui/key-figures.tsx'
import { Meter } from '#app/ui/meter.tsx'
import { NextStep } from '#app/ui/next-step.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { PageShell } from '#app/ui/page-shell.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Quote } from '#app/ui/quote.tsx'
import { ScaleField } from '#app/ui/scale-field.tsx'
import { Columns, Section } from '#app/ui/section.tsx'
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx'
import { TabsNav } from '#app/ui/tabs-nav.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { Toast } from '#app/ui/toast.tsx'
import { Wake } from '#app/ui/wake.tsx'

const member = 'Chargée de mission'
const tones: Tone[] = ['now', 'late', 'done', 'stop', 'after', 'neutral']
const presence = [
  { value: 'p', label: 'Présent' },
  { value: 'e', label: 'Excusé', hint: 'Prévenu avant la séance' },
]
const organisations = [
  { name: 'Association pour le développement de l’entraide intergénérationnelle', fte: '1 210,5', done: 57 },
  { name: 'Vélo pour tous', fte: '3,2', done: 80 },
]

/** The page of a case: what is next, the wake, the timeline. */
const page = (
  <PageShell
    brand="Sillage"
    homeTo="/"
    operator="DLA du Loiret"
    role={member}
    labels={{ skip: 'Aller au contenu', nav: 'Principale', menu: 'Menu', late: 'en retard', banner: 'Démonstration' }}
    nav={[
      { to: '/', label: 'Aujourd’hui', count: 4, late: true },
      { to: '/accompagnements', label: 'Accompagnements', count: 58 },
    ]}
    banner="Démonstration"
    account={<a href="/compte">Mon compte</a>}
    toast={
      <Toast dismissTo="." dismissLabel="Fermer">
        Séance enregistrée.
      </Toast>
    }
  >
    <PageHeader
      title="La Ruche des Possibles"
      crumbs={[{ to: '/accompagnements', label: 'Accompagnements' }]}
      here="2026-45-0012"
      crumbsLabel="Fil d’Ariane"
      meta={['DLA individuel', 'Orléans (45)']}
      action={<LinkButton to="/seance">Saisir une séance</LinkButton>}
    />
    <NextStep label="Prochaine étape" tag={<StatusTag tone="late">dans 3 jours</StatusTag>} title="Préparer le comité">
      Il manque le budget prévisionnel.
    </NextStep>
    <Wake
      label="Parcours"
      stateLabels={{ done: 'fait', current: 'en cours', todo: 'à venir', after: 'suivi à venir' }}
      steps={[
        { label: 'Accueil', detail: '10 janv.', state: 'done', to: '/accueil' },
        { label: 'Diagnostic', detail: 'validé le 20 févr.', state: 'current', to: '/diagnostic' },
        { label: 'Bilan', state: 'todo' },
        { label: '+ 6 mois', detail: 'janv. 2027', state: 'after' },
      ]}
    />
    <TabsNav
      label="Pages"
      tabs={[
        { to: '/', label: 'Fil' },
        { to: '/suivi', label: 'Suivi', count: 2 },
      ]}
    />
    <Columns
      side={
        <Card title="Qui finance">
          <DescriptionList items={[{ term: 'Région', detail: '60 %' }]} />
        </Card>
      }
    >
      <Timeline
        label="Fil"
        items={[
          { key: '1', when: '4 mars', tag: <StatusTag>Note</StatusTag>, children: 'Diagnostic validé', who: 'Vous' },
        ]}
      />
    </Columns>
    <Dialog id="abandon" title="Abandonner ?" trigger="Abandonner…" variant="danger" closeLabel="Ne rien changer">
      <TextArea name="why" label="Pourquoi ?" />
    </Dialog>
  </PageShell>
)

/** A refused form with every field, and a conflict. */
const form = (
  <BareShell brand="Sillage" homeTo="/" skipLabel="Aller au contenu" footer={<a href="/legal">Mentions légales</a>}>
    <PageHeader title="Premier rendez-vous" lede="Cinq questions, une minute et demie." />
    <form method="post" noValidate>
      <ErrorSummary title="Une réponse est à revoir" errors={[{ name: 'siret', message: 'Il manque un chiffre.' }]} />
      <FieldGroup id="who" legend="La structure" hint="Ce que vous savez">
        <TextField name="siret" label="SIRET" hint="14 chiffres" errors={['Il manque un chiffre.']} required />
        <FieldRow>
          <DateField name="day" label="Date" />
          <NumberField name="jobs" label="Effectif" unit="salarié·es" integer />
        </FieldRow>
        <Select
          name="legal"
          label="Forme juridique"
          options={[{ value: 'a', label: 'Association' }]}
          placeholder="Choisir…"
        />
        <FileField name="budget" label="Budget" mark="facultatif" />
        <TextArea name="note" label="Ce qui a été dit" />
        <ChoiceGroup name="there" label="Présence" layout="segments" options={presence} defaultValue="p" />
        <ChoiceGroup name="needs" label="Besoins" multiple options={presence} />
        <ScaleField
          name="reached"
          label="Objectifs atteints"
          max={4}
          lowLabel="Non"
          highLabel="Oui"
          unknownLabel="Je ne sais pas"
        />
        <ScaleField
          name="advise"
          label="Recommanderiez-vous"
          max={10}
          lowLabel="Non"
          highLabel="Oui"
          defaultValue={9}
        />
        <CheckboxField name="consent" label="La structure accepte d’être citée" hint="Elle peut changer d’avis." />
      </FieldGroup>
      <ConflictPanel
        title="Quelqu’un a enregistré avant vous"
        mineLabel="Votre texte"
        theirsLabel="Texte de Nadia"
        emptyLabel="(vide)"
        rows={[{ label: 'Conclusions', choice: 'keep', mine: '', theirs: 'Son texte' }]}
      >
        Rien n’est perdu.
      </ConflictPanel>
      <ActionBar note="Enregistré à 17 h 40">
        <Button variant="primary">Enregistrer</Button>
        <Button variant="quiet">Annuler</Button>
      </ActionBar>
    </form>
    {tones.map(tone => (
      <Notice key={tone} tone={tone} title="À savoir" action={<a href="/voir">Voir</a>}>
        <StatusTag tone={tone}>état</StatusTag>
      </Notice>
    ))}
  </BareShell>
)

/** A report: figures, tables, charts, a quotation. */
const report = (
  <BareShell brand="Sillage" skipLabel="Aller au contenu" width="reading">
    <PageHeader title="Ce que la convention a rendu possible" />
    <KeyFigures figures={[{ label: 'structures', value: '81', detail: 'dont 34 nouvelles', to: '/liste' }]} />
    <FilterBar
      label="Filtrer"
      submitLabel="Filtrer"
      active={[{ label: 'Loiret', removeTo: '?', removeLabel: 'Retirer le filtre Loiret' }]}
      activeLabel="1 filtre actif"
      clear={{ to: '?', label: 'Tout retirer' }}
      result="2 sur 58"
      more={{ label: 'Plus de filtres', children: <TextField name="city" label="Commune" /> }}
    >
      <TextField name="q" label="Nom" type="search" />
    </FilterBar>
    <DataTable
      caption="Structures"
      rows={organisations}
      rowKey={row => row.name}
      columns={[
        {
          key: 'fte',
          header: 'ETP',
          numeric: true,
          sort: { to: '?tri=etp', direction: 'descending' },
          cell: row => row.fte,
        },
        { key: 'name', header: 'Structure', rowHeader: true, cell: row => <a href="/structure">{row.name}</a> },
        {
          key: 'bar',
          header: 'Part',
          hideHeader: true,
          cell: row => <Meter label={`${row.done} sur 70`} value={row.done} max={70} />,
        },
        { key: 'tag', header: 'État', cell: () => <StatusTag tone="after">suivi</StatusTag> },
      ]}
      totals={{ name: 'Total', fte: '1 213,7' }}
    />
    <Pagination
      label="Pages"
      previous={{ to: '?p=1', label: 'Précédents' }}
      next={{ to: '?p=3', label: 'Suivants' }}
      summary="21 à 40"
    />
    <Section title="L’emploi, dix-huit mois après">
      <BarChart
        title="Effectif"
        summary="602 au diagnostic, 633 au suivi."
        series={[{ key: 'n', label: 'Effectif', tone: 'strong' }]}
        rows={[{ label: 'Au diagnostic', values: { n: { value: 602, text: '602' } } }]}
        tableLabel="Voir le tableau"
        rowsLabel="Moment"
      />
      <Definition term="Emplois concernés" links={<a href="/definition">Définition complète</a>}>
        Ce n’est pas un nombre d’emplois créés.
      </Definition>
    </Section>
    <Quote source="Une association du Loiret." action={<a href="/source">D’où vient cette citation</a>}>
      « Nous savons lire nos comptes. »
    </Quote>
    <EmptyState title="Aucune question" action={<LinkButton to="/question">Poser une question</LinkButton>}>
      Vous pouvez interroger chaque chiffre.
    </EmptyState>
  </BareShell>
)

/** Every component of the kit at least once, on pages that look like the product's. */
export const sheets: Record<string, ReactElement> = { page, form, report }
