import commonest from '@zxcvbn-ts/language-common/src/passwords.json' with { type: 'json' }

const houseWords =
  /makker|bibliotek(?:et|erne)?|kommune[rn]?|mentor|mentee|flygtning|frivillig|integration|danmark|københavn|odense|aarhus|roskilde|password|adgangskode|kodeord|velkommen|qwerty|letmein/gi

/** The 30,000 most common passwords in leaks. */
const common: ReadonlySet<string> = new Set(commonest.map((word) => word.toLowerCase()))

/**
 * Whether a password is among the first guesses. Ignores keyboard rows, sequences, repetitions and
 * our own words: at least six characters, four of them different, must remain. Also finds common
 * passwords that were doubled or padded with digits and punctuation.
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

/** Drops characters that follow their predecessor: `abcd` leaves `a`, `1234567890` leaves `1`. */
function withoutRows(password: string): string {
  const codes = [...password].map((character) => character.codePointAt(0)!)
  return [...password]
    .filter((character, at) => {
      const step = at === 0 ? 2 : Math.abs(codes[at]! - codes[at - 1]!)
      return step > 1 && !(step === 9 && /\d/.test(character))
    })
    .join('')
}
