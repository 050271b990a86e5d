import { foldForSearch } from './search-text.ts'

const legalWords = 'association|asso|scop|scic|sas|sarl|sa|cae|coop|cooperative|ste|societe|loi|1901'
const smallWords = 'l|d|le|la|les|de|des|du|et|un|une|au|aux|en|a'

/** Words of a folded name that tell no organisation from another, and the numbers that the search text ends with. */
export const passingWords = `\\m(${legalWords}|${smallWords}|\\d{14}|w\\d{9})\\M`

const passing = new Set(`${legalWords}|${smallWords}`.split('|'))

/** What distinguishes a name: « Association la Ruche des Possibles » is « ruche possibles ». All of it when nothing is left. */
export function nameCore(name: string): string {
  const words = foldForSearch(name).split(' ').filter(Boolean)
  const own = words.filter(word => !passing.has(word))
  return (own.length > 0 ? own : words).join(' ')
}
