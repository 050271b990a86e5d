import { describe, expect, it } from 'vitest'
import { messageCatalogue } from '#app/features/messages/message-catalogue.ts'
import { messageWords } from '#app/features/messages/message-words.ts'
import { jobs } from '#app/jobs/catalogue.ts'
import { registry } from '#workers/registry.ts'

const modules = import.meta.glob<Record<string, unknown>>('/app/features/**/*.jobs.ts', { eager: true })

const isContract = (value: unknown): value is { name: string; payload: { shape: Record<string, unknown> } } =>
  typeof value === 'object' && value !== null && 'name' in value && 'queue' in value && 'payload' in value

const contracts = Object.entries(modules).flatMap(([file, exported]) =>
  Object.values(exported)
    .filter(isContract)
    .map(contract => ({ file, contract })),
)

describe('every job', () => {
  it('that a feature declares is in the catalogue, under its name', () => {
    expect(contracts.length).toBeGreaterThan(3)
    const unknown = contracts.filter(({ contract }) => Object.entries(jobs).every(([, known]) => known !== contract))
    expect(unknown.map(({ file, contract }) => `${file}: ${contract.name}`)).toEqual([])
    expect(Object.entries(jobs).filter(([name, contract]) => name !== contract.name)).toEqual([])
  })

  it('has somebody to do it', () => {
    expect(Object.keys(registry).sort()).toEqual(Object.keys(jobs).sort())
  })

  it('carries ids only', () => {
    const others = contracts.flatMap(({ file, contract }) =>
      Object.keys(contract.payload.shape)
        .filter(field => !/(^id|Id)$/.test(field))
        .map(field => `${file}: ${contract.name}.${field}`),
    )
    expect(others).toEqual([])
  })
})

describe('every message', () => {
  it('has its name among the words', () => {
    const unnamed = Object.keys(messageCatalogue).filter(message => messageWords(message) === 'unknownMessage')
    expect(unnamed).toEqual([])
  })
})
