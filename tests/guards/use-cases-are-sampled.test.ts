import { describe, expect, it } from 'vitest'
import { accountUseCases, samples, useCaseFiles, useCases } from '../harness/use-cases.ts'

describe('every use case', () => {
  it('is declared in the file that names it', () => {
    const declaring = new Set([...useCases, ...accountUseCases].map(({ file }) => file))
    expect(useCaseFiles.filter(file => !declaring.has(file))).toEqual([])
  })

  it('has a name of its own', () => {
    const names = [...useCases, ...accountUseCases].map(({ useCase }) => useCase.name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('has a sample, so that the matrix of rights calls it', () => {
    expect(useCases.map(({ useCase }) => useCase.name).filter(name => !Object.hasOwn(samples, name))).toEqual([])
  })

  it('is still there for each sample', () => {
    const names = new Set(useCases.map(({ useCase }) => useCase.name))
    expect(Object.keys(samples).filter(name => !names.has(name))).toEqual([])
  })
})
