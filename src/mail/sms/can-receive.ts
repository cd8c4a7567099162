import { parsePhoneNumber } from 'libphonenumber-js/max'

/**
 * Whether an SMS may reach a telephone number. In Denmark the number does not tell a mobile telephone from
 * another: the gateway refuses those that cannot receive it.
 */
export function canReceiveSms(phone: string): boolean {
  try {
    const type = parsePhoneNumber(phone).getType()
    return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE'
  } catch {
    return false
  }
}
