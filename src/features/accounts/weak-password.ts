import commonest from '@zxcvbn-ts/language-common/src/passwords.json' with { type: 'json' }

const houseWords =
  /makker|bibliotek(?:et|erne)?|kommune[rn]?|mentor|mentee|flygtning|frivillig|integration|danmark|københavn|odense|aarhus|roskilde|password|adgangskode|kodeord|velkommen|qwerty|letmein/gi

/** What leaks show to be chosen most; 30,000 of them, kept by those who measure passwords. */
const common: ReadonlySet<string> = new Set(commonest.map((word) => word.toLowerCase()))

/**
 * What everyone tries first. A row of keys or numbers, a run repeated, and our own words count for
 * nothing: what is left must still be something to guess. So must what is left of a common password
 * that a year and an exclamation mark made long enough, or that was written twice.
 */
export function isWeakPassword(password: string): boolean {
  const plain = password.toLowerCase()
  if (/^(.{1,6})\1+$/su.test(password) || isCommon(plain)) return true
  const rest = withoutRows(plain.replace(houseWords, ''))
  return rest.length < 6 || new Set(rest).size < 4
}

function isCommon(plain: string): boolean {
  const [, word = ''] = /^[\d\W_]{0,6}(.*?)[\d\W_]{0,6}$/su.exec(plain) ?? []
  const half = plain.slice(0, plain.length / 2)
  return [plain, word, half + half === plain ? half : ''].some((one) => common.has(one))
}

/** Keeps the characters that do not simply follow the one before: `a` of `abcd`, `1` of `1234567890`. */
function withoutRows(password: string): string {
  const codes = [...password].map((character) => character.codePointAt(0)!)
  return [...password]
    .filter((character, at) => {
      const step = at === 0 ? 2 : Math.abs(codes[at]! - codes[at - 1]!)
      return step > 1 && !(step === 9 && /\d/.test(character))
    })
    .join('')
}
