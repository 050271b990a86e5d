import { z } from 'zod'

/**
 * What an edition says, frozen: numbers with the words that they are printed with. The screen, the PDF, the spreadsheet
 * and the document read this and nothing else, so that they cannot disagree. A field is only ever added, and optional:
 * editions of the releases before are still read.
 */
const number = z.number().nullable()
const status = z.enum(['published', 'not_applicable', 'withheld'])
const unit = z.enum(['n', 'share', 'day', 'month', 'eur', 'eur_per_day', 'hour', 'fte', 'score'])

const figure = z.object({
  code: z.string(),
  label: z.string(),
  definition: z.string(),
  version: z.number(),
  unit,
  /** Not rounded; shares are fractions, money is in euros. */
  value: number,
  numerator: number,
  denominator: number,
  known: number,
  missing: number,
  status,
  /** Why a withheld figure is withheld, in words. */
  reason: z.string().nullable(),
})

const target = z.object({
  code: z.string(),
  label: z.string(),
  unit,
  target: z.number(),
  value: number,
  status,
  reason: z.string().nullable(),
})

const story = z.object({
  kind: z.string(),
  body: z.string(),
  author: z.string().nullable(),
  /** The organisation in general words: its form, its department, the year. */
  about: z.string(),
  collectedOn: z.string(),
  /** How it was collected, in a sentence. */
  method: z.string().nullable().optional(),
  limits: z.string().nullable(),
  /** For whom the person had agreed to be quoted, the day on which the edition was built. */
  consent: z.enum(['funder', 'public']).optional(),
})

/** The same organisations at the diagnostic and eighteen months later; without numbers when they say too much. */
const employment = z.object({
  before: number,
  after: number,
  change: number,
  pairs: number,
  summary: z.string(),
  notes: z.array(z.string()),
})

export const editionContent = z.object({
  format: z.literal(1),
  locale: z.enum(['fr', 'en']),
  operator: z.string(),
  agreement: z.object({
    code: z.string(),
    title: z.string().nullable(),
    funder: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
  }),
  year: z.number(),
  edition: z.number(),
  period: z.object({ from: z.string(), to: z.string() }),
  builtOn: z.string(),
  title: z.string(),
  lede: z.string(),
  targets: z.array(target),
  chapters: z.array(z.object({ title: z.string(), figures: z.array(figure) })),
  employment,
  stories: z.array(story),
  /** What the figures do not prove. */
  limits: z.array(z.string()),
  /** How they were made. */
  method: z.array(z.string()),
})

export type EditionContent = z.infer<typeof editionContent>
export type FrozenFigure = z.infer<typeof figure>
export type FrozenTarget = z.infer<typeof target>
export type FrozenStory = z.infer<typeof story>
export type FrozenEmployment = z.infer<typeof employment>

/** The content of a stored edition; one that this release cannot read is a defect. */
export const readContent = (stored: unknown): EditionContent => editionContent.parse(stored)
