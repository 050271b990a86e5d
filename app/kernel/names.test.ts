import { expect, test } from 'vitest'
import { normaliseName } from './names.ts'

test('spaces and case do not make another name; letters and accents do', () => {
  const name = normaliseName('Cabinet Éclair')
  for (const same of ['  cabinet éclair', 'CABINET\u00a0 ÉCLAIR\n', 'Cabinet E\u0301clair']) {
    expect(normaliseName(same)).toBe(name)
  }
  for (const other of ['Cabinet Eclair', 'CabinetÉclair', 'Cabinet Éclair 2'])
    expect(normaliseName(other)).not.toBe(name)
})
