/** In characters. Fifteen: what NIST SP 800-63B-4 asks where a password may stand alone; no rule of composition. */
export const shortestPassword = 15
export const longestPassword = 128

/**
 * The passwords of fifteen characters and more that leaks show most often, in French and in English, and what our users
 * would think of first. Shorter ones are refused by their length, so the long lists have nothing to add here.
 */
const common = new Set(
  `
  123456789012345 1234567890123456 12345678901234567890 123456789123456789 1234567891234567 0123456789012345
  987654321987654321 112233445566778 111222333444555 147258369147258369 123123123123123 123qweasdzxc123 1qaz2wsx3edc4rfv
  1qaz2wsx3edc4rfv5tgb qazwsxedcrfvtgb zaq12wsxcde34rfv q1w2e3r4t5y6u7i8 1q2w3e4r5t6y7u8i9o0p a1b2c3d4e5f6g7h8
  abcdefghijklmno abcdefghijklmnop abcdefghijklmnopqrstuvwxyz abcdefgh12345678 abcd1234abcd1234
  azertyuiopqsdfg azertyuiopqsdfgh azertyuiopqsdfghjklm azertyuiop123456 azerty123456789 azertyazertyazerty qwertyuiopasdfg
  qwertyuiopasdfgh qwertyuiopasdfghjklzxcvbnm qwerty123456789 qwertyuiop12345 qwertyqwertyqwerty qwertzuiopasdfg
  password1234567 password12345678 password123456789 passwordpassword mypassword12345 thisismypassword passwordpassword1
  motdepasse12345 motdepasse123456 motdepassemotdepasse monmotdepasse12 monmotdepasse123 mot2passemot2passe
  jesuisunmotdepasse ceciestunmotdepasse iloveyouiloveyou jetaimejetaime jetaimejetaime1 jetaimepourtoujours
  letmeinletmein1 letmeinletmein12 changemechangeme changezmoichangezmoi administrateur1 administrateur123 administrator123
  administratoradministrator adminadminadmin1 adminadminadmin rootrootrootroot welcomewelcome1 welcome123456789
  bienvenue123456 bienvenuebienvenue bonjourbonjour1 bonjour12345678 bonjourbonjour123 soleilsoleil123 loulouloulou123
  marseillemarseille olympiquedemarseille parissaintgermain allezlesbleus2018 liberteegalitefraternite vivelafrance1234
  superman12345678 footballfootball ilovefootball123 minecraftminecraft pokemonpokemon1 harrypotter12345 starwarsstarwars
  correcthorsebatterystaple dragondragondragon sunshinesunshine trustno1trustno1 princessprincess
  doudoudoudou123 chouchouchouchou camille123456789 associationassociation association12345 economiesociale
  economiesocialeetsolidaire dispositiflocaldaccompagnement accompagnement1 accompagnement123 accompagnement2026
  sillagesillage1 sillagesillage123 sillagedemonstration incubateur123456 chargedemission
  `
    .split(/\s+/)
    .filter(Boolean),
)

/** Letters and digits only, lower case, accents and the usual substitutions undone: `P@ssw0rd…` is `password…`. */
function bare(password: string): string {
  return password
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replaceAll('€', 'e')
    .replace(/[^a-z0-9]/g, '')
}

const undone = (text: string) =>
  text.replaceAll('0', 'o').replaceAll('1', 'i').replaceAll('3', 'e').replaceAll('4', 'a').replaceAll('5', 's')

const commonUndone = new Set([...common].map(undone))

/** What somebody who knows her would try. */
export const aboutPerson = ({ email, name }: { email: string; name: string }) => [
  email,
  email.split('@')[0] ?? '',
  name,
  ...name.split(' '),
]

/** Whether a new password is among the first that would be tried, for this person too. */
export function isTooCommon(password: string, about: readonly string[]): boolean {
  const plain = bare(password)
  if (common.has(plain) || commonUndone.has(undone(plain))) return true
  if (new Set(password).size < 5 || isRepetition(plain) || isRun(plain)) return true
  return about.some(text => isMostly(plain, bare(text)))
}

/** `abcabcabcabcabc`: a piece of six characters at most, again and again. */
function isRepetition(text: string): boolean {
  if (text.length < 12) return false
  return [1, 2, 3, 4, 5, 6].some(size => text === text.slice(0, size).repeat(text.length).slice(0, text.length))
}

/** `abcdefghijklmnop`, `98765432109876`: each character follows the one before. */
function isRun(text: string): boolean {
  if (text.length < 12) return false
  const steps = [...text]
    .slice(1)
    .map((character, index) => (character.charCodeAt(0) - text.charCodeAt(index) + 10) % 10)
  return steps.every(step => step === 1) || steps.every(step => step === 9)
}

/** Her own address or name, with a few characters around. */
function isMostly(text: string, about: string): boolean {
  return about.length >= 5 && text.includes(about) && text.length - about.length < 6
}
